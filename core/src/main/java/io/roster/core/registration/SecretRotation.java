package io.roster.core.registration;

import io.roster.core.client.Client;
import io.roster.core.credential.Secret;

/** What came of replacing a client's secret. */
public sealed interface SecretRotation {
  /** The client as it is now, and its new secret. */
  record Rotated(Client client, Secret secret) implements SecretRotation {}

  /** The client proves itself without a secret. */
  record Needless() implements SecretRotation {}

  /** There is no such client. */
  record Unknown() implements SecretRotation {}
}
