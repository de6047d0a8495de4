package io.roster.server.console.rules;

import io.roster.core.client.Tier;
import io.roster.core.json.Json;
import io.roster.server.account.Role;
import io.roster.server.api.AdminReply;
import io.roster.server.console.frame.Lists;
import io.roster.server.console.frame.Page;
import io.roster.server.console.frame.PageCall;
import io.roster.server.console.frame.PageReply;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code /policies}: the rules, what each tier may have, and a box for a registration body, of
 * which every rule says what it thinks. Nothing is stored of it.
 */
public final class PoliciesPage {
  private static final String PATH = "/policies";

  public PoliciesPage() {}

  public List<Page> pages() {
    return List.of(
        Page.get(PATH, call -> show(call, Explained.NOTHING)).named("Policies"),
        Page.post(PATH, Role.VIEWER, this::explain));
  }

  private PageReply explain(PageCall call) {
    var tier = call.field("tier");
    var asked = tier.isEmpty() ? Map.<String, String>of() : Map.of("tier", tier);
    var reply = call.post(asked, call.field("body"), "explain");
    return reply.status() == 200
        ? show(call, Explained.of(reply.body().orElseThrow()))
        : PageReply.refused(reply);
  }

  /**
   * A tier as a line of the table.
   *
   * @param lives how long secrets and unused clients of it last
   */
  public record TierLine(
      String name,
      String scope,
      String grants,
      String methods,
      String schemes,
      String lives,
      String quota,
      String approval) {
    static TierLine of(Json.Members tier) {
      return new TierLine(
          tier.text("tier").orElse(""),
          tier.text("scope_ceiling").orElse(""),
          texts(tier, "grant_types"),
          texts(tier, "auth_methods"),
          tier.text("redirect_schemes").orElse(""),
          "secrets %s, never used %s, idle %s"
              .formatted(
                  days(tier, "client_secret_seconds"),
                  days(tier, "never_used_seconds"),
                  days(tier, "idle_seconds")),
          tier.whole("quota").filter(most -> most > 0).map(String::valueOf).orElse("any number"),
          Json.TRUE.equals(tier.values().get("approval")) ? "each is approved" : "");
    }
  }

  /** A rule as a line of the table. */
  public record RuleLine(String name, String mode, String others) {
    static RuleLine of(Json.Members rule) {
      var mode = rule.text("mode").orElse("");
      return new RuleLine(
          rule.text("rule").orElse(""),
          mode,
          Arrays.stream(texts(rule, "modes").split(", ", -1))
              .filter(other -> !other.equals(mode))
              .collect(Collectors.joining(", ")));
    }
  }

  private PageReply show(PageCall call, Explained explained) {
    AdminReply reply = call.get("policies");
    if (reply.status() != 200) {
      return PageReply.refused(reply);
    }
    var policies = reply.body().orElseThrow();
    var model = new LinkedHashMap<String, Object>();
    model.put("rules", Lists.items(policies, "rules").stream().map(RuleLine::of).toList());
    model.put("tiers", Lists.items(policies, "tiers").stream().map(TierLine::of).toList());
    model.put("names", Arrays.stream(Tier.values()).map(Tier::wireName).toList());
    model.put("explained", explained);
    model.put("body", call.field("body"));
    model.put("tier", call.field("tier"));
    return PageReply.shown("policies", "Policies", model);
  }

  private static String texts(Json.Members members, String name) {
    return members.values().get(name) instanceof Json.Items(var items)
        ? items.stream()
            .filter(Json.Text.class::isInstance)
            .map(text -> ((Json.Text) text).value())
            .collect(Collectors.joining(", "))
        : "";
  }

  private static String days(Json.Members members, String name) {
    long seconds = members.whole(name).orElse(0L);
    var life = Duration.ofSeconds(seconds);
    if (seconds == 0) {
      return "for ever";
    }
    return life.toDays() > 1 ? life.toDays() + " days" : life.toHours() + " hours";
  }
}
