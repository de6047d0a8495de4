/** What the access and refresh tokens are made of and signed with. */
@NullMarked
package io.roster.spring.token;

import org.jspecify.annotations.NullMarked;
