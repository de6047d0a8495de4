/** Tests of the launchers. */
@NullMarked
package io.roster.server.launch;

import org.jspecify.annotations.NullMarked;
