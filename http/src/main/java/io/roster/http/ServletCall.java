package io.roster.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** A servlet request as a call; reads nothing before it is asked to. */
final class ServletCall implements HttpCall {
  private final HttpServletRequest request;

  ServletCall(HttpServletRequest request) {
    this.request = request;
  }

  /** The body broke off, or did not come in time. */
  static final class BrokenBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenBodyException(IOException cause) {
      super(cause);
    }
  }

  @Override
  public String method() {
    return request.getMethod().toUpperCase(Locale.ROOT);
  }

  @Override
  public String path() {
    return request.getRequestURI();
  }

  @Override
  public Optional<String> header(String name) {
    var values = request.getHeaders(name);
    if (!values.hasMoreElements()) {
      return Optional.empty();
    }
    var only = values.nextElement();
    return values.hasMoreElements() ? Optional.empty() : Optional.of(only);
  }

  @Override
  public String remoteAddress() {
    // Some containers write IPv6 addresses as URLs do.
    var address = request.getRemoteAddr();
    return address.startsWith("[") && address.endsWith("]")
        ? address.substring(1, address.length() - 1)
        : address;
  }

  @Override
  public Optional<byte[]> body(int limit) {
    if (request.getContentLengthLong() > limit) {
      return Optional.empty();
    }
    try {
      var bytes = request.getInputStream().readNBytes(limit + 1);
      return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
    } catch (IOException e) {
      throw new BrokenBodyException(e);
    }
  }
}
