/** The manual, held to what there is. */
@NullMarked
package io.roster.server.docs;

import org.jspecify.annotations.NullMarked;
