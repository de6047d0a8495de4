/** Hostile input of every kind, and what must hold whatever it is. */
@NullMarked
package io.roster.fuzz;

import org.jspecify.annotations.NullMarked;
