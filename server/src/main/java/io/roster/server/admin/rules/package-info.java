/** What the rules are, and what they would say of a client. */
@NullMarked
package io.roster.server.admin.rules;

import org.jspecify.annotations.NullMarked;
