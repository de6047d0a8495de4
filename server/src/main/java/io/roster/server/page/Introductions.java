package io.roster.server.page;

import io.roster.core.client.Client;
import io.roster.core.profile.Profiles;
import io.roster.core.uri.RedirectUri;
import java.time.InstantSource;
import java.util.Set;

/** Introduces a client to the person it wants something from. */
public final class Introductions {
  private final ScopeWords words;
  private final Profiles profiles;
  private final InstantSource clock;

  public Introductions(ScopeWords words, Profiles profiles, InstantSource clock) {
    this.words = words;
    this.profiles = profiles;
    this.clock = clock;
  }

  /** What to tell about a client that wants these scopes and an answer sent there. */
  ConsentView of(Client client, RedirectUri redirect, Set<String> scopes) {
    var claim = ClaimView.of(profiles.likeness(client.metadata()), redirect);
    return ConsentView.of(client, redirect, words.of(scopes), clock.instant(), claim);
  }
}
