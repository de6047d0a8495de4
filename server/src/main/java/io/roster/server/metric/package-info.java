/** What is counted and timed, for Prometheus. */
@NullMarked
package io.roster.server.metric;

import org.jspecify.annotations.NullMarked;
