package io.roster.spring.token;

import io.roster.core.metadata.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The resources an operator named; where none was, clients may name any, RFC 8707 section 2. */
public final class KnownResources {
  private final List<Resource> all;
  private final Map<String, Resource> byCanonicalUri = new HashMap<>();

  public KnownResources(List<Resource> all) {
    this.all = List.copyOf(all);
    for (var resource : all) {
      var canonical = Resources.canonical(resource.uri());
      if (byCanonicalUri.put(canonical, resource) != null) {
        throw new IllegalArgumentException("roster.resources must differ in their uri");
      }
    }
  }

  /** The resources as they are known here, however they were spelled; nothing if one isn't. */
  public Optional<Resources> known(Resources asked) {
    if (all.isEmpty()) {
      return Optional.of(asked);
    }
    var found = found(asked);
    return found.size() == asked.uris().size()
        ? Optional.of(new Resources(found.stream().map(Resource::uri).toList()))
        : Optional.empty();
  }

  /** What a client may ask for at these resources, out of what it registered. */
  public Scope allowed(Resources at, Scope registered) {
    return all(at, registered, Resource::scope);
  }

  /** What a client gets at these resources that asks for nothing. */
  public Scope defaults(Resources at, Scope registered) {
    var allowed = allowed(at, registered);
    return all(at, allowed, Resource::defaultScope);
  }

  /** What a resource is called, if its operator said so. */
  public Optional<String> name(String uri) {
    return find(uri).map(Resource::name).filter(name -> !name.isEmpty());
  }

  /** What a scope means at these resources, if their operator said so. */
  public Optional<String> meaning(String scope, Resources at) {
    return found(at).stream()
        .flatMap(resource -> Optional.ofNullable(resource.meanings().get(scope)).stream())
        .findFirst();
  }

  private Scope all(Resources at, Scope most, Function<Resource, Scope> each) {
    var found = found(at);
    boolean limited =
        !found.isEmpty() && found.stream().noneMatch(resource -> each.apply(resource).isEmpty());
    return limited ? most.within(found.stream().map(each).reduce(Scope.of(""), Scope::and)) : most;
  }

  private List<Resource> found(Resources asked) {
    return asked.uris().stream().flatMap(uri -> find(uri).stream()).toList();
  }

  private Optional<Resource> find(String uri) {
    return Optional.ofNullable(byCanonicalUri.get(Resources.canonical(uri)));
  }
}
