package io.roster.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A call made of values; a test changes only what it is about. */
final class FakeCall implements HttpCall {
  private final String method;
  private final String path;
  private final Map<String, String> headers = new HashMap<>();
  private byte[] body = new byte[0];
  private String remoteAddress = "192.0.2.1";

  private FakeCall(String method, String path) {
    this.method = method;
    this.path = path;
  }

  static FakeCall of(String method, String path) {
    return new FakeCall(method, path);
  }

  static FakeCall post(String json) {
    return of("POST", "/oauth/register").header("Content-Type", "application/json").body(json);
  }

  FakeCall header(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  FakeCall bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  FakeCall body(String json) {
    return body(json.getBytes(StandardCharsets.UTF_8));
  }

  FakeCall body(byte[] bytes) {
    body = Arrays.copyOf(bytes, bytes.length);
    return this;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  FakeCall from(String address) {
    remoteAddress = address;
    return this;
  }

  @Override
  public String remoteAddress() {
    return remoteAddress;
  }

  @Override
  public Optional<byte[]> body(int limit) {
    return body.length > limit ? Optional.empty() : Optional.of(Arrays.copyOf(body, body.length));
  }
}
