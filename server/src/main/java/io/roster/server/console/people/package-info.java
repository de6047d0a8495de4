/** Who administers, and the tokens of their programs. */
@NullMarked
package io.roster.server.console.people;

import org.jspecify.annotations.NullMarked;
