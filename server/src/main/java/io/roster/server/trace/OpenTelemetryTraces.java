package io.roster.server.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.roster.server.settings.Release;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Spans by OpenTelemetry, sent by OTLP over HTTP in batches; a collector that is away costs none.
 */
final class OpenTelemetryTraces implements Traces {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final W3CTraceContextPropagator PROPAGATOR =
      W3CTraceContextPropagator.getInstance();
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<String> REQUEST = AttributeKey.stringKey("roster.request_id");

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  OpenTelemetryTraces(TracingSettings settings) {
    var exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(settings.endpoint().orElseThrow().toString())
            .setTimeout(PATIENCE);
    settings.authorization().ifPresent(s -> exporter.addHeader("Authorization", s.reveal()));
    var self =
        Resource.builder()
            .put("service.name", "roster")
            .put("service.version", Release.version())
            .build();
    this.provider =
        SdkTracerProvider.builder()
            .setResource(Resource.getDefault().merge(self))
            // Whoever calls doesn't decide how much is traced here.
            .setSampler(Sampler.traceIdRatioBased(settings.sample()))
            .addSpanProcessor(BatchSpanProcessor.builder(exporter.build()).build())
            .build();
    this.tracer = provider.get("io.roster");
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // Whoever asked for the span leaves it.
  public RequestSpan request(Request request, String id) {
    var endpoint = Route.of(String.valueOf(Request.getPathInContext(request)));
    var span =
        tracer
            .spanBuilder(request.getMethod() + " " + endpoint)
            .setParent(PROPAGATOR.extract(Context.root(), request, Headers.GETTER))
            .setSpanKind(SpanKind.SERVER)
            .setAttribute(METHOD, request.getMethod())
            .setAttribute(ROUTE, endpoint)
            .setAttribute(REQUEST, id)
            .startSpan();
    return new Open(span, span.makeCurrent());
  }

  @Override
  @SuppressWarnings("try") // The scope is there to be closed.
  public <T> T step(String name, Supplier<T> work) {
    var span = tracer.spanBuilder(name).startSpan();
    try (var scope = span.makeCurrent()) {
      return work.get();
    } catch (RuntimeException e) {
      span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
      throw e;
    } finally {
      span.end();
    }
  }

  @Override
  public void close() {
    // Waits for what is still to be sent, but not for a collector that doesn't answer.
    var ignored = provider.shutdown().join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private record Open(Span span, Scope scope) implements RequestSpan {
    @Override
    public void left() {
      scope.close();
    }

    @Override
    public void ended(int status) {
      span.setAttribute(STATUS, (long) status);
      if (status >= 500) {
        span.setStatus(StatusCode.ERROR);
      }
      span.end();
    }
  }

  /** Reads what a caller says of its trace. */
  private enum Headers implements TextMapGetter<Request> {
    GETTER;

    @Override
    public Iterable<String> keys(Request request) {
      return request.getHeaders().stream().map(HttpField::getName).toList();
    }

    @Override
    public @Nullable String get(@Nullable Request request, String name) {
      return request == null ? null : request.getHeaders().get(name);
    }
  }
}
