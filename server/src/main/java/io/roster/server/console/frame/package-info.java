/** What surrounds every page of the console: who is signed in, what may be sent, how it looks. */
@NullMarked
package io.roster.server.console.frame;

import org.jspecify.annotations.NullMarked;
