/** The administrator's console, in a real browser. */
@NullMarked
package io.roster.server.e2e.console;

import org.jspecify.annotations.NullMarked;
