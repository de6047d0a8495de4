/** Grants, kept for Spring Security's authorization server in Roster's own store. */
@NullMarked
package io.roster.spring.grant;

import org.jspecify.annotations.NullMarked;
