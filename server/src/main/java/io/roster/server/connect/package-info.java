/** A running server's admin API, from the side of whoever calls it. */
@NullMarked
package io.roster.server.connect;

import org.jspecify.annotations.NullMarked;
