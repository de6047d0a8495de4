/** Tokens that let strangers register. */
@NullMarked
package io.roster.server.console.token;

import org.jspecify.annotations.NullMarked;
