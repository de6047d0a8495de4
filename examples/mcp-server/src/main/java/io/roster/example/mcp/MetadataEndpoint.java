package io.roster.example.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves the protected resource metadata, RFC 9728 section 3. */
final class MetadataEndpoint extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient ProtectedResource resource;

  MetadataEndpoint(ProtectedResource resource) {
    this.resource = resource;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response
        .getOutputStream()
        .write(McpJsonDefaults.getMapper().writeValueAsBytes(resource.metadata()));
  }
}
