package io.roster.example.mcp;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/** An MCP server whose callers are authorized by Roster; the whole of it, on embedded Jetty. */
public final class McpServerExample {
  static final String PATH = "/mcp";
  private static final String SCOPE = "read";

  private final Server server;
  private final ProtectedResource resource;

  private McpServerExample(Server server, ProtectedResource resource) {
    this.server = server;
    this.resource = resource;
  }

  public static void main(String[] arguments) throws Exception {
    try {
      var example = start(Settings.of(List.of(arguments), System.getenv()));
      System.out.println("MCP server at " + example.url() + ", authorized by " + example.issuer());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + System.lineSeparator() + Settings.USAGE);
      System.exit(2);
    }
  }

  static McpServerExample start(Settings settings) throws Exception {
    var server = new Server();
    var connector = new ServerConnector(server);
    connector.setHost("localhost");
    connector.setPort(settings.port());
    connector.open(); // first, because the port is part of the resource's name and may be 0
    var url = URI.create("http://localhost:" + connector.getLocalPort() + PATH);
    var resource = new ProtectedResource(url, settings.issuer(), SCOPE);
    server.addConnector(connector);
    server.setHandler(openToBrowsers(endpoints(resource)));
    server.setStopAtShutdown(true);
    server.start();
    return new McpServerExample(server, resource);
  }

  URI url() {
    return resource.uri();
  }

  URI issuer() {
    return resource.issuer();
  }

  void stop() throws Exception {
    server.stop();
  }

  private static Handler endpoints(ProtectedResource resource) {
    var gate =
        new BearerGate(resource, new AccessTokens(resource, new IssuerKeys(resource.issuer())));
    var metadata = new MetadataEndpoint(resource);
    var context = new ServletContextHandler();
    context.addFilter(new FilterHolder(gate), PATH, EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(Tools.servlet(), PATH);
    context.addServlet(metadata, ProtectedResource.WELL_KNOWN);
    context.addServlet(metadata, ProtectedResource.WELL_KNOWN + PATH);
    return context;
  }

  /** Clients such as the MCP Inspector run in a browser; without cookies any origin may ask. */
  private static Handler openToBrowsers(Handler handler) {
    var crossOrigin = new CrossOriginHandler();
    crossOrigin.setAllowedOriginPatterns(Set.of("*"));
    crossOrigin.setAllowCredentials(false);
    crossOrigin.setAllowedMethods(Set.of("GET", "POST", "DELETE"));
    crossOrigin.setAllowedHeaders(
        Set.of(
            "Accept", "Authorization", "Content-Type", "Mcp-Protocol-Version", "Mcp-Session-Id"));
    crossOrigin.setExposedHeaders(Set.of("WWW-Authenticate"));
    crossOrigin.setHandler(handler);
    return crossOrigin;
  }
}
