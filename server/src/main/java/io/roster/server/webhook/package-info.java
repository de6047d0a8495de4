/** Tells others what happens to clients. */
@NullMarked
package io.roster.server.webhook;

import org.jspecify.annotations.NullMarked;
