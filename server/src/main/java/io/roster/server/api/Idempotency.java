package io.roster.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roster.core.json.Json;
import io.roster.http.JacksonJson;
import io.roster.store.idempotency.Claim;
import io.roster.store.idempotency.IdempotencyStore;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Does what comes with an Idempotency-Key once, and answers its repetition as it answered at first.
 * Answers hold secrets, so they are kept sealed; the key to them is made of what only the caller
 * knows and is kept nowhere.
 */
public final class Idempotency {
  public static final String HEADER = "idempotency-key";

  private static final Duration KEPT = Duration.ofHours(24);
  // Longer than any call takes; after a crash the caller waits for as long.
  private static final Duration UNDERWAY = Duration.ofMinutes(1);
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final JacksonJson JSON = new JacksonJson();

  private final IdempotencyStore store;
  private final InstantSource clock;

  public Idempotency(IdempotencyStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Does it now, unless it was done before. */
  public AdminReply once(AdminCall call, Supplier<AdminReply> action) {
    var key = call.headers().get(HEADER);
    if (key == null) {
      return action.get();
    }
    if (!key.matches("[\\x21-\\x7e]{16,200}")) {
      return Problems.badRequest("Idempotency-Key has 16 to 200 visible characters, a UUID say");
    }
    var name = digest("name", call.principal().name(), key);
    var request = digest("request", call.method(), String.join("/", call.path()), call.body());
    var now = clock.instant();
    return switch (store.claim(name, request, now, now.plus(UNDERWAY))) {
      case Claim.First() -> first(call, name, action);
      case Claim.Underway() -> Problems.underway();
      case Claim.Full() -> Problems.busy("too many Idempotency-Keys are remembered");
      case Claim.Answered(var earlier, var reply) ->
          earlier.equals(request) ? repeated(call, reply) : Problems.reused();
    };
  }

  private AdminReply first(AdminCall call, String name, Supplier<AdminReply> action) {
    boolean kept = false;
    try {
      var reply = action.get();
      if (reply.status() < 300) {
        store.keep(name, sealed(call, reply), clock.instant().plus(KEPT));
        kept = true;
      }
      return reply;
    } finally {
      if (!kept) {
        store.release(name);
      }
    }
  }

  private static AdminReply repeated(AdminCall call, String sealed) {
    return opened(call, sealed)
        .map(reply -> reply.with("Idempotency-Replayed", "true"))
        .orElseGet(() -> Problems.taken("it was made before, and its secrets were told then"));
  }

  private static String sealed(AdminCall call, AdminReply reply) {
    var text = new LinkedHashMap<String, Json>();
    text.put("status", Json.of(reply.status()));
    reply.headers().forEach((header, value) -> text.put("header " + header, Json.of(value)));
    reply.body().ifPresent(body -> text.put("body", body));
    var plain = JSON.bytes(new Json.Members(text));
    try {
      var nonce = new byte[NONCE];
      RANDOM.nextBytes(nonce);
      var sealed = cipher(Cipher.ENCRYPT_MODE, call, nonce).doFinal(plain);
      var base64 = Base64.getEncoder();
      return base64.encodeToString(nonce) + "." + base64.encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** Nothing when another credential was shown than at first. */
  private static Optional<AdminReply> opened(AdminCall call, String sealed) {
    try {
      int dot = Math.max(0, sealed.indexOf('.'));
      var base64 = Base64.getDecoder();
      var nonce = base64.decode(sealed.substring(0, dot));
      var bytes = base64.decode(sealed.substring(dot + 1));
      var text =
          JSON.read(new String(cipher(Cipher.DECRYPT_MODE, call, nonce).doFinal(bytes), UTF_8));
      var headers = new LinkedHashMap<String, String>();
      text.values()
          .forEach(
              (name, value) -> {
                if (name.startsWith("header ") && value instanceof Json.Text(var header)) {
                  headers.put(name.substring("header ".length()), header);
                }
              });
      var body =
          text.values().get("body") instanceof Json.Members members
              ? Optional.of(members)
              : Optional.<Json.Members>empty();
      int status = text.whole("status").orElseThrow().intValue();
      return Optional.of(new AdminReply(status, Map.copyOf(headers), body));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, AdminCall call, byte[] nonce)
      throws GeneralSecurityException {
    var bytes =
        sha256(
            "seal",
            call.headers().getOrDefault("authorization", ""),
            call.headers().getOrDefault(HEADER, ""),
            String.join("/", call.path()),
            call.body());
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  private static String digest(String... parts) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256("", parts));
  }

  private static byte[] sha256(String use, String... parts) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(use.getBytes(UTF_8));
      for (var part : parts) {
        var bytes = part.getBytes(UTF_8);
        sha256.update((":" + bytes.length + ":").getBytes(UTF_8));
        sha256.update(bytes);
      }
      return sha256.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
