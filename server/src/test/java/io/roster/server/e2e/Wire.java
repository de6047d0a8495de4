package io.roster.server.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/** Requests in HTTP/1.1, byte by byte, with nobody who would correct them. */
final class Wire {
  private static final String HEAD =
      " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nConnection: close\r\n";
  private static final String JSON = "Content-Type: application/json";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  private Wire() {}

  static byte[] raw(String request) {
    return request.getBytes(ISO_8859_1);
  }

  /** A request without body; {@code headers} are whole lines, without the last line break. */
  static byte[] request(String method, String path, String headers) {
    return raw(method + " " + path + HEAD + headers + "\r\n\r\n");
  }

  static byte[] get(String path, String headers) {
    return request("GET", path, headers);
  }

  /** A JSON body with a right length. */
  static byte[] json(String path, byte[] body) {
    return post(path, JSON, body);
  }

  static byte[] form(String path, String body) {
    return post(path, FORM, raw(body));
  }

  /** A body whose length is as the headers say, true or not. */
  static byte[] framed(String path, String headers, String body) {
    return raw("POST " + path + HEAD + JSON + "\r\n" + headers + "\r\n\r\n" + body);
  }

  static byte[] chunked(String path, String chunks) {
    return framed(path, "Transfer-Encoding: chunked", chunks);
  }

  private static byte[] post(String path, String type, byte[] body) {
    var request = new ByteArrayOutputStream();
    request.writeBytes(
        raw("POST " + path + HEAD + type + "\r\nContent-Length: " + body.length + "\r\n\r\n"));
    request.writeBytes(body);
    return request.toByteArray();
  }
}
