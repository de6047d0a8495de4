/** Signing in elsewhere, from the first refused call of a client to its tokens. */
@NullMarked
package io.roster.server.e2e.signin;

import org.jspecify.annotations.NullMarked;
