/** Who decided what, and whether the chain of it is whole. */
@NullMarked
package io.roster.server.console.trail;

import org.jspecify.annotations.NullMarked;
