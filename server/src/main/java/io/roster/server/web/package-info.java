/** What the web server takes from the network, and how much of it. */
@NullMarked
package io.roster.server.web;

import org.jspecify.annotations.NullMarked;
