/** What people allowed clients before, and what follows from it. */
@NullMarked
package io.roster.spring.consent;

import org.jspecify.annotations.NullMarked;
