/** How clients prove themselves at the token endpoint, RFC 7591 section 2. */
@NullMarked
package io.roster.spring.authenticate;

import org.jspecify.annotations.NullMarked;
