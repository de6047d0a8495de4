package io.roster.core.registration;

import io.roster.core.client.Tier;
import io.roster.core.json.Json;
import java.util.Optional;

/**
 * What an administrator changes about a client.
 *
 * @param metadata a merge patch over its metadata, RFC 7396
 * @param tier how much it is trusted from now on, where that changes
 */
public record Amendment(Json.Members metadata, Optional<Tier> tier) {}
