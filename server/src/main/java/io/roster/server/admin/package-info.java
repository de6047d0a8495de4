/** What is only for the operator, on a port of its own. */
@NullMarked
package io.roster.server.admin;

import org.jspecify.annotations.NullMarked;
