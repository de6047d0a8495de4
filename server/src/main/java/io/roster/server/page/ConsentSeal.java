package io.roster.server.page;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.consent.Impression;
import io.roster.core.store.ClientLookup;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Ties a consent form to the browser it was shown in, to the question it asks and to the client as
 * it was shown: none of the three can be swapped before the answer comes.
 */
public record ConsentSeal(Maker maker) {
  /** Makes what only this server can make, for this text and the session of a request. */
  @FunctionalInterface
  public interface Maker {
    Optional<String> seal(HttpServletRequest request, String text);
  }

  /** The field of the form. */
  static final String FIELD = "seal";

  /** The seal of this question, for a browser that is signed in. */
  Optional<String> of(Client client, String state, HttpServletRequest request) {
    return maker.seal(
        request,
        String.join("\n", "consent", client.id().value(), Impression.of(client.metadata()), state));
  }

  /** Whether a form that was sent is one that this browser was shown. */
  public boolean isWhole(HttpServletRequest form, ClientLookup clients) {
    var id = parameter(form, "client_id");
    return ClientId.isValid(id)
        && clients
            .find(new ClientId(id))
            .flatMap(client -> of(client, parameter(form, "state"), form))
            .filter(made -> equal(made, parameter(form, FIELD)))
            .isPresent();
  }

  private static String parameter(HttpServletRequest form, String name) {
    return Optional.ofNullable(form.getParameter(name)).orElse("");
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
