package io.roster.core.settings;

import io.roster.core.client.Tier;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operator decides about the rules.
 *
 * @param tiers the tiers whose settings are not the usual ones
 * @param modes what is done about a broken rule, by its name, where it is not the usual thing
 * @param reservedNames names that no client but an administrator's may have, or look like
 * @param shareRegistrations whether equal public clients of the open tier share one registration
 * @param explainErrors whether error responses list the broken rules, each with its name
 * @param mostPending how many clients may wait for an approval; 0 for any number
 */
public record PolicySettings(
    Map<Tier, TierSettings> tiers,
    Map<String, PolicyMode> modes,
    List<String> reservedNames,
    boolean shareRegistrations,
    boolean explainErrors,
    int mostPending) {
  private static final int USUAL_PENDING = 1000;

  public PolicySettings {
    tiers = Map.copyOf(tiers);
    modes = Map.copyOf(modes);
    reservedNames = List.copyOf(reservedNames);
  }

  /** Everything as usual. */
  public static PolicySettings standard() {
    return new PolicySettings(Map.of(), Map.of(), List.of(), false, false, USUAL_PENDING);
  }

  /** The same but for one tier. */
  public PolicySettings with(Tier tier, TierSettings settings) {
    var next = new EnumMap<Tier, TierSettings>(Tier.class);
    next.putAll(tiers);
    next.put(tier, settings);
    return new PolicySettings(
        next, modes, reservedNames, shareRegistrations, explainErrors, mostPending);
  }

  /** The same but for what is done about one rule. */
  public PolicySettings with(String rule, PolicyMode mode) {
    var next = new HashMap<>(modes);
    next.put(rule, mode);
    return new PolicySettings(
        tiers, next, reservedNames, shareRegistrations, explainErrors, mostPending);
  }
}
