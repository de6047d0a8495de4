/** The commands: what an operator types, and what is printed back. */
@NullMarked
package io.roster.server.cli;

import org.jspecify.annotations.NullMarked;
