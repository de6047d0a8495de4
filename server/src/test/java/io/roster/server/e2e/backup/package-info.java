/** What is left when everything else is lost. */
@NullMarked
package io.roster.server.e2e.backup;

import org.jspecify.annotations.NullMarked;
