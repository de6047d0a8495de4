/** People and their passwords. */
@NullMarked
package io.roster.server.account;

import org.jspecify.annotations.NullMarked;
