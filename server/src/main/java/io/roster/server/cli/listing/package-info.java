/** How lists are printed, for people and for programs. */
@NullMarked
package io.roster.server.cli.listing;

import org.jspecify.annotations.NullMarked;
