package io.roster.server.serve;

import io.roster.core.settings.RegistrationSettings;
import io.roster.server.admin.AdminListener;
import io.roster.server.config.ServerConfiguration;
import io.roster.server.data.DataDirectory;
import io.roster.server.settings.Release;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The server as one process: started, announced, and stopped by a signal. */
public final class Server {
  private static final Logger LOG = LoggerFactory.getLogger("io.roster.server");

  private final PrintWriter terminal;
  private final Instant began = ProcessHandle.current().info().startInstant().orElse(Instant.now());

  /** Prints what must not get into a log file's rotation to {@code terminal}. */
  public Server(PrintWriter terminal) {
    this.terminal = terminal;
  }

  /** Serves until a signal ends the process; returns only when the server couldn't start. */
  public int run(List<String> settings) {
    var shutdown = Shutdown.onSignal();
    try {
      var context = start(settings, terminal);
      shutdown.closes(context);
      LOG.info(ready(context));
      shutdown.await();
      return 0;
    } catch (RuntimeException e) {
      shutdown.cancel();
      throw StartFailure.explained(e);
    }
  }

  /** Starts a server of its own on free ports, plays one client's way through it, and stops. */
  public static void rehearse() throws IOException, InterruptedException {
    var data = Files.createTempDirectory("roster-rehearsal");
    var password = UUID.randomUUID().toString();
    var settings =
        List.of(
            "--roster.port=0",
            "--roster.admin.port=0",
            "--roster.issuer=http://localhost",
            "--roster.data=" + data,
            "--roster.bootstrap-admin-password=" + password);
    try (var context = start(settings, new PrintWriter(Writer.nullWriter()))) {
      new Rehearsal(context, password).play();
    } finally {
      FileSystemUtils.deleteRecursively(data);
    }
  }

  /** Starts the server and tells the first start's secrets, once. */
  static ConfigurableApplicationContext start(List<String> settings, PrintWriter terminal) {
    var application = new SpringApplication(ServerConfiguration.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(Defaults.PROPERTIES);
    application.addInitializers(ClassFiles::use);
    var context = application.run(settings.toArray(String[]::new));
    try {
      FirstStart.of(context).announce(terminal);
      context.getBean(AdminListener.class).accept();
      return context;
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
  }

  private String ready(ConfigurableApplicationContext context) {
    return "Roster %s is ready: issuer %s, data in %s, admin on port %d, started in %.1f s"
        .formatted(
            Release.version(),
            context.getBean(RegistrationSettings.class).issuer(),
            context.getBean(DataDirectory.class).path(),
            context.getBean(AdminListener.class).port(),
            Duration.between(began, Instant.now()).toMillis() / 1000.0);
  }
}
