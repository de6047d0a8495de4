package io.roster.server.login;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/** Who a request is from, looked up when someone first asks, by one thread. */
final class LazyContext implements DeferredSecurityContext {
  private final Supplier<Optional<SecurityContext>> search;
  private @Nullable SecurityContext context;
  private boolean generated;

  LazyContext(Supplier<Optional<SecurityContext>> search) {
    this.search = search;
  }

  @Override
  public SecurityContext get() {
    if (context == null) {
      var found = search.get();
      generated = found.isEmpty();
      context = found.orElseGet(SecurityContextImpl::new);
    }
    return context;
  }

  /** Whether the request is nobody's in particular. */
  @Override
  public boolean isGenerated() {
    var looked = get();
    return generated && looked.getAuthentication() == null;
  }
}
