/** People who wait until an administrator has decided on their application. */
@NullMarked
package io.roster.server.e2e.approval;

import org.jspecify.annotations.NullMarked;
