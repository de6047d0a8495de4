package io.roster.server.admin;

import io.roster.core.json.Json;
import io.roster.server.account.Administrators;
import io.roster.server.account.Administrators.Addition;
import io.roster.server.account.Role;
import io.roster.server.api.AdminCall;
import io.roster.server.api.AdminReply;
import io.roster.server.api.Operation;
import io.roster.server.api.Pages;
import io.roster.server.api.Parameter;
import io.roster.server.api.Problems;
import io.roster.store.account.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** {@code /api/v1/users}: the people who may sign in. */
final class UsersResource {
  private final Administrators people;

  UsersResource(Administrators people) {
    this.people = people;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/users", "listUsers")
            .by(Role.VIEWER, "Lists who may sign in, by name.")
            .with(Parameter.LIMIT, Parameter.AFTER)
            .answers("UserList")
            .does(
                call ->
                    Pages.of(
                        call,
                        people.usersAfter(call.after(), call.limit()),
                        UsersResource::json,
                        User::name)),
        Operation.post("/users", "createUser")
            .by(Role.ADMIN, "Adds somebody who may sign in.")
            .takes("UserRequest")
            .creates("User")
            .does(call -> call.withObject(this::create)),
        Operation.get("/users/{name}", "getUser")
            .by(Role.VIEWER, "Shows somebody who may sign in.")
            .answers("User")
            .does(
                call ->
                    people
                        .findUser(call.variable())
                        .map(user -> AdminReply.of(200, json(user)))
                        .orElseGet(Problems::notFound)),
        Operation.put("/users/{name}/password", "setUserPassword")
            .by(Role.ADMIN, "Gives somebody another password.")
            .takes("PasswordRequest")
            .does(call -> call.withObject(body -> replacePassword(call, body))),
        Operation.delete("/users/{name}", "deleteUser")
            .by(Role.ADMIN, "Removes somebody, and ends what they allowed.")
            .does(
                call -> people.remove(call.variable()) ? AdminReply.empty() : Problems.notFound()));
  }

  private AdminReply create(Json.Members body) {
    var added = people.addUser(text(body, "name"), text(body, "password"));
    return reply(added, "users", UsersResource::json);
  }

  private AdminReply replacePassword(AdminCall call, Json.Members body) {
    if (people.findUser(call.variable()).isEmpty()) {
      return Problems.notFound();
    }
    return people
        .replacePassword(call.variable(), text(body, "password"))
        .map(Problems::badRequest)
        .orElseGet(AdminReply::empty);
  }

  static String text(Json.Members body, String member) {
    return body.text(member).orElse("");
  }

  static AdminReply reply(Addition addition, String list, Function<User, Json.Members> json) {
    return switch (addition) {
      case Addition.Added(var user) ->
          AdminReply.of(201, json.apply(user))
              .with(
                  "Location",
                  "/api/v1/" + list + "/" + URLEncoder.encode(user.name(), StandardCharsets.UTF_8));
      case Addition.Taken() -> Problems.taken("there is a user of that name already");
      case Addition.Unfit(var advice) -> Problems.badRequest(advice);
    };
  }

  private static Json.Members json(User user) {
    var members = new LinkedHashMap<String, Json>();
    members.put("name", Json.of(user.name()));
    members.put("roles", Json.ofTexts(user.roles().stream().sorted().toList()));
    members.put("created_at", Json.of(user.createdAt().toString()));
    return new Json.Members(members);
  }
}
