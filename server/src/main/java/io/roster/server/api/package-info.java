/** How the operator's API is put together: what it can be asked, by whom, and what it answers. */
@NullMarked
package io.roster.server.api;

import org.jspecify.annotations.NullMarked;
