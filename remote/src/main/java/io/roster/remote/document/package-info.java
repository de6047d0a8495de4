/** Client ID Metadata Documents, fetched from where they are published. */
@NullMarked
package io.roster.remote.document;

import org.jspecify.annotations.NullMarked;
