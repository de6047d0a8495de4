/** Files that an operator lays over what is shipped. */
@NullMarked
package io.roster.spring.operator;

import org.jspecify.annotations.NullMarked;
