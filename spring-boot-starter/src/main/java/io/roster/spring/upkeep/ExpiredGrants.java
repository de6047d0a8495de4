package io.roster.spring.upkeep;

import io.roster.core.grant.GrantStore;
import java.time.InstantSource;

/** Deletes grants that are over, a bounded number at a time. */
final class ExpiredGrants {
  private static final int BATCH = 500;
  private static final int BATCHES = 40;

  private final GrantStore grants;
  private final InstantSource clock;

  ExpiredGrants(GrantStore grants, InstantSource clock) {
    this.grants = grants;
    this.clock = clock;
  }

  /** Purges until nothing is left or enough was done for one time; returns how many went. */
  int purge() {
    int all = 0;
    for (int i = 0; i < BATCHES; i++) {
      int some = grants.purgeExpired(clock.instant(), BATCH);
      all += some;
      if (some < BATCH) {
        return all;
      }
    }
    return all;
  }
}
