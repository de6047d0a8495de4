package io.roster.core;

import io.roster.core.access.Presented;
import io.roster.core.access.RegistrationAccess;
import io.roster.core.access.RegistrationAccess.Granted;
import io.roster.core.client.Client;
import io.roster.core.credential.Secret;
import io.roster.core.event.ClientEvent;
import io.roster.core.json.Json;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.MetadataReader;
import io.roster.core.metadata.Reading.Parsed;
import io.roster.core.registration.ClientUpdate;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.UpdateOutcome;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.statement.SoftwareStatements;
import io.roster.core.store.ClientStore;
import io.roster.core.store.InMemoryClientStore;
import io.roster.core.store.InMemoryInitialTokenStore;
import io.roster.core.store.InitialTokenStore;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A registry with a clock set by hand, a store to look into and a record of its events. */
public final class ObservedRoster {
  public static final URI ISSUER = URI.create("https://as.example.com");
  public static final String REDIRECT = "https://client.example.com/cb";

  private final HandSetClock clock = new HandSetClock();
  private final List<ClientEvent> events = new CopyOnWriteArrayList<>();
  private final ClientStore store;
  private final Roster roster;

  private ObservedRoster(
      RegistrationSettings settings,
      ClientStore store,
      InitialTokenStore tokens,
      SoftwareStatements statements) {
    this.store = store;
    this.roster =
        Roster.builder(settings)
            .stores(store, tokens)
            .statements(statements)
            .clock(clock)
            .events(events::add)
            .build();
  }

  public static ObservedRoster standard() {
    return with(RegistrationSettings.standard(ISSUER));
  }

  public static ObservedRoster with(RegistrationSettings settings) {
    return with(settings, SoftwareStatements.ignored());
  }

  public static ObservedRoster over(ClientStore store) {
    return new ObservedRoster(
        RegistrationSettings.standard(ISSUER),
        store,
        new InMemoryInitialTokenStore(),
        SoftwareStatements.ignored());
  }

  /** One that takes these for true. */
  public static ObservedRoster believing(SoftwareStatements statements) {
    return with(RegistrationSettings.standard(ISSUER), statements);
  }

  private static ObservedRoster with(RegistrationSettings settings, SoftwareStatements statements) {
    var tokens = new InMemoryInitialTokenStore();
    return new ObservedRoster(settings, new InMemoryClientStore(tokens), tokens, statements);
  }

  public Roster roster() {
    return roster;
  }

  public HandSetClock clock() {
    return clock;
  }

  public ClientStore store() {
    return store;
  }

  public List<ClientEvent> events() {
    return events;
  }

  /** Registers a body of which the test knows that it is accepted. */
  public Registered register(Object... namesAndValues) {
    return (Registered) roster.registrar().register(metadata(Bodies.members(namesAndValues)));
  }

  /** Registers the least that is accepted. */
  public Registered registerSomeone() {
    return register("redirect_uris", List.of(REDIRECT));
  }

  /** The access that the client's own token opens. */
  public Granted access(Registered registered) {
    return (Granted) check(registered.client(), registered.registrationToken().orElseThrow());
  }

  public RegistrationAccess.Outcome check(Client client, Secret token) {
    return roster.access().check(client.id().value(), new Presented.Bearer(token));
  }

  /** Replaces all metadata; the body names the client by itself. */
  public UpdateOutcome put(Registered registered, Object... namesAndValues) {
    var body = Bodies.members(namesAndValues);
    var whole = Bodies.with(body, "client_id", registered.client().id().value());
    return roster.registrar().update(access(registered), new ClientUpdate.Replace(whole));
  }

  /** Lays the body over the metadata. */
  public UpdateOutcome patch(Registered registered, Object... namesAndValues) {
    var body = Bodies.members(namesAndValues);
    return roster.registrar().update(access(registered), new ClientUpdate.Merge(body));
  }

  /** The client as the store has it now. */
  public Client stored(Registered registered) {
    return store.find(registered.client().id()).orElseThrow();
  }

  public static ClientMetadata metadata(Json.Members body) {
    return ((Parsed) MetadataReader.read(body)).metadata();
  }
}
