package io.roster.spring.config;

import io.roster.core.metadata.Scope;
import io.roster.spring.client.OfflineAccess;
import io.roster.spring.token.KnownResources;
import io.roster.spring.token.Resource;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code roster.} on what tokens are issued for.
 *
 * @param resources the MCP servers there are; where there is none, clients may name any
 * @param offlineAccess what the scope offline_access is
 */
@ConfigurationProperties("roster")
public record ResourceProperties(
    @DefaultValue List<Known> resources, @DefaultValue("ignored") OfflineAccess offlineAccess) {
  private static final int MOST = 1000;

  public ResourceProperties {
    resources = List.copyOf(resources);
    if (resources.size() > MOST) {
      throw new IllegalArgumentException("roster.resources must be at most 1000");
    }
  }

  /**
   * One of them.
   *
   * @param uri what its tokens name as their audience
   * @param name what people know it by
   * @param scope all that clients may ask for there; empty for whatever they registered
   * @param defaultScope what a client gets there that asks for nothing; empty for all of that
   * @param meanings what its scopes mean, in words
   */
  public record Known(
      @DefaultValue("") String uri,
      @DefaultValue("") String name,
      @DefaultValue("") String scope,
      @DefaultValue("") String defaultScope,
      @DefaultValue Map<String, String> meanings) {
    private Resource toResource() {
      return new Resource(uri, name, Scope.of(scope), Scope.of(defaultScope), meanings);
    }
  }

  KnownResources toKnownResources() {
    return new KnownResources(resources.stream().map(Known::toResource).toList());
  }
}
