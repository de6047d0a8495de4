package io.roster.server.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import io.roster.core.audit.Acting;
import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import java.util.LinkedHashMap;

/** Writes each event of the log as one line of JSON, for programs that collect them. */
public final class JsonLines extends EncoderBase<ILoggingEvent> {
  private final JacksonJson json = new JacksonJson();

  public JsonLines() {}

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    var line = new LinkedHashMap<String, Json>();
    line.put("time", Json.of(event.getInstant().toString()));
    line.put("level", Json.of(event.getLevel().toString()));
    line.put("logger", Json.of(event.getLoggerName()));
    line.put("message", Json.of(event.getFormattedMessage()));
    Acting.request().ifPresent(id -> line.put("request_id", Json.of(id)));
    var thrown = event.getThrowableProxy();
    if (thrown != null) {
      line.put("error", Json.of(ThrowableProxyUtil.asString(thrown)));
    }
    return (json.write(new Json.Members(line)) + "\n").getBytes(UTF_8);
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }
}
