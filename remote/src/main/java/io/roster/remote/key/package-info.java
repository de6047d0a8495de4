/** Keys that are published at an address. */
@NullMarked
package io.roster.remote.key;

import org.jspecify.annotations.NullMarked;
