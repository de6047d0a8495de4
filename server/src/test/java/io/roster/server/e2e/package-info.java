/** Roster and its clients as processes of their own, driven from outside. */
@NullMarked
package io.roster.server.e2e;

import org.jspecify.annotations.NullMarked;
