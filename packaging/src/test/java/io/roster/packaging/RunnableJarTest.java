package io.roster.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnableJarTest {
  private static final String CLIENT =
      """
      {"client_name":"One jar","redirect_uris":["http://127.0.0.1/callback"],\
      "token_endpoint_auth_method":"none"}""";

  @TempDir private Path directory = Path.of("");

  @Test
  void itServesAndItsCommandsFindTheServer() throws Exception {
    int port = freePort();
    // Secrets come as files, as systemd and Kubernetes hand them over.
    Files.writeString(
        directory.resolve("roster.yaml"), "spring.config.import: configtree:secrets/");
    var secrets = Files.createDirectories(directory.resolve("secrets"));
    Files.writeString(secrets.resolve("roster.client-id-prefix"), "from-a-file-\n");
    try (var server =
        Jar.start(directory, "serve", "--port", String.valueOf(port), "--admin-port", "0")) {
      server.awaitOutput("is ready");

      var registered = register(port);
      var listed = Jar.run(directory, "clients", "list", "--format", "json");

      assertThat(registered).contains("\"client_id\":\"from-a-file-");
      assertThat(listed).contains("One jar").doesNotContain("WARNING");
      assertThat(server.terminate()).isZero();
      assertThat(server.output()).doesNotContain("WARNING").doesNotContain("Exception");
    }
  }

  @Test
  void whatEveryJarBringsItsOwnOfIsMerged() throws IOException {
    try (var jar = new JarFile(Jar.FILE.toFile())) {
      var manifest = jar.getManifest().getMainAttributes();

      assertThat(manifest.getValue("Enable-Native-Access")).isEqualTo("ALL-UNNAMED");
      assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
      assertThat(text(jar, "META-INF/services/java.sql.Driver"))
          .contains("org.sqlite.JDBC", "org.postgresql.Driver");
      assertThat(factories(jar).getProperty("org.springframework.boot.EnvironmentPostProcessor"))
          .contains("spring", ",");
      assertThat(jar.getEntry("module-info.class")).isNull();
      assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
      assertThat(jar.getEntry("META-INF/licenses/postgresql-jar/LICENSE")).isNotNull();
      assertThat(jar.getEntry("META-INF/sbom/roster.cdx.json")).isNotNull();
    }
  }

  private static Properties factories(JarFile jar) throws IOException {
    var factories = new Properties();
    try (var in = jar.getInputStream(jar.getEntry("META-INF/spring.factories"))) {
      factories.load(in);
    }
    return factories;
  }

  private static String text(JarFile jar, String entry) throws IOException {
    try (var in = jar.getInputStream(jar.getEntry(entry))) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static String register(int port) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth/register"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(CLIENT))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
