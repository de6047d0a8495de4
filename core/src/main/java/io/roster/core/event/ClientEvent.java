package io.roster.core.event;

import io.roster.core.client.Client;
import io.roster.core.client.ClientId;
import io.roster.core.metadata.Violation;
import java.util.List;

/** Something that happened to a client and that others may want to know. */
public sealed interface ClientEvent {
  record Registered(Client client) implements ClientEvent {}

  /** A registration was refused; there is no client. */
  record RegistrationRejected(List<Violation> violations) implements ClientEvent {
    public RegistrationRejected {
      violations = List.copyOf(violations);
    }
  }

  record Updated(Client before, Client after) implements ClientEvent {}

  /** An update was refused; the client is what it was. */
  record UpdateRejected(ClientId id, List<Violation> violations) implements ClientEvent {
    public UpdateRejected {
      violations = List.copyOf(violations);
    }
  }

  /** The client is gone; whoever holds grants or tokens of it must end them now. */
  record Deleted(ClientId id) implements ClientEvent {}
}
