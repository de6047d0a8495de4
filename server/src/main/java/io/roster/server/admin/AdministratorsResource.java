package io.roster.server.admin;

import io.roster.core.json.Json;
import io.roster.server.account.Administrators;
import io.roster.server.account.Role;
import io.roster.server.api.AdminCall;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import io.roster.server.api.Pages;
import io.roster.server.api.Parameter;
import io.roster.server.api.Problems;
import io.roster.store.account.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** {@code /api/v1/administrators}: who administers, and as what. */
final class AdministratorsResource {
  private static final String ROLES = "role is one of viewer, operator, admin";

  private final Administrators people;

  AdministratorsResource(Administrators people) {
    this.people = people;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/administrators", "listAdministrators")
            .by(Role.VIEWER, "Lists who administers, by name.")
            .with(Parameter.LIMIT, Parameter.AFTER)
            .answers("AdministratorList")
            .does(this::list),
        Operation.post("/administrators", "createAdministrator")
            .by(Role.ADMIN, "Adds somebody who administers.")
            .takes("AdministratorRequest")
            .creates("Administrator")
            .does(call -> call.withObject(this::create)),
        Operation.get("/administrators/{name}", "getAdministrator")
            .by(Role.VIEWER, "Shows an administrator.")
            .answers("Administrator")
            .does(call -> known(people.find(call.variable()))),
        Operation.patch("/administrators/{name}", "updateAdministrator")
            .by(Role.ADMIN, "Gives a user this role, whether it had one or not.")
            .takes("RoleRequest")
            .answers("Administrator")
            .does(call -> call.withObject(body -> appoint(call, body))),
        Operation.delete("/administrators/{name}", "deleteAdministrator")
            .by(Role.ADMIN, "Removes an administrator with all API tokens.")
            .does(this::remove),
        Operation.get("/me", "getMyself")
            .by(Role.VIEWER, "Tells who is asking, and what they may do.")
            .answers("Myself")
            .does(AdministratorsResource::myself));
  }

  private AdminReply list(AdminCall call) {
    var page = people.after(call.after(), call.limit());
    var items =
        page.stream()
            .filter(user -> Role.highest(user.roles()).isPresent())
            .map(AdministratorsResource::json)
            .toList();
    return Pages.of(
        call,
        items,
        page.size() < call.limit() ? Optional.empty() : Optional.of(page.getLast().name()));
  }

  private AdminReply create(Json.Members body) {
    var role = body.text("role").flatMap(Role::of);
    if (role.isEmpty()) {
      return Problems.badRequest(ROLES);
    }
    var added =
        people.addAdministrator(
            UsersResource.text(body, "name"), UsersResource.text(body, "password"), role.get());
    return UsersResource.reply(added, "administrators", AdministratorsResource::json);
  }

  private AdminReply appoint(AdminCall call, Json.Members body) {
    return body.text("role")
        .flatMap(Role::of)
        .map(role -> known(people.appoint(call.variable(), role)))
        .orElseGet(() -> Problems.badRequest(ROLES));
  }

  private AdminReply remove(AdminCall call) {
    boolean isOne = people.find(call.variable()).isPresent();
    return isOne && people.remove(call.variable()) ? AdminReply.empty() : Problems.notFound();
  }

  private static AdminReply myself(AdminCall call) {
    var members = new LinkedHashMap<String, Json>();
    members.put("name", Json.of(call.principal().name()));
    members.put("means", Json.of(call.principal().means()));
    members.put("role", Json.of(call.principal().role().wireName()));
    return AdminReply.of(200, new Json.Members(members));
  }

  private static AdminReply known(Optional<User> user) {
    return user.map(u -> AdminReply.of(200, json(u))).orElseGet(Problems::notFound);
  }

  private static Json.Members json(User user) {
    var members = new LinkedHashMap<String, Json>();
    members.put("name", Json.of(user.name()));
    members.put("role", Json.of(Role.highest(user.roles()).orElseThrow().wireName()));
    members.put("created_at", Json.of(user.createdAt().toString()));
    return new Json.Members(members);
  }
}
