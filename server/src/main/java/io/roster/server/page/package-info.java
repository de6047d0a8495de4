/** Pages for people. */
@NullMarked
package io.roster.server.page;

import org.jspecify.annotations.NullMarked;
