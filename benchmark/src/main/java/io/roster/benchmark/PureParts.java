package io.roster.benchmark;

import io.roster.core.Roster;
import io.roster.core.access.Admission.Admitted;
import io.roster.core.credential.Digest;
import io.roster.core.credential.Digester;
import io.roster.core.credential.Secret;
import io.roster.core.json.Json;
import io.roster.core.metadata.ClientMetadata;
import io.roster.core.metadata.MetadataReader;
import io.roster.core.metadata.Reading;
import io.roster.core.registration.Examination;
import io.roster.core.uri.RedirectUri;
import io.roster.http.JacksonJson;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a registration is made of, without network and database. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PureParts {
  private static final String BODY =
      """
      {"client_name":"Bench client","redirect_uris":["http://127.0.0.1:33418/cb"],\
      "grant_types":["authorization_code","refresh_token"],"response_types":["code"],\
      "token_endpoint_auth_method":"none","client_uri":"https://app.example.com/",\
      "logo_uri":"https://app.example.com/logo.png","tos_uri":"https://app.example.com/tos",\
      "policy_uri":"https://app.example.com/policy","contacts":["ops@example.com"]}""";

  private final JacksonJson json = new JacksonJson();
  private final Roster roster = Roster.create(URI.create("https://as.example.com"));
  private final Json.Members body = json.read(BODY);
  private final ClientMetadata metadata = metadata(body);
  private final Digester digester = Digester.withoutPepper();
  private final Secret secret = new Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
  private final Digest digest = digester.digest(secret);

  /** Reads the bytes of a body. */
  @Benchmark
  public Json.Members json() {
    return json.read(BODY);
  }

  /** Makes metadata of it. */
  @Benchmark
  public ClientMetadata read() {
    return metadata(body);
  }

  /** Passes it through every rule. */
  @Benchmark
  public Examination examine() {
    return roster.registrar().examine(metadata, Admitted.OPEN);
  }

  /** Reads one redirect URI. */
  @Benchmark
  public RedirectUri redirectUri() {
    return RedirectUri.of("http://127.0.0.1:33418/cb");
  }

  /** Compares a secret with what is kept of it. */
  @Benchmark
  public boolean secret() {
    return digester.matches(secret, digest);
  }

  private static ClientMetadata metadata(Json.Members members) {
    return MetadataReader.read(members) instanceof Reading.Parsed(var metadata)
        ? metadata
        : ClientMetadata.EMPTY;
  }
}
