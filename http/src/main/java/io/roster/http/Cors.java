package io.roster.http;

/** Lets pages of any origin call the endpoints, which know no cookies, Fetch section 3.2. */
final class Cors {
  private Cors() {}

  static HttpReply open(HttpReply reply) {
    return reply.with("Access-Control-Allow-Origin", "*");
  }

  static HttpReply preflight(String methods) {
    return HttpReply.empty(204)
        .with("Allow", methods)
        .with("Access-Control-Allow-Methods", methods)
        .with("Access-Control-Allow-Headers", "Authorization, Content-Type, MCP-Protocol-Version")
        .with("Access-Control-Max-Age", "3600");
  }
}
