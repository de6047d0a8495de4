package io.roster.core.settings;

import java.util.Set;

/** Which schemes beside https and loopback http may receive a code. */
public enum RedirectSchemes {
  /** None, as MCP asks. */
  STRICT,
  /** Reverse-domain schemes, RFC 8252 section 7.1, and the apps that MCP users run. */
  KNOWN_APPS,
  /** Every scheme that no browser or system gives another meaning. */
  ANY_SAFE;

  private static final Set<String> APPS =
      Set.of("cursor", "vscode", "vscode-insiders", "windsurf", "jetbrains", "zed");

  // A browser runs, opens or sends these itself; none is an app that waits for a code.
  private static final Set<String> NEVER =
      Set.of(
          "javascript",
          "data",
          "vbscript",
          "file",
          "blob",
          "about",
          "ftp",
          "ftps",
          "sftp",
          "filesystem",
          "view-source",
          "intent",
          "android-app",
          "content",
          "ms-appx",
          "ms-appx-web",
          "ms-appdata",
          "ms-local-stream",
          "ws",
          "wss",
          "http",
          "https",
          "urn",
          "mailto",
          "tel",
          "sms",
          "smsto",
          "facetime",
          "callto",
          "news",
          "nntp",
          "gopher",
          "telnet",
          "ssh",
          "ldap",
          "ldaps",
          "cid",
          "mid",
          "jar",
          "resource",
          "chrome",
          "edge",
          "opera",
          "res",
          "mhtml",
          "livescript",
          "mocha",
          "wyciwyg",
          "feed",
          "irc",
          "magnet",
          "market",
          "smb",
          "afp",
          "nfs",
          "git",
          "svn",
          "rtsp",
          "x-javascript",
          "ms-msdt",
          "search-ms",
          "ms-officecmd");

  /** Whether an app may receive a code under this scheme, given in lower case. */
  public boolean allows(String scheme) {
    if (NEVER.contains(scheme)) {
      return false;
    }
    return switch (this) {
      case STRICT -> false;
      case KNOWN_APPS -> APPS.contains(scheme) || isReverseDomain(scheme);
      case ANY_SAFE -> true;
    };
  }

  private static boolean isReverseDomain(String scheme) {
    return scheme.matches("[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+");
  }
}
