/** Tests of what is handed out: the one jar, and the files around it. */
@NullMarked
package io.roster.packaging;

import org.jspecify.annotations.NullMarked;
