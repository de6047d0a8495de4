package io.roster.server.log;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.roster.core.audit.Acting;

/** Writes of which call a line of the log tells: {@code %request}. */
public final class RequestWord extends ClassicConverter {
  public RequestWord() {}

  @Override
  public String convert(ILoggingEvent event) {
    return Acting.request().map(id -> " [" + id + "]").orElse("");
  }
}
