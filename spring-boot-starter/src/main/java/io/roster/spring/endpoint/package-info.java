/** Where the endpoints are mounted and what they have in common. */
@NullMarked
package io.roster.spring.endpoint;

import org.jspecify.annotations.NullMarked;
