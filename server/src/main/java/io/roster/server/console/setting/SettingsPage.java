package io.roster.server.console.setting;

import io.roster.core.json.Json;
import io.roster.server.account.Role;
import io.roster.server.console.frame.Lists;
import io.roster.server.console.frame.Page;
import io.roster.server.console.frame.PageCall;
import io.roster.server.console.frame.PageReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** {@code /settings}: every setting, what it is and who set it; nothing can be changed here. */
public final class SettingsPage {
  private static final String PATH = "/settings";

  public SettingsPage() {}

  public List<Page> pages() {
    return List.of(Page.get(PATH, this::show).by(Role.OPERATOR).named("Settings"));
  }

  /** A setting as a line of the table. */
  public record Line(String name, String value, String usual, String source) {
    static Line of(Json.Members setting) {
      return new Line(
          setting.text("name").orElse(""),
          setting.text("value").orElse(""),
          setting.text("default").orElse(""),
          setting.text("source").orElse(""));
    }

    /** Whether somebody has set it. */
    public boolean set() {
      return !source.equals("default");
    }
  }

  private PageReply show(PageCall call) {
    var reply = call.get("settings");
    if (reply.status() != 200) {
      return PageReply.refused(reply);
    }
    var part = call.query("q").strip().toLowerCase(Locale.ROOT);
    boolean onlySet = call.query("only").equals("set");
    var all = Lists.items(reply.body().orElseThrow()).stream().map(Line::of).toList();
    var model = new LinkedHashMap<String, Object>();
    model.put(
        "lines",
        all.stream()
            .filter(line -> line.name().contains(part) && (!onlySet || line.set()))
            .toList());
    model.put("all", all.size());
    model.put("changed", all.stream().filter(Line::set).count());
    model.put("q", call.query("q"));
    model.put("only", onlySet);
    return PageReply.shown("settings", "Settings", model);
  }
}
