package io.roster.server.page;

import io.roster.server.page.ConsentView.ScopeView;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says in words what scopes allow. */
public final class ScopeWords {
  private static final Map<String, String> KNOWN =
      Map.of(
          "read", "See your data",
          "write", "Create, change and delete your data",
          "offline_access", "Keep access while you are away");

  private final Map<String, String> words;

  /** Knows a few scopes by itself; the operator's words come first. */
  public ScopeWords(Map<String, String> operators) {
    var all = new HashMap<>(KNOWN);
    all.putAll(operators);
    this.words = Map.copyOf(all);
  }

  List<ScopeView> of(Collection<String> tokens) {
    return tokens.stream().map(t -> new ScopeView(t, words.getOrDefault(t, ""))).toList();
  }
}
