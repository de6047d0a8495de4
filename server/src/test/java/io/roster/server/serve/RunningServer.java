package io.roster.server.serve;

import io.roster.server.admin.AdminListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The server inside the tests' own process, on free ports and with data of its own. */
public final class RunningServer implements AutoCloseable {
  public static final String PASSWORD = "correct horse";

  private static final RunningServer SHARED = start();

  private final Path data;
  private final ConfigurableApplicationContext context;

  private RunningServer(Path data, ConfigurableApplicationContext context) {
    this.data = data;
    this.context = context;
  }

  /** The one server of all tests that need nothing special. */
  public static RunningServer shared() {
    return SHARED;
  }

  /** A server with these settings; {@code admin} signs in with {@link #PASSWORD}. */
  public static RunningServer start(String... settings) {
    try {
      var data = Files.createTempDirectory("roster-test");
      var all =
          new ArrayList<>(
              List.of(
                  "--roster.port=0",
                  "--roster.admin.port=0",
                  "--roster.rate-limit.enabled=false",
                  "--roster.data=" + data,
                  "--roster.bootstrap-admin-password=" + PASSWORD));
      all.addAll(List.of(settings));
      if (all.stream().noneMatch(setting -> setting.startsWith("--roster.issuer="))) {
        all.add("--roster.issuer=http://localhost");
      }
      return new RunningServer(data, Server.start(all, new PrintWriter(Writer.nullWriter())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  public URI at(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  public URI admin(String path) {
    return URI.create("http://127.0.0.1:" + context.getBean(AdminListener.class).port() + path);
  }

  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
