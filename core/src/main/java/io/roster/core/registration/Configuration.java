package io.roster.core.registration;

import io.roster.core.client.Client;
import io.roster.core.credential.Secret;

/** A client as it is, and the registration access token to use from now on. */
public record Configuration(Client client, Secret registrationToken) {}
