package io.roster.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

class ArchitectureTest {
  private static final JavaClasses ALL = new ClassFileImporter().importPackages("io.roster.server");
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.roster.server");

  @Test
  void packagesFormNoCycle() {
    slices().matching("io.roster.server.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Manager|Utils?|Helper|Service|Processor|Handler|DTO|Entity)")
        .orShould()
        .haveNameMatching(".*[.$](Abstract|Default|Base|I)[A-Z][a-z].*")
        .check(ALL);
  }

  @Test
  void commandsStartNoSpringButTheServers() {
    noClasses()
        .that()
        .resideInAnyPackage("io.roster.server.cli..", "io.roster.server.data..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.boot..", "org.springframework.context..")
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
        .areNotStatic()
        .and()
        .areNotAnnotatedWith(BeforeEach.class)
        .and()
        .areNotAnnotatedWith(AfterEach.class)
        .and()
        .areNotAnnotatedWith(AfterAll.class)
        .should()
        .beMetaAnnotatedWith(Testable.class)
        .check(ALL);
  }
}
