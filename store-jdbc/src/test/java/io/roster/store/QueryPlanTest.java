package io.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.roster.store.sqlite.SqliteDatabase;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryPlanTest {
  private static final Set<String> STORES =
      Set.of(
          "io.roster.store.account",
          "io.roster.store.audit",
          "io.roster.store.client",
          "io.roster.store.consent",
          "io.roster.store.grant",
          "io.roster.store.idempotency",
          "io.roster.store.key",
          "io.roster.store.webhook");

  /** What SQLite doesn't understand, and what statements are made of. */
  private static final Set<String> NO_STATEMENTS = Set.of("PostgresText", "Parts");

  @Test
  void noStatementReadsAWholeTable(@TempDir Path directory) throws Exception {
    var file = directory.resolve("roster.db");
    SqliteDatabase.open(file).close();

    var statements = statements();

    assertThat(statements).hasSizeGreaterThan(15);
    for (var statement : statements) {
      var plan = plan(file, statement);
      assertThat(plan).as(statement).noneMatch(step -> readsATable(step, plan));
    }
  }

  /** What a subquery found is no table; how it was found is a step of its own. */
  private static boolean readsATable(String step, List<String> plan) {
    return step.startsWith("SCAN ")
        && !step.equals("SCAN CONSTANT ROW")
        && !plan.contains("CO-ROUTINE " + step.substring("SCAN ".length()));
  }

  /** Every constant of the stores that is SQL. */
  private static List<String> statements() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.roster.store")
            .stream()
            .filter(type -> STORES.contains(type.getPackageName()))
            .filter(type -> !NO_STATEMENTS.contains(type.getSimpleName()))
            .flatMap(type -> Arrays.stream(type.reflect().getDeclaredFields()))
            .filter(field -> field.getType() == String.class)
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(QueryPlanTest::value)
            .toList();
  }

  private static String value(Field constant) {
    try {
      constant.setAccessible(true);
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> plan(Path file, String statement) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var explain = connection.prepareStatement("EXPLAIN QUERY PLAN " + statement);
        var steps = explain.executeQuery()) {
      var plan = new ArrayList<String>();
      while (steps.next()) {
        plan.add(steps.getString("detail"));
      }
      return plan;
    }
  }
}
