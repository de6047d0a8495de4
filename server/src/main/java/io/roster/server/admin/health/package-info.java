/** Whether the server can serve. */
@NullMarked
package io.roster.server.admin.health;

import org.jspecify.annotations.NullMarked;
