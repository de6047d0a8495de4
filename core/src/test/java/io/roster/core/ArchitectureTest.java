package io.roster.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

class ArchitectureTest {
  private static final JavaClasses ALL = new ClassFileImporter().importPackages("io.roster.core");
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.roster.core");

  @Test
  void packagesFormNoCycle() {
    slices().matching("io.roster.core.(*)..").should().beFreeOfCycles().check(MAIN);
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
  void theCoreReachesForNothingOutside() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net.http..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.sql..",
            "javax.sql..",
            "java.util.logging..",
            "org.slf4j..")
        .check(MAIN);
  }

  @Test
  void theCoreReadsNoClockButTheOneItIsGiven() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
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
        .should()
        .beMetaAnnotatedWith(Testable.class)
        .check(ALL);
  }
}
