/** How the parts of the server are put together. */
@NullMarked
package io.roster.server.config;

import org.jspecify.annotations.NullMarked;
