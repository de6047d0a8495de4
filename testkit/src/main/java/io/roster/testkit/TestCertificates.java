package io.roster.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;

/** A certificate authority for tests: X.509 version 3, written down in DER by hand. */
public final class TestCertificates {
  /** A certificate and the key for it. */
  public record Identity(X509Certificate certificate, PrivateKey key) {}

  private static final byte[] ECDSA_SHA256 = hex("300a06082a8648ce3d040302");
  private static final byte[] IS_AUTHORITY = hex("300f0603551d130101ff040530030101ff");
  private static final String ALTERNATIVES = "0603551d11";
  private static final char[] NO_PASSWORD = new char[0];

  private final AtomicLong serial = new AtomicLong(1);
  private final KeyPair authority = newKey();
  private final X500Principal name = new X500Principal("CN=Test Authority");
  private final X509Certificate root = sign(name, authority, IS_AUTHORITY);

  public TestCertificates() {}

  /**
   * Issues a certificate; alternatives are {@code email:, dns:, uri:} or {@code ip:} and a name.
   */
  public Identity issue(String subject, String... alternatives) {
    var key = newKey();
    var names = alternatives.length == 0 ? new byte[0] : alternatives(alternatives);
    return new Identity(sign(new X500Principal(subject), key, names), key.getPrivate());
  }

  /** TLS as this identity, trusting this authority alone. */
  public SSLContext contextOf(Identity identity) {
    try {
      var own = KeyStore.getInstance("PKCS12");
      own.load(null, NO_PASSWORD);
      own.setKeyEntry(
          "own", identity.key(), NO_PASSWORD, new X509Certificate[] {identity.certificate(), root});
      var keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(own, NO_PASSWORD);
      var trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, NO_PASSWORD);
      trusted.setCertificateEntry("root", root);
      var trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The authority's own certificate, as a PEM file has it. */
  public String rootPem() {
    try {
      var base64 = Base64.getMimeEncoder().encodeToString(root.getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509Certificate sign(X500Principal subject, KeyPair key, byte[] extension) {
    var extensions = extension.length == 0 ? extension : tag(0xa3, tag(0x30, extension));
    var body =
        tag(
            0x30,
            hex("a003020102"),
            tag(0x02, BigInteger.valueOf(serial.getAndIncrement()).toByteArray()),
            ECDSA_SHA256,
            name.getEncoded(),
            tag(0x30, utc("250101000000Z"), utc("450101000000Z")),
            subject.getEncoded(),
            key.getPublic().getEncoded(),
            extensions);
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(authority.getPrivate());
      signature.update(body);
      var bits = tag(0x03, new byte[] {0}, signature.sign());
      var whole = new ByteArrayInputStream(tag(0x30, body, ECDSA_SHA256, bits));
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] alternatives(String... alternatives) {
    var names = Arrays.stream(alternatives).map(TestCertificates::name).toArray(byte[][]::new);
    return tag(0x30, hex(ALTERNATIVES), tag(0x04, tag(0x30, names)));
  }

  private static byte[] name(String alternative) {
    var parts = alternative.split(":", 2);
    return switch (parts[0]) {
      case "email" -> tag(0x81, ascii(parts[1]));
      case "dns" -> tag(0x82, ascii(parts[1]));
      case "uri" -> tag(0x86, ascii(parts[1]));
      case "ip" -> tag(0x87, address(parts[1]));
      default -> throw new IllegalArgumentException(alternative);
    };
  }

  private static byte[] address(String literal) {
    try {
      return InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static byte[] utc(String time) {
    return tag(0x17, ascii(time));
  }

  private static byte[] tag(int tag, byte[]... parts) {
    var content = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(content::writeBytes);
    var all = new ByteArrayOutputStream();
    all.write(tag);
    if (content.size() > 127) {
      var length = BigInteger.valueOf(content.size()).toByteArray();
      int zeros = length[0] == 0 ? 1 : 0;
      all.write(0x80 | (length.length - zeros));
      all.write(length, zeros, length.length - zeros);
    } else {
      all.write(content.size());
    }
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }

  private static KeyPair newKey() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
