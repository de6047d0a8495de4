package io.roster.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  private static final Map<String, String> NO_BUILD = Map.of("ROSTER_BUILD", "never");

  @TempDir private Path temporary = Path.of("");
  private Sandbox sandbox;
  private Path roster = Path.of("");

  @BeforeEach
  void checkOut() throws IOException {
    sandbox = new Sandbox(temporary);
    roster = sandbox.root.resolve("roster");
  }

  @Test
  void everyScriptIsWellFormed() throws Exception {
    for (var script : Sandbox.scripts()) {
      var file = Sandbox.checkout().resolve(script).toString();
      var bash = new ProcessBuilder("bash", "-n", file).inheritIO().start();

      assertThat(bash.waitFor()).as(script).isZero();
    }
  }

  @Test
  void withoutAJdkItSaysWhatToInstall() throws Exception {
    var result = sandbox.run(NO_BUILD, roster, "serve");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains("needs a JDK of version 21 or newer")
        .contains("none was found")
        .contains("apt install")
        .contains("JAVA_HOME");
  }

  @Test
  void anOldJdkIsNotEnough() throws Exception {
    sandbox.jdk("old", "17.0.15");
    sandbox.jdk("ancient", "1.8.0_402");

    var result = sandbox.run(NO_BUILD, roster, "serve");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("the newest found is 17");
  }

  @Test
  void aRuntimeWithoutACompilerIsNoJdk() throws Exception {
    Files.delete(sandbox.jdk("jre", "25").resolve("bin/javac"));

    assertThat(sandbox.run(NO_BUILD, roster, "serve").code()).isEqualTo(1);
  }

  @Test
  void theNewestJdkIsTaken() throws Exception {
    sandbox.jdk("a", "21.0.4");
    var newest = sandbox.jdk("b with space", "25.0.1");
    sandbox.jdk("c", "22");

    assertThat(sandbox.run(NO_BUILD, roster, "serve").out()).startsWith(newest + " ");
  }

  @Test
  void theJdkThatWasChosenIsRespected() throws Exception {
    var chosen = sandbox.jdk("a", "21.0.4");
    sandbox.jdk("b", "25.0.1");

    var environment = Map.of("ROSTER_BUILD", "never", "JAVA_HOME", chosen.toString());

    assertThat(sandbox.run(environment, roster, "serve").out()).startsWith(chosen + " ");
  }

  @Test
  void aChosenJdkThatIsTooOldIsPassedOver() throws Exception {
    var old = sandbox.jdk("a", "17.0.15");
    var good = sandbox.jdk("b", "25.0.1");

    var environment = Map.of("ROSTER_BUILD", "never", "JAVA_HOME", old.toString());

    assertThat(sandbox.run(environment, roster, "serve").out()).startsWith(good + " ");
  }

  @Test
  void javaTakesThePlaceOfTheLauncher() throws Exception {
    var jdk = sandbox.jdk("a", "25");

    var result = sandbox.run(NO_BUILD, roster, "users", "add", "a b", "");

    assertThat(result.out())
        .startsWith(jdk + " " + result.pid() + System.lineSeparator())
        .endsWith("<io.roster.server.Main><users><add><a b><>");
  }

  @Test
  void itWorksThroughLinks() throws Exception {
    sandbox.jdk("a", "25");
    var first = Files.createSymbolicLink(temporary.resolve("first"), roster);
    var second = Files.createSymbolicLink(temporary.resolve("second"), Path.of("first"));

    assertThat(first).exists();
    assertThat(sandbox.run(NO_BUILD, second, "serve").out()).endsWith("<serve>");
  }

  @Test
  void theFirstUseBuildsAndTheSecondDoesNot() throws Exception {
    sandbox.jdk("a", "25");
    sandbox.workingMaven();

    var first = sandbox.run(Map.of(), roster, "serve");
    var second = sandbox.run(Map.of(), roster, "serve");

    assertThat(first.err()).contains("Building Roster").contains("Built in");
    assertThat(first.out()).endsWith("<serve>");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aChangedSourceIsBuilt() throws Exception {
    sandbox.jdk("a", "25");
    sandbox.workingMaven();
    sandbox.run(Map.of(), roster, "serve");

    sandbox.source("server/src/main/java/Added.java");
    Files.setLastModifiedTime(
        sandbox.root.resolve("server/src/main/java/Added.java"),
        FileTime.from(Instant.now().plusSeconds(1)));
    sandbox.run(Map.of(), roster, "serve");

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void ofManyFirstUsesOneBuilds() throws Exception {
    sandbox.jdk("a", "25");
    sandbox.workingMaven();
    var all = new ArrayList<Process>();
    for (int i = 0; i < 4; i++) {
      all.add(sandbox.start(Map.of(), roster, "serve"));
    }

    for (var one : all) {
      assertThat(one.waitFor()).isZero();
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aBuildThatFailsIsShown() throws Exception {
    sandbox.jdk("a", "25");
    sandbox.maven("echo '[INFO] fine'; echo '[ERROR] Main.java: it does not compile'; exit 1");

    var result = sandbox.run(Map.of(), roster, "serve");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains("[ERROR] Main.java: it does not compile")
        .contains("build.log")
        .doesNotContain("[INFO]");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void theChecksSayWhenNodeIsMissing() throws Exception {
    sandbox.jdk("a", "25");
    sandbox.source("server/src/test/js/package-lock.json");

    var result = sandbox.run(Map.of(), sandbox.root.resolve("verify"));

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("Node.js 20 or newer");
  }

  @Test
  void theChecksEndAsMavenDoes() throws Exception {
    sandbox.jdk("a", "25");
    sandbox.maven("echo \"Tests run: 1 $*\"; exit 3");

    var result = sandbox.run(Map.of(), sandbox.root.resolve(".ci/run"));

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).contains("Tests run: 1").contains("verify");
  }

  private int builds() throws IOException {
    return Files.readAllLines(sandbox.root.resolve("server/target/builds")).size();
  }
}
