/** The standalone product: an authorization server with its registry, in one process. */
@NullMarked
package io.roster.server;

import org.jspecify.annotations.NullMarked;
