package io.roster.spring.grant;

import io.roster.core.client.ClientId;
import io.roster.core.grant.Grant;
import io.roster.core.grant.GrantHandle;
import io.roster.core.grant.GrantStore;
import io.roster.core.lifecycle.Uses;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A grant store that notes a use of the client whenever a grant comes or changes: a request that a
 * person is asked about, a code, a token, a refresh.
 */
public record NotedGrants(GrantStore grants, Uses uses) implements GrantStore {
  @Override
  public Saving save(Grant grant) {
    var saving = grants.save(grant);
    if (saving == Saving.SAVED) {
      uses.note(grant.clientId());
    }
    return saving;
  }

  @Override
  public Optional<Grant> findById(String id) {
    return grants.findById(id);
  }

  @Override
  public Optional<Grant> findByHandle(GrantHandle handle) {
    return grants.findByHandle(handle);
  }

  @Override
  public boolean revoke(String id) {
    return grants.revoke(id);
  }

  @Override
  public int revokeAll(ClientId clientId) {
    return grants.revokeAll(clientId);
  }

  @Override
  public List<Grant> ofSubject(String subject, int limit) {
    return grants.ofSubject(subject, limit);
  }

  @Override
  public int revokeAll(ClientId clientId, String subject) {
    return grants.revokeAll(clientId, subject);
  }

  @Override
  public int purgeExpired(Instant now, int limit) {
    return grants.purgeExpired(now, limit);
  }
}
