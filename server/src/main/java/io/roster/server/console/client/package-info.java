/** The pages about clients: finding them, and everything there is to know and do about one. */
@NullMarked
package io.roster.server.console.client;

import org.jspecify.annotations.NullMarked;
