/** The first page: how many clients there are, who comes, and what was refused. */
@NullMarked
package io.roster.server.console.overview;

import org.jspecify.annotations.NullMarked;
