package io.roster.server.api;

import io.roster.core.json.Json;
import io.roster.core.store.StoreUnavailableException;
import io.roster.http.JacksonJson;
import io.roster.server.api.Operation.Trait;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the operation that is asked for, and lets it go on when it may. */
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger("io.roster.admin");
  private static final JacksonJson JSON = new JacksonJson();

  private final List<Operation> operations;
  private final Idempotency idempotency;

  public Dispatcher(List<Operation> operations, Idempotency idempotency) {
    this.operations = List.copyOf(operations);
    this.idempotency = idempotency;
  }

  /** Everything there is. */
  public List<Operation> operations() {
    return operations;
  }

  /** Answers a call, whatever happens. */
  public AdminReply answer(AdminCall call) {
    try {
      return operations.stream()
          .filter(operation -> operation.matches(call.method(), call.path()))
          .findFirst()
          .map(operation -> run(operation, call))
          .orElseGet(() -> unmatched(call));
    } catch (StoreUnavailableException e) {
      return Problems.unavailable();
    } catch (RuntimeException e) {
      LOG.error("an admin request failed", e);
      return Problems.broken();
    }
  }

  private AdminReply unmatched(AdminCall call) {
    var methods =
        operations.stream()
            .filter(operation -> operation.leadsTo(call.path()))
            .map(Operation::method)
            .distinct()
            .collect(Collectors.joining(", "));
    return methods.isEmpty() ? Problems.notFound() : Problems.methodNotAllowed(methods);
  }

  private AdminReply run(Operation operation, AdminCall call) {
    if (!call.principal().role().includes(operation.role())) {
      return Problems.forbidden("this takes the role " + operation.role().wireName());
    }
    var fault = faultInQuery(operation, call).or(() -> faultInBody(operation, call));
    if (fault.isPresent()) {
      return Problems.badRequest(fault.get());
    }
    var bound = call.withVariable(operation.variable(call.path()));
    return operation.traits().contains(Trait.CREATES)
        ? idempotency.once(bound, () -> operation.action().apply(bound))
        : operation.action().apply(bound);
  }

  /** A filter that is spelled wrong must not count as none. */
  private static Optional<String> faultInQuery(Operation operation, AdminCall call) {
    for (var asked : call.query().entrySet()) {
      var known =
          operation.parameters().stream().filter(p -> p.name().equals(asked.getKey())).findFirst();
      if (known.isEmpty()) {
        return Optional.of(
            operation.parameters().isEmpty()
                ? "there are no parameters"
                : "the parameters are "
                    + operation.parameters().stream()
                        .map(Parameter::name)
                        .collect(Collectors.joining(", ")));
      }
      if (!asked.getValue().isEmpty() && !known.get().allows(asked.getValue())) {
        return Optional.of(known.get().advice());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> faultInBody(Operation operation, AdminCall call) {
    boolean mayBeNone = operation.traits().contains(Trait.BODY_OPTIONAL);
    if (operation.request().isEmpty()
        || operation.traits().contains(Trait.RAW_BODY)
        || (mayBeNone && call.body().isBlank())) {
      return Optional.empty();
    }
    try {
      Json.Members members = JSON.read(call.body());
      return Schemas.fault(operation.request().get(), members);
    } catch (IllegalArgumentException malformed) {
      return Optional.of(String.valueOf(malformed.getMessage()));
    }
  }
}
