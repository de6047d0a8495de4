/** The authorization endpoint: what a request may ask and how it is answered. */
@NullMarked
package io.roster.spring.authorize;

import org.jspecify.annotations.NullMarked;
