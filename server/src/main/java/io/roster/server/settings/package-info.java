/** What an operator decides. */
@NullMarked
package io.roster.server.settings;

import org.jspecify.annotations.NullMarked;
