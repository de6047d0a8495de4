package io.roster.server.page;

import io.roster.core.client.Client;
import io.roster.core.profile.Profiles;
import io.roster.core.uri.RedirectUri;
import io.roster.server.page.ConsentView.Wanted;
import java.time.InstantSource;

/** Introduces a client to the person it wants something from. */
public final class Introductions {
  private final Profiles profiles;
  private final InstantSource clock;

  public Introductions(Profiles profiles, InstantSource clock) {
    this.profiles = profiles;
    this.clock = clock;
  }

  /** What to tell about a client that wants this and an answer sent there. */
  ConsentView of(Client client, RedirectUri redirect, Wanted wanted) {
    var claim = ClaimView.of(profiles.likeness(client.metadata()), redirect);
    return ConsentView.of(client, redirect, wanted, clock.instant(), claim);
  }
}
