package io.roster.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPackages("io.roster.store");

  @Test
  void packagesFormNoCycle() {
    slices().matching("io.roster.store.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveNameMatching(".*(Manager|Utils?|Helper|Service|Processor|Handler)")
        .check(CLASSES);
  }

  @Test
  void onlyTheDatabaseItselfKnowsJdbc() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.roster.store.sql",
            "io.roster.store.sqlite",
            "io.roster.store.postgres",
            "io.roster.store")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.sql.Connection")
        .check(CLASSES);
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
        .should()
        .beMetaAnnotatedWith(Testable.class)
        .orShould()
        .beAnnotatedWith("org.junit.jupiter.api.BeforeEach")
        .orShould()
        .beAnnotatedWith("org.junit.jupiter.api.AfterEach")
        .check(CLASSES);
  }
}
