package io.roster.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPackages("io.roster.http");

  @Test
  void onlyTheServletKnowsServlets() {
    noClasses()
        .that()
        .haveSimpleNameNotContaining("Servlet")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.servlet..")
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
        .check(CLASSES);
  }
}
