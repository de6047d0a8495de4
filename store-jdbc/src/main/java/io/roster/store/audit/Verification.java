package io.roster.store.audit;

import java.util.List;

/**
 * What a walk along a part of the chain found.
 *
 * @param seals how many seals were looked at
 * @param entries how many entries they hold
 * @param last the number of the last seal looked at; the walk goes on behind it
 * @param head that seal's hash
 * @param complete whether that was the newest one
 * @param unsealed how many entries no seal holds yet
 * @param heads number and hash of each seal looked at
 * @param faults what doesn't fit; empty when nothing was tampered with
 */
public record Verification(
    long seals,
    long entries,
    long last,
    String head,
    boolean complete,
    long unsealed,
    List<String> heads,
    List<String> faults) {
  public Verification {
    heads = List.copyOf(heads);
    faults = List.copyOf(faults);
  }
}
