/** The settings as they are in force. */
@NullMarked
package io.roster.server.admin.setting;

import org.jspecify.annotations.NullMarked;
