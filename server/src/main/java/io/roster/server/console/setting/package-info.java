/** The settings as they are in force. */
@NullMarked
package io.roster.server.console.setting;

import org.jspecify.annotations.NullMarked;
