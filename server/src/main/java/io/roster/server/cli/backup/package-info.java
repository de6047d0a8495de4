/** Copies of the data, made while the server runs. */
@NullMarked
package io.roster.server.cli.backup;

import org.jspecify.annotations.NullMarked;
