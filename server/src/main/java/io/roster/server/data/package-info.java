/** The data directory and who may use it. */
@NullMarked
package io.roster.server.data;

import org.jspecify.annotations.NullMarked;
