/** Signing in. */
@NullMarked
package io.roster.server.login;

import org.jspecify.annotations.NullMarked;
