package io.roster.server.page;

import io.roster.core.uri.RedirectUri;

/**
 * The way back to a client that nobody vouches for, which only the person takes.
 *
 * @param address where it leads, with what the client is told; empty when it leads nowhere
 * @param target the host or app behind it
 */
record BackView(String address, String target) {
  static final BackView NOWHERE = new BackView("", "");

  static BackView to(String address) {
    return new BackView(address, ConsentView.target(RedirectUri.of(address)));
  }
}
