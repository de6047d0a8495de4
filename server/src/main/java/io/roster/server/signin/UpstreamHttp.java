package io.roster.server.signin;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * How an identity provider is asked. The operator chose it, so it may be anywhere; but it can't
 * keep anyone waiting, fill the memory or send this server elsewhere.
 */
final class UpstreamHttp {
  private static final int MOST_BYTES = 256 * 1024;
  private static final List<ClientHttpRequestInterceptor> BOUNDED =
      List.of((request, body, execution) -> bounded(execution.execute(request, body)));

  private final ClientHttpRequestFactory requests;

  UpstreamHttp(SSLContext trust, Duration timeout) {
    var client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(trust)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    var factory = new JdkClientHttpRequestFactory(client);
    factory.setReadTimeout(timeout);
    this.requests = factory;
  }

  /** For discovery. */
  RestClient documents() {
    return bounded().build();
  }

  /** For the token endpoint. */
  RestClient tokens() {
    return bounded()
        .configureMessageConverters(
            converters -> {
              converters.addCustomConverter(new FormHttpMessageConverter());
              converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
            })
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }

  /** For keys and userinfo. */
  RestTemplate resources() {
    var template = new RestTemplate(requests);
    template.setInterceptors(BOUNDED);
    return template;
  }

  private static ClientHttpResponse bounded(ClientHttpResponse response) throws IOException {
    if (response.getStatusCode().is3xxRedirection()) {
      response.close();
      throw new IOException("it redirects, which is not followed");
    }
    return new Bounded(response);
  }

  private RestClient.Builder bounded() {
    return RestClient.builder()
        .requestFactory(requests)
        .requestInterceptors(all -> all.addAll(BOUNDED));
  }

  /** A response that ends with an error where it becomes too long. */
  private record Bounded(ClientHttpResponse response) implements ClientHttpResponse {
    @Override
    public HttpStatusCode getStatusCode() throws IOException {
      return response.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
      return response.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
      return response.getHeaders();
    }

    @Override
    public InputStream getBody() throws IOException {
      return new BoundedBody(response.getBody());
    }

    @Override
    public void close() {
      response.close();
    }
  }

  private static final class BoundedBody extends FilterInputStream {
    private long left = MOST_BYTES;

    BoundedBody(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      return read < 0 ? read : counted(read, 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      return read < 0 ? read : counted(read, read);
    }

    private int counted(int result, int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException("more than " + MOST_BYTES + " bytes");
      }
      return result;
    }
  }
}
