/** What the log says about clients. */
@NullMarked
package io.roster.server.log;

import org.jspecify.annotations.NullMarked;
