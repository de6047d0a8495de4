/** Software statements, RFC 7591 section 2.3, by their signatures. */
@NullMarked
package io.roster.remote.statement;

import org.jspecify.annotations.NullMarked;
