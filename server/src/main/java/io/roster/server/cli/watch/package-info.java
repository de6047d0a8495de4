/** What happened, and who is told. */
@NullMarked
package io.roster.server.cli.watch;

import org.jspecify.annotations.NullMarked;
