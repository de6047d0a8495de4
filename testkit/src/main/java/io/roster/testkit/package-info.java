/** Contracts that every store proves itself with, and fixtures for everyone's tests. */
@NullMarked
package io.roster.testkit;

import org.jspecify.annotations.NullMarked;
