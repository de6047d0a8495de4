package io.roster.server.page;

import io.roster.core.metadata.Scope;
import io.roster.server.page.ConsentView.PlaceView;
import io.roster.server.page.ConsentView.ScopeView;
import io.roster.server.page.ConsentView.Wanted;
import io.roster.spring.token.KnownResources;
import io.roster.spring.token.Resources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says in words what scopes allow, and at which servers. */
public final class ScopeWords {
  private static final Map<String, String> KNOWN =
      Map.of(
          "read", "See your data",
          "write", "Create, change and delete your data",
          "offline_access", "Keep access while you are away");

  private final Map<String, String> words;
  private final KnownResources resources;

  /** Knows a few scopes by itself; what the operator says of them, or of a resource's, is first. */
  public ScopeWords(Map<String, String> operators, KnownResources resources) {
    var all = new HashMap<>(KNOWN);
    all.putAll(operators);
    this.words = Map.copyOf(all);
    this.resources = resources;
  }

  /** What is wanted there, and which of it was allowed before. */
  Wanted of(Scope scope, Scope before, Resources at) {
    var scopes =
        scope.tokens().stream()
            .map(token -> new ScopeView(token, meaning(token, at), before.tokens().contains(token)))
            .toList();
    return new Wanted(places(at), scopes);
  }

  /** What these scopes mean there, one text each. */
  public List<String> all(Scope scope, Resources at) {
    return scope.tokens().stream()
        .map(token -> meaning(token, at).isEmpty() ? token : meaning(token, at))
        .toList();
  }

  /** What a resource is called, if it has a name here. */
  public String name(String resource) {
    return resource.isEmpty() ? "" : resources.name(resource).orElse("");
  }

  private List<PlaceView> places(Resources at) {
    return at.uris().stream()
        .map(uri -> new PlaceView(resources.name(uri).orElse(""), uri))
        .toList();
  }

  private String meaning(String token, Resources at) {
    return resources.meaning(token, at).orElseGet(() -> words.getOrDefault(token, ""));
  }
}
