package io.roster.core.store;

import io.roster.core.client.Client;
import io.roster.core.client.ClientState;
import io.roster.core.client.Tier;
import io.roster.core.metadata.Members;
import io.roster.core.uri.AbsoluteUri;
import io.roster.core.uri.RedirectUri;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is said of the clients that are looked for; all of it has to hold. Words are compared
 * without regard to case.
 *
 * @param text a part of the identifier, of a name, of a redirect host or of the software's id
 * @param name a part of a name, in whatever language
 * @param redirectHost the host of a redirect URI, or a domain it is in
 * @param software the software's id
 */
public record ClientQuery(
    Optional<ClientState> state,
    Optional<Tier> tier,
    Optional<String> text,
    Optional<String> name,
    Optional<String> redirectHost,
    Optional<String> software,
    Span registered,
    Span used,
    boolean neverUsed) {
  /** All clients. */
  public static final ClientQuery ALL =
      new ClientQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Span.ALWAYS,
          Span.ALWAYS,
          false);

  /** A span of time that includes both its ends. */
  public record Span(Optional<Instant> from, Optional<Instant> to) {
    public static final Span ALWAYS = new Span(Optional.empty(), Optional.empty());

    boolean includes(Instant time) {
      return from.filter(time::isBefore).isEmpty() && to.filter(time::isAfter).isEmpty();
    }
  }

  /** The clients in one state. */
  public static ClientQuery of(ClientState state) {
    return new ClientQuery(
        Optional.of(state),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Span.ALWAYS,
        Span.ALWAYS,
        false);
  }

  /** Whether it says nothing that an index of states doesn't answer. */
  public boolean saysOnlyState() {
    return equals(state.map(ClientQuery::of).orElse(ALL));
  }

  /** Whether all that is said holds for this client. */
  public boolean matches(Client client) {
    return state.filter(s -> client.state() != s).isEmpty()
        && tier.filter(t -> client.origin().tier() != t).isEmpty()
        && registered.includes(client.issuedAt())
        && wasUsed(client)
        && text.filter(t -> !mentions(client, t)).isEmpty()
        && name.filter(n -> names(client).noneMatch(containing(n))).isEmpty()
        && redirectHost.filter(h -> hosts(client).noneMatch(within(h))).isEmpty()
        && software.filter(s -> softwareId(client).noneMatch(s::equalsIgnoreCase)).isEmpty();
  }

  private boolean wasUsed(Client client) {
    if (neverUsed) {
      return client.lastUsedAt().isEmpty();
    }
    return used.equals(Span.ALWAYS) || client.lastUsedAt().filter(used::includes).isPresent();
  }

  private static boolean mentions(Client client, String text) {
    return Stream.of(
            Stream.of(client.id().value()), names(client), hosts(client), softwareId(client))
        .flatMap(texts -> texts)
        .anyMatch(containing(text));
  }

  private static Stream<String> names(Client client) {
    var metadata = client.metadata();
    return Stream.concat(
        metadata.clientName().stream(),
        metadata.localized().stream()
            .filter(variant -> variant.member() == Members.CLIENT_NAME)
            .map(variant -> variant.text()));
  }

  private static Stream<String> hosts(Client client) {
    return client.metadata().redirectUris().stream()
        .map(RedirectUri::parsed)
        .flatMap(Optional::stream)
        .filter(AbsoluteUri::isWeb)
        .map(AbsoluteUri::host);
  }

  private static Stream<String> softwareId(Client client) {
    return client.metadata().get(Members.SOFTWARE_ID).stream();
  }

  private static Predicate<String> containing(String part) {
    var folded = part.toLowerCase(Locale.ROOT);
    return text -> text.toLowerCase(Locale.ROOT).contains(folded);
  }

  private static Predicate<String> within(String domain) {
    var folded = domain.toLowerCase(Locale.ROOT);
    return host -> ("." + host.toLowerCase(Locale.ROOT)).endsWith("." + folded);
  }
}
