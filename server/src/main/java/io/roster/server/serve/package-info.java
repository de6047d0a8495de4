/** How the server starts, says so, and stops. */
@NullMarked
package io.roster.server.serve;

import org.jspecify.annotations.NullMarked;
