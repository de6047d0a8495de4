package io.roster.server.settings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/** Where administrators look at a client; those who are told of one are told that as well. */
public final class ClientPages {
  private final ServerSettings.Admin settings;
  private final IntSupplier port;

  /** The port is the one really listened on, which is known only once it is. */
  public ClientPages(ServerSettings.Admin settings, IntSupplier port) {
    this.settings = settings;
    this.port = port;
  }

  /** The address of this client's page. */
  public String of(String clientId) {
    return base() + "/clients/" + URLEncoder.encode(clientId, StandardCharsets.UTF_8);
  }

  private String base() {
    return settings
        .url()
        .map(url -> url.toString().replaceAll("/+$", ""))
        .orElseGet(() -> "http://" + host(settings.address()) + ":" + port.getAsInt());
  }

  /** Whoever listens everywhere also does so here. */
  private static String host(String address) {
    return switch (address) {
      case "0.0.0.0", "::" -> "localhost";
      default -> address.indexOf(':') < 0 ? address : "[" + address + "]";
    };
  }
}
