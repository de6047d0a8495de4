package io.roster.store.account;

import io.roster.core.credential.Digest;
import java.time.Instant;

/** Someone who is signed in with one browser; the digest is that of the value in its cookie. */
public record Session(Digest digest, String userName, Instant createdAt, Instant usedAt) {}
