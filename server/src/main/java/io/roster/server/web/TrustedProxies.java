package io.roster.server.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Tells where a request really comes from when it passed proxies of the operator's: the last
 * address in X-Forwarded-For that is none of theirs. Whatever stands before it may be made up.
 */
final class TrustedProxies implements HttpConfiguration.Customizer {
  private static final String HEADER = "X-Forwarded-For";
  private static final int MOST_ADDRESSES = 32;
  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private final InetAddressSet proxies = new InetAddressSet();

  /** Trusts these addresses and networks, 10.0.0.0/8 for example. */
  TrustedProxies(Collection<String> addresses) {
    addresses.forEach(proxies::add);
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable headers) {
    var peer = request.getConnectionMetaData().getRemoteSocketAddress();
    if (!(peer instanceof InetSocketAddress socket) || !proxies.test(socket.getAddress())) {
      return request;
    }
    return origin(request).<Request>map(address -> new Forwarded(request, address)).orElse(request);
  }

  private Optional<InetAddress> origin(Request request) {
    List<String> addresses = new ArrayList<>(request.getHeaders().getCSV(HEADER, false));
    if (addresses.size() > MOST_ADDRESSES) {
      return Optional.empty();
    }
    for (var text : addresses.reversed()) {
      var address = parse(text);
      if (address.isEmpty() || !proxies.test(address.get())) {
        return address;
      }
    }
    return Optional.empty();
  }

  private static Optional<InetAddress> parse(String text) {
    try {
      // A name would be looked up, and must not be.
      return LITERAL.matcher(text).matches()
          ? Optional.of(InetAddress.getByName(text))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static final class Forwarded extends Request.Wrapper {
    private final ConnectionMetaData connection;

    Forwarded(Request request, InetAddress origin) {
      super(request);
      var address = new InetSocketAddress(origin, 0);
      this.connection =
          new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
              return address;
            }
          };
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
      return connection;
    }
  }
}
