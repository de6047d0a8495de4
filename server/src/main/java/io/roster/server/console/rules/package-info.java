/** The rules, and what they say of a body that somebody pastes. */
@NullMarked
package io.roster.server.console.rules;

import org.jspecify.annotations.NullMarked;
