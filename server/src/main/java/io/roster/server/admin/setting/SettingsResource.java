package io.roster.server.admin.setting;

import io.roster.core.json.Json;
import io.roster.server.account.Role;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/settings}: every setting, what it is and who set it; never a secret. */
public final class SettingsResource {
  private final SettingsInForce settings;

  public SettingsResource(SettingsInForce settings) {
    this.settings = settings;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.get("/settings", "getSettings")
            .by(Role.OPERATOR, "Lists the settings, what they are and who set them.")
            .answers("SettingList")
            .does(call -> answer()));
  }

  private AdminReply answer() {
    var items = settings.all().stream().map(SettingsResource::json).toList();
    return AdminReply.of(
        200, new Json.Members(Map.of("items", new Json.Items(List.copyOf(items)))));
  }

  private static Json.Members json(SettingsInForce.Setting setting) {
    var members = new LinkedHashMap<String, Json>();
    members.put("name", Json.of(setting.name()));
    members.put("value", Json.of(setting.value()));
    members.put("default", Json.of(setting.usual()));
    members.put("source", Json.of(setting.source()));
    members.put("secret", Json.of(setting.secret()));
    return new Json.Members(members);
  }
}
