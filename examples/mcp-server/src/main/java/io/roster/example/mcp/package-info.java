/** An MCP server whose callers are authorized by Roster. */
@NullMarked
package io.roster.example.mcp;

import org.jspecify.annotations.NullMarked;
