/** The auto-configuration that puts the parts together. */
@NullMarked
package io.roster.spring.config;

import org.jspecify.annotations.NullMarked;
