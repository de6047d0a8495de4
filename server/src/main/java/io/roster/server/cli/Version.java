package io.roster.server.cli;

import io.roster.server.settings.Release;
import picocli.CommandLine.IVersionProvider;

/** What --version prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "roster " + Release.version(),
      "Java " + Runtime.version() + " at " + System.getProperty("java.home")
    };
  }
}
