package io.roster.example.mcp;

import static java.util.Objects.requireNonNull;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The tools this MCP server offers, over Streamable HTTP and without sessions. */
final class Tools {
  private static final int REQUEST_LIMIT = 64 * 1024;
  private static final String CALLER = "caller";

  private static final Tool WHOAMI =
      Tool.builder("whoami", Map.of("type", "object"))
          .description("Says who you are: what your access token tells this server about you.")
          .build();

  private static final Tool ADD =
      Tool.builder(
              "add",
              Map.of(
                  "type", "object",
                  "properties",
                      Map.of("a", Map.of("type", "number"), "b", Map.of("type", "number")),
                  "required", List.of("a", "b")))
          .description("Adds two numbers.")
          .build();

  private Tools() {}

  /** A servlet that speaks MCP; {@link BearerGate} belongs in front of it. */
  static HttpServlet servlet() {
    var transport =
        HttpServletStatelessServerTransport.builder()
            .messageEndpoint(McpServerExample.PATH)
            .maxRequestSize(REQUEST_LIMIT)
            .contextExtractor(
                request -> McpTransportContext.create(Map.of(CALLER, BearerGate.callerOf(request))))
            .build();
    McpServer.sync(transport)
        .serverInfo("roster-example", "1.0.0")
        .toolCall(WHOAMI, Tools::whoami)
        .toolCall(ADD, Tools::add)
        .immediateExecution(true)
        .build();
    return transport;
  }

  private static CallToolResult whoami(McpTransportContext context, CallToolRequest request) {
    var claims = ((Caller) context.get(CALLER)).claims();
    try {
      return text(McpJsonDefaults.getMapper().writeValueAsString(claims));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CallToolResult add(McpTransportContext context, CallToolRequest request) {
    return text(String.valueOf(number(request, "a") + number(request, "b")));
  }

  /** The SDK has checked the arguments against the tool's schema. */
  private static double number(CallToolRequest request, String name) {
    return ((Number) requireNonNull(request.arguments().get(name))).doubleValue();
  }

  private static CallToolResult text(String text) {
    return CallToolResult.builder().addTextContent(text).build();
  }
}
