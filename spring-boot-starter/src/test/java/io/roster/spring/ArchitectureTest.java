package io.roster.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

class ArchitectureTest {
  private static final JavaClasses ALL = new ClassFileImporter().importPackages("io.roster.spring");
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.roster.spring");

  @Test
  void packagesDontDependOnEachOtherInCircles() {
    slices().matching("io.roster.spring.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void noClassIsNamedForNothing() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Manager|Utils?|Helper|Processor|Handler|DTO)")
        .orShould()
        .haveNameMatching(".*\\.(Abstract|Default|Base)[A-Z].*")
        .check(MAIN);
  }

  @Test
  void tokensAreNeverSerializedByJava() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.Object(In|Out)putStream")
        .check(MAIN);
  }

  @Test
  void everyTestMethodRuns() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Test")
        .and()
        .haveRawReturnType(void.class)
        .and()
        .areNotPrivate()
        .and()
        .areNotAnnotatedWith(BeforeEach.class)
        .and()
        .areNotAnnotatedWith(AfterEach.class)
        .should()
        .beMetaAnnotatedWith(Testable.class)
        .check(ALL);
  }
}
