/** The protocol over HTTP, without a web server: a call in, a reply out. */
@org.jspecify.annotations.NullMarked
module io.roster.http {
  requires transitive io.roster.core;
  requires transitive jakarta.servlet;
  requires static transitive org.jspecify;
  requires com.github.benmanes.caffeine;
  requires io.github.bucket4j.core;
  requires tools.jackson.core;

  exports io.roster.http;
  exports io.roster.http.limit;
}
