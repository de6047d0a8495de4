package io.roster.server.approval;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.ClientState;
import io.roster.core.json.Json;
import io.roster.core.store.ClientLookup;
import io.roster.http.JacksonJson;
import io.roster.spring.endpoint.Endpoints;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Answers the page that waits. It learns whether its client still waits and nothing else: a client
 * that was decided on, one that is gone and one that never was look alike.
 */
public final class Approvals {
  public static final String SCRIPT = "/waiting.js";

  private static final JacksonJson JSON = new JacksonJson();
  private static final Duration SCRIPT_LIFETIME = Duration.ofHours(1);

  private final ClientLookup clients;
  private final InstantSource clock;

  /** Looks for clients there. */
  public Approvals(ClientLookup clients, InstantSource clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /** Where to ask. */
  public static String path(Endpoints endpoints) {
    return endpoints.authorize() + "/waiting";
  }

  static String address(Endpoints endpoints, ClientId id) {
    var encoded = URLEncoder.encode(id.value(), StandardCharsets.UTF_8);
    return path(endpoints) + "?client_id=" + encoded;
  }

  /** Says whether the client still waits, and if so in how many seconds to ask again. */
  public ServerResponse ask(ServerRequest request) {
    var waiting =
        request
            .param("client_id")
            .filter(ClientId::isValid)
            .flatMap(id -> clients.find(new ClientId(id)))
            .filter(client -> client.state() == ClientState.PENDING);
    var answer = new LinkedHashMap<String, Json>();
    answer.put("pending", Json.of(waiting.isPresent()));
    waiting.ifPresent(client -> answer.put("again", Json.of(again(client))));
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .body(JSON.bytes(new Json.Members(answer)));
  }

  private long again(Client client) {
    var waited = Duration.between(Patience.since(client), clock.instant());
    return Patience.untilNext(waited).toSeconds();
  }

  /** Sends the script of the page that waits. */
  public ServerResponse script(ServerRequest request) {
    return ServerResponse.ok()
        .contentType(new MediaType("text", "javascript"))
        .cacheControl(CacheControl.maxAge(SCRIPT_LIFETIME).cachePublic())
        .header("X-Content-Type-Options", "nosniff")
        .body(new ClassPathResource("templates/waiting.js"));
  }
}
