/** The authorization server as clients and people meet it: over HTTP, on Jetty. */
@NullMarked
package io.roster.spring;

import org.jspecify.annotations.NullMarked;
