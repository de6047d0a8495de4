package io.roster.server.settings;

import java.util.Optional;

/** Which Roster this is. */
public final class Release {
  private Release() {}

  /** The version, as the build wrote it into the jar. */
  public static String version() {
    return Optional.ofNullable(Release.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
