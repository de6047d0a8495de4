package io.roster.core.lifecycle;

import io.roster.core.client.ClientId;
import io.roster.core.client.Ending;
import io.roster.core.client.Tier;
import java.util.List;

/**
 * What a purge did, or would do.
 *
 * @param ended how many clients went, by tier and reason
 * @param kept how many would have gone but for a live grant or an administrator
 * @param examples a few of those that went
 * @param complete whether nothing is left to do
 */
public record PurgeReport(List<Count> ended, long kept, List<ClientId> examples, boolean complete) {
  /** So many clients of a tier went for one reason. */
  public record Count(Tier tier, Ending ending, long clients) {}

  public PurgeReport {
    ended = List.copyOf(ended);
    examples = List.copyOf(examples);
  }

  /** How many clients went in all. */
  public long total() {
    return ended.stream().mapToLong(Count::clients).sum();
  }
}
