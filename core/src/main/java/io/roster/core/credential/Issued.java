package io.roster.core.credential;

/** A new credential: the secret for the client, and what we keep of it. */
public record Issued(Secret secret, Credential credential) {}
