package io.roster.http;

import java.util.Optional;

/** A request, as far as the protocol needs it; whatever mounts the endpoints supplies one. */
public interface HttpCall {
  /** The method, in upper case. */
  String method();

  /** The path as it was sent, from the first slash to the query, nothing decoded. */
  String path();

  /** Returns the header's only value; nothing when it is missing or sent more than once. */
  Optional<String> header(String name);

  /** The address the call comes from, as a literal; proxies are already seen through. */
  String remoteAddress();

  /** Reads the body, up to {@code limit} bytes; returns nothing when there are more. */
  Optional<byte[]> body(int limit);
}
