/** The page on which administrators decide about clients that wait. */
@NullMarked
package io.roster.server.console.approval;

import org.jspecify.annotations.NullMarked;
