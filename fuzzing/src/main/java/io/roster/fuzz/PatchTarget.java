package io.roster.fuzz;

import io.roster.core.Roster;
import io.roster.core.access.Presented;
import io.roster.core.access.RegistrationAccess.Granted;
import io.roster.core.client.Client;
import io.roster.core.json.Json;
import io.roster.core.json.MergePatch;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.registration.ClientUpdate;
import io.roster.core.registration.RegistrationOutcome.Registered;
import io.roster.core.registration.UpdateOutcome;
import java.net.URI;

/** A merge patch laid over a client, RFC 7396. */
public final class PatchTarget {
  private static final ClientMetadata START =
      ClientMetadata.redirectingTo("https://app.example/cb", "http://localhost:1/cb");

  private PatchTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    JsonTarget.read(input)
        .ifPresent(
            patch -> {
              checkMerge(patch);
              update(patch);
            });
  }

  private static void checkMerge(Json.Members patch) {
    var merged = MergePatch.apply(START.toJson(), patch);
    Claim.holds(MergePatch.apply(merged, patch).equals(merged), "a patch applied twice is once");
    patch
        .values()
        .forEach(
            (name, change) ->
                Claim.holds(
                    change.equals(Json.NULL) != merged.values().containsKey(name),
                    "null removes a member, all else sets it"));
  }

  private static void update(Json.Members patch) {
    var roster = Roster.create(URI.create("https://as.example"));
    if (!(roster.registrar().register(START) instanceof Registered created)) {
      throw new IllegalStateException("the start is valid");
    }
    var before = created.client();
    var token = new Presented.Bearer(created.registrationToken().orElseThrow());
    if (!(roster.access().check(before.id().value(), token) instanceof Granted granted)) {
      throw new IllegalStateException("the token is right");
    }
    var outcome = roster.registrar().update(granted, new ClientUpdate.Merge(patch));
    var after = roster.clients().find(before.id()).orElseThrow();
    switch (outcome) {
      case UpdateOutcome.Updated updated -> checkUpdated(before, after);
      case UpdateOutcome.Rejected rejected -> {
        JsonTarget.checkTexts(rejected.violations());
        Claim.holds(after.equals(before), "a refused update changes nothing");
      }
      case UpdateOutcome.Gone gone -> Claim.holds(false, "nobody deleted the client");
    }
  }

  private static void checkUpdated(Client before, Client after) {
    Claim.holds(after.revision() == before.revision() + 1, "an update is one revision");
    Claim.holds(after.id().equals(before.id()), "the id stays");
    Claim.holds(after.issuedAt().equals(before.issuedAt()), "the time of issue stays");
    Claim.holds(after.origin().equals(before.origin()), "the origin stays");
    Claim.holds(after.state() == before.state(), "the state stays");
    Claim.holds(
        after.registrationToken().digest().equals(before.registrationToken().digest()),
        "the token stays");
    JsonTarget.check(after.metadata());
  }
}
