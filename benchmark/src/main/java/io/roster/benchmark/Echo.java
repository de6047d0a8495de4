package io.roster.benchmark;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Reads a JSON body and answers with the same: the least a registration can cost on Jetty. */
public final class Echo extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final int LARGEST = 65_536;
  private static final byte[] DOCUMENT =
      """
      {"client_id":"mcp-client-0197f0b8c0de7a5e9d1c2b3a4f5e6d7c","client_id_issued_at":1795435200,\
      "client_name":"Bench","redirect_uris":["http://127.0.0.1:33418/cb"],"scope":"read write",\
      "grant_types":["authorization_code","refresh_token"],"response_types":["code"],\
      "token_endpoint_auth_method":"none","client_uri":"https://app.example.com/",\
      "logo_uri":"https://app.example.com/logo.png","contacts":["ops@example.com"],\
      "registration_client_uri":"http://localhost:8080/oauth/register/mcp-client-0197f0b8c0de",\
      "registration_access_token":"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"}"""
          .getBytes(StandardCharsets.UTF_8);

  private final transient JacksonJson json = new JacksonJson();

  private Echo() {}

  /** Serves on the port named by the first argument until the process ends. */
  public static void main(String[] arguments) throws Exception {
    var threads = new QueuedThreadPool();
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    var server = new Server(threads);
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setPort(Integer.parseInt(arguments[0]));
    server.addConnector(connector);
    var context = new ServletContextHandler();
    context.addServlet(new Echo(), "/*");
    server.setHandler(context);
    server.start();
    server.join();
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var body = request.getInputStream().readNBytes(LARGEST);
    Json.Members members = json.read(new String(body, StandardCharsets.UTF_8));
    answer(response, 201, json.bytes(members));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(response, 200, DOCUMENT);
  }

  private static void answer(HttpServletResponse response, int status, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
