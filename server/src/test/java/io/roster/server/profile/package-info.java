/** What the profiles of this release say of the clients there are. */
@org.jspecify.annotations.NullMarked
package io.roster.server.profile;
