/**
 * The pages of people whose application an administrator has to approve, or has decided against.
 */
@NullMarked
package io.roster.server.approval;

import org.jspecify.annotations.NullMarked;
