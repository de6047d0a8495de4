@NullMarked
package io.roster.example.mcp;

import org.jspecify.annotations.NullMarked;
