/** What happens to clients, as it is kept for later. */
@NullMarked
package io.roster.spring.audit;

import org.jspecify.annotations.NullMarked;
