package io.roster.core;

import io.roster.core.access.InitialTokens;
import io.roster.core.access.RegistrationAccess;
import io.roster.core.cimd.DocumentClients;
import io.roster.core.cimd.DocumentDoor;
import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.Tombstone;
import io.roster.core.credential.Digester;
import io.roster.core.event.ClientEvents;
import io.roster.core.lifecycle.LifeCycle;
import io.roster.core.lifecycle.Purge;
import io.roster.core.lifecycle.Uses;
import io.roster.core.policy.PolicyEngine;
import io.roster.core.policy.RegistrationPolicy;
import io.roster.core.policy.Rule;
import io.roster.core.profile.Profiles;
import io.roster.core.registration.Administration;
import io.roster.core.registration.Examiner;
import io.roster.core.registration.Issuers;
import io.roster.core.registration.Registrar;
import io.roster.core.settings.RegistrationSettings;
import io.roster.core.statement.SoftwareStatements;
import io.roster.core.store.ClientLookup;
import io.roster.core.store.ClientSearch;
import io.roster.core.store.ClientStore;
import io.roster.core.store.InMemoryClientStore;
import io.roster.core.store.InMemoryInitialTokenStore;
import io.roster.core.store.InitialTokenStore;
import io.roster.core.store.LifeCycleStore;
import io.roster.core.store.ReviewStore;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** A client registry, put together: register through it, manage through it, look up through it. */
public final class Roster {
  private final RegistrationSettings settings;
  private final Registrar registrar;
  private final RegistrationAccess access;
  private final ClientLookup clients;
  private final ClientSearch search;
  private final ReviewStore reviews;
  private final Digester digester;
  private final PolicyEngine engine;
  private final InitialTokens initialTokens;
  private final Administration administration;
  private final LifeCycleStore lifeCycle;
  private final Uses uses;
  private final Purge purge;
  private final InstantSource clock;
  private final Optional<DocumentClients> documents;

  private Roster(Builder builder) {
    this.settings = builder.settings;
    this.clients = builder.clients;
    this.search = builder.clients;
    this.reviews = builder.clients;
    this.digester = builder.digester;
    this.clock = builder.clock;
    this.access = new RegistrationAccess(clients, digester, builder.clock);
    this.engine = PolicyEngine.of(settings, builder.allPolicies(), builder.profiles);
    var random = new SecureRandom();
    this.initialTokens = new InitialTokens(builder.initialTokens, digester, builder.clock, random);
    var issuers = Issuers.of(settings, digester, builder.clock, random);
    var judges = new Registrar.Judges(engine, builder.statements);
    var stores = new Registrar.Stores(builder.clients, builder.initialTokens);
    this.registrar = new Registrar(settings, judges, issuers, stores, builder.events);
    this.administration = new Administration(settings, judges, issuers, stores, builder.events);
    this.lifeCycle = builder.clients;
    this.uses = new Uses(lifeCycle, builder.clock);
    var rules = new LifeCycle(settings);
    this.purge = new Purge(rules, lifeCycle, uses, builder.events, builder.clock);
    this.documents = builder.door.map(door -> documents(door, issuers, builder));
  }

  private DocumentClients documents(DocumentDoor door, Issuers issuers, Builder builder) {
    return new DocumentClients(
        settings,
        door,
        new Examiner(settings, engine, SoftwareStatements.ignored()),
        issuers,
        new DocumentClients.Roll(builder.clients, builder.events));
  }

  /** A registry in memory with all defaults: the reference's create_client_registry. */
  public static Roster create(URI issuer) {
    return builder(RegistrationSettings.standard(issuer)).build();
  }

  public static Builder builder(RegistrationSettings settings) {
    return new Builder(settings);
  }

  public RegistrationSettings settings() {
    return settings;
  }

  /** Registers, reads, updates and deletes. */
  public Registrar registrar() {
    return registrar;
  }

  /** Checks registration access tokens; managing a client begins here. */
  public RegistrationAccess access() {
    return access;
  }

  /** Decides on clients as an administrator. */
  public Administration administration() {
    return administration;
  }

  /** Hands out tokens that let strangers register. */
  public InitialTokens initialTokens() {
    return initialTokens;
  }

  /** The rules in their order. */
  public List<Rule> rules() {
    return engine.rules();
  }

  /** Finds and lists clients. */
  public ClientLookup clients() {
    return clients;
  }

  /** The clients that are known by their metadata documents; nothing when none are. */
  public Optional<DocumentClients> documents() {
    return documents;
  }

  /** Finds a client that asks for something now: one with a document only while that counts. */
  public Optional<Client> inUse(ClientId id) {
    return id.isUrl() ? documents.flatMap(door -> door.find(id)) : clients.find(id);
  }

  /** Looks for clients among very many. */
  public ClientSearch search() {
    return search;
  }

  /** What administrators have to decide and have decided. */
  public ReviewStore reviews() {
    return reviews;
  }

  /** Notes when clients are used; whoever does must call its {@code write} now and then. */
  public Uses uses() {
    return uses;
  }

  /** Ends the clients whose time is over. */
  public Purge purge() {
    return purge;
  }

  /** What is remembered of a client that is gone. */
  public Optional<Tombstone> tombstone(ClientId id) {
    return lifeCycle.findTombstone(id);
  }

  /** The clock the registry goes by. */
  public InstantSource clock() {
    return clock;
  }

  /** Compares presented secrets with what is kept of them. */
  public Digester digester() {
    return digester;
  }

  /** Replaces parts of a registry before it is built; every part has a default. */
  public static final class Builder {
    private final RegistrationSettings settings;
    private ClientStore clients;
    private InitialTokenStore initialTokens;
    private SoftwareStatements statements = SoftwareStatements.ignored();
    private Profiles profiles = Profiles.none();
    private Digester digester = Digester.withoutPepper();
    private ClientEvents events = ClientEvents.ignored();
    private InstantSource clock = InstantSource.system();
    private List<RegistrationPolicy> policies = List.of();
    private Optional<DocumentDoor> door = Optional.empty();

    private Builder(RegistrationSettings settings) {
      this.settings = settings;
      var tokens = new InMemoryInitialTokenStore();
      this.clients = new InMemoryClientStore(tokens);
      this.initialTokens = tokens;
    }

    /** Keeps clients in this store, and the tokens that let them in in one beside it. */
    public Builder stores(ClientStore store, InitialTokenStore tokens) {
      this.clients = store;
      this.initialTokens = tokens;
      return this;
    }

    /** Keeps clients in this store; there are no initial access tokens. */
    public Builder clients(ClientStore store) {
      return stores(store, new InMemoryInitialTokenStore());
    }

    /** Knows these applications when they come, or others in their name. */
    public Builder profiles(Profiles known) {
      this.profiles = known;
      return this;
    }

    /** Believes these statements; without them the member is ignored. */
    public Builder statements(SoftwareStatements trusted) {
      this.statements = trusted;
      return this;
    }

    /** Lets clients in by their metadata documents; without, a URL is nobody's identifier. */
    public Builder documents(DocumentDoor next) {
      this.door = Optional.of(next);
      return this;
    }

    public Builder digester(Digester next) {
      this.digester = next;
      return this;
    }

    public Builder events(ClientEvents sink) {
      this.events = sink;
      return this;
    }

    public Builder clock(InstantSource next) {
      this.clock = next;
      return this;
    }

    /**
     * Adds rules of your own; they run after the standard ones and before those that a {@link
     * ServiceLoader} finds.
     */
    public Builder policies(List<RegistrationPolicy> own) {
      this.policies = List.copyOf(own);
      return this;
    }

    /** The rules given here, and those that jars on the class or module path provide. */
    private List<RegistrationPolicy> allPolicies() {
      var installed =
          ServiceLoader.load(RegistrationPolicy.class).stream().map(ServiceLoader.Provider::get);
      return Stream.concat(policies.stream(), installed).toList();
    }

    public Roster build() {
      return new Roster(this);
    }
  }
}
