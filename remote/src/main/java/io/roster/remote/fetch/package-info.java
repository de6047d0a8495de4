/** One guarded way to fetch what strangers publish. */
@NullMarked
package io.roster.remote.fetch;

import org.jspecify.annotations.NullMarked;
