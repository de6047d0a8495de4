/** The part of the administrators' API that shows what was decided, and who is told. */
@NullMarked
package io.roster.server.admin.watch;

import org.jspecify.annotations.NullMarked;
