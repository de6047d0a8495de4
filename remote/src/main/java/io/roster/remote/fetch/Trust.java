package io.roster.remote.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Which servers are who they say they are: the platform knows, and an operator may know more. */
public final class Trust {
  private Trust() {}

  /** The platform's certificates, and those in this PEM file. */
  public static SSLContext of(Optional<Path> more) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, more.isEmpty() ? null : managers(more.get()), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "roster.remote.trusted-certificates must name a file of PEM certificates", e);
    }
  }

  private static TrustManager[] managers(Path file) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var in = Files.newInputStream(file)) {
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("operator-" + store.size(), certificate);
      }
    }
    for (var issuer : x509(null).getAcceptedIssuers()) {
      store.setCertificateEntry("platform-" + store.size(), issuer);
    }
    return new TrustManager[] {x509(store)};
  }

  private static X509TrustManager x509(@Nullable KeyStore store) throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (var manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new GeneralSecurityException("the platform has no X.509 trust manager");
  }
}
