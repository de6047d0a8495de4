package io.roster.server.page;

import io.roster.core.profile.Likeness;
import io.roster.core.profile.Likeness.Impersonates;
import io.roster.core.profile.Likeness.LooksLike;
import io.roster.core.profile.Likeness.Unknown;
import io.roster.core.profile.Profile;
import io.roster.core.uri.RedirectUri;

/**
 * Which well-known application a client presents itself as; every text may be empty.
 *
 * @param looksLike the application that the client may be
 * @param selfHosted whether that one runs under any host, so that the host tells nothing
 * @param impersonates the application that the client is not
 * @param elsewhere where it sends people, and that application doesn't
 */
record ClaimView(String looksLike, boolean selfHosted, String impersonates, String elsewhere) {
  static ClaimView of(Likeness likeness, RedirectUri redirect) {
    return switch (likeness) {
      case Unknown unknown -> new ClaimView("", false, "", "");
      case LooksLike(var profile) ->
          new ClaimView(profile.displayName(), profile.selfHosted(), "", "");
      case Impersonates(var profile, var foreign) ->
          new ClaimView("", false, profile.displayName(), elsewhere(profile, redirect, foreign));
    };
  }

  /** This answer's own target, unless it is the one registered that gives no cause for doubt. */
  private static String elsewhere(Profile profile, RedirectUri redirect, RedirectUri foreign) {
    return ConsentView.target(profile.owns(redirect) ? foreign : redirect);
  }
}
