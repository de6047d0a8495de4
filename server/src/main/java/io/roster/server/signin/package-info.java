/** Signing in through an identity provider elsewhere, OpenID Connect Core 1.0 section 3.1. */
@NullMarked
package io.roster.server.signin;

import org.jspecify.annotations.NullMarked;
