/** Roster's clients as Spring Security's authorization server sees them. */
@NullMarked
package io.roster.spring.client;

import org.jspecify.annotations.NullMarked;
