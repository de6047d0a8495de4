/** What an operator can see of a running server afterwards, and who is told. */
@NullMarked
package io.roster.server.e2e.watch;

import org.jspecify.annotations.NullMarked;
