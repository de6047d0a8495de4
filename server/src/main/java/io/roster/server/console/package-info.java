/** The administrator's pages, server-rendered, on the operator's listener. */
@NullMarked
package io.roster.server.console;

import org.jspecify.annotations.NullMarked;
