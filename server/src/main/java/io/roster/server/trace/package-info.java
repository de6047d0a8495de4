/** Where a request's time goes, told to whoever collects traces. */
@NullMarked
package io.roster.server.trace;

import org.jspecify.annotations.NullMarked;
