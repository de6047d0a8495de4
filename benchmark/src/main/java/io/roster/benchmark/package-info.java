/** What Roster is measured with and against; nothing here is part of the product. */
@NullMarked
package io.roster.benchmark;

import org.jspecify.annotations.NullMarked;
