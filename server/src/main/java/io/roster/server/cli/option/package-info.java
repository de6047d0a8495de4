/** Options and inputs that several commands take, and what they show on the way. */
@NullMarked
package io.roster.server.cli.option;

import org.jspecify.annotations.NullMarked;
