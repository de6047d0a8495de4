/** What is done now and then, on a thread of its own. */
@NullMarked
package io.roster.spring.upkeep;

import org.jspecify.annotations.NullMarked;
