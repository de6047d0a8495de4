package io.roster.core.event;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.client.Ending;
import io.roster.core.policy.Finding;
import java.util.List;

/** Something that happened to a client and that others may want to know. */
public sealed interface ClientEvent {
  /** A new client, and every rule it broke that didn't refuse it. */
  record Registered(Client client, List<Finding> findings) implements ClientEvent {
    public Registered {
      findings = List.copyOf(findings);
    }
  }

  /** A registration was answered with the client that an equal one already is. */
  record Shared(Client client) implements ClientEvent {}

  /** A registration was refused; there is no client. */
  record RegistrationRejected(List<Finding> findings) implements ClientEvent {
    public RegistrationRejected {
      findings = List.copyOf(findings);
    }
  }

  /** A client's metadata or credentials are others now. */
  record Updated(Client before, Client after, List<Finding> findings) implements ClientEvent {
    public Updated {
      findings = List.copyOf(findings);
    }

    /** The names of the metadata that are others now, in the order replies list them. */
    public List<String> changed() {
      return after.metadata().differences(before.metadata());
    }
  }

  /** An update was refused; the client is what it was. */
  record UpdateRejected(ClientId id, List<Finding> findings) implements ClientEvent {
    public UpdateRejected {
      findings = List.copyOf(findings);
    }
  }

  /** A client waits for an administrator's decision, the first one of its like. */
  record Held(Client client) implements ClientEvent {}

  /** An administrator decided on a client; whatever it holds ends unless it may be used now. */
  record Decided(Client before, Client after) implements ClientEvent {}

  /** The client's secret was replaced; the one before it counts a while longer, if at all. */
  record SecretRotated(Client before, Client after) implements ClientEvent {}

  /** The client's registration access token was replaced by an administrator, or ended. */
  record TokenReplaced(Client before, Client after) implements ClientEvent {}

  /** An administrator ended everything that people granted the client. */
  record GrantsEnded(ClientId id, int grants) implements ClientEvent {}

  /** A client that time had taken away is back on its identifier. */
  record Revived(Client client) implements ClientEvent {}

  /** Someone deleted the client; whoever holds grants or tokens of it must end them now. */
  record Deleted(ClientId id, Ending ending) implements ClientEvent {}

  /** The time of these clients was over; none of them had a live grant. */
  record Purged(List<ClientId> ids, Ending ending) implements ClientEvent {
    public Purged {
      ids = List.copyOf(ids);
    }
  }
}
