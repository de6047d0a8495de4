package io.roster.server.cli;

import io.roster.server.serve.Server;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Plays one client's way through a server without a past; the launcher's build needs it. */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    Server.rehearse();
    return 0;
  }
}
