package org.opora.operations.tls.application;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.opora.api.web.spi.HouseNames;
import org.opora.operations.tls.domain.Identity;
import org.opora.operations.tls.domain.TlsFault;
import org.opora.operations.tls.domain.TlsFolder;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to other computers, beside the one that only this computer reaches. It speaks TLS; plain
 * only where the operator has named the server that stands in front. It comes and goes with the
 * server, so it is never open without the gate.
 */
@Component(
    service = {NetworkDoor.class, HouseNames.class},
    immediate = true)
public final class NetworkDoor implements HouseNames {
  /** Address to listen at; not set when only this computer is answered. */
  public static final String HOST = "opora.network.host";

  /** Port of that address. */
  public static final String PORT = "opora.network.port";

  /** Address of the server in front that speaks TLS instead; not set when there is none. */
  public static final String PROXY = "opora.proxy";

  private static final Logger LOG = LoggerFactory.getLogger(NetworkDoor.class);
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  /** Forward secret and authenticated; of TLS 1.3 there are no others. */
  private static final String[] SUITES = {
    "TLS_AES_256_GCM_SHA384",
    "TLS_AES_128_GCM_SHA256",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
  };

  private static final long YEAR_SECONDS = 31_536_000;
  private static final String STAY = "max-age=" + YEAR_SECONDS;
  private static final long IDLE_MILLIS = 60_000;

  private final TlsFolder folder;
  private final String host;
  private final int port;
  private final boolean plain;
  private final SslContextFactory.Server tls = new SslContextFactory.Server();
  private final ServiceRegistration<ConnectorFactory> registration;
  private volatile Identity identity;
  private volatile Connector connector;

  @Activate
  public NetworkDoor(BundleContext context) {
    this(
        TlsFolder.of(Path.of(context.getProperty("opora.data"))),
        context.getProperty(HOST),
        context.getProperty(PORT),
        context.getProperty(PROXY) != null,
        context);
  }

  /** Without a framework, for whoever has a server of their own. */
  NetworkDoor(TlsFolder folder, String host, int port) {
    this(folder, host, Integer.toString(port), false, null);
  }

  private NetworkDoor(
      TlsFolder folder, String host, String port, boolean plain, BundleContext context) {
    this.folder = folder;
    this.host = host;
    this.port = port == null ? 0 : Integer.parseInt(port);
    this.plain = plain;
    boolean usable = host != null && (plain || prepare());
    registration =
        usable && context != null
            ? context.registerService(ConnectorFactory.class, this::open, null)
            : null;
  }

  /** A product with a certificate that cannot be used starts all the same, without this door. */
  private boolean prepare() {
    try {
      String password = UUID.randomUUID().toString();
      Identity read =
          folder.server().orElseThrow(() -> new TlsFault("tls.none", folder.path().toString()));
      tls.setIncludeProtocols(PROTOCOLS);
      tls.setExcludeProtocols();
      tls.setIncludeCipherSuites(SUITES);
      tls.setExcludeCipherSuites();
      tls.setRenegotiationAllowed(false);
      tls.setKeyManagerPassword(password);
      tls.setKeyStorePassword(password);
      tls.setKeyStore(read.keyStore(password));
      identity = read;
      return true;
    } catch (IOException | TlsFault unusable) {
      LOG.error("The door to the network stays shut: {}", reason(unusable));
      return false;
    }
  }

  private static String reason(Exception unusable) {
    return unusable instanceof TlsFault fault
        ? fault.code() + " " + fault.getMessage()
        : unusable.toString();
  }

  Connector open(Server server) {
    HttpConfiguration configuration =
        Stream.of(server.getConnectors())
            .map(other -> other.getConnectionFactory(HttpConnectionFactory.class))
            .filter(Objects::nonNull)
            .findFirst()
            .map(factory -> new HttpConfiguration(factory.getHttpConfiguration()))
            .orElseGet(HttpConfiguration::new);
    HttpConnectionFactory http = new HttpConnectionFactory(configuration);
    ServerConnector made;
    if (plain) {
      made = new ServerConnector(server, http);
    } else {
      // Whether the name is ours says the gate, in its own words.
      configuration.addCustomizer(new SecureRequestCustomizer(false, YEAR_SECONDS, false));
      staySecure(server);
      made = new ServerConnector(server, new SslConnectionFactory(tls, http.getProtocol()), http);
    }
    made.setHost(host);
    made.setPort(port);
    made.setIdleTimeout(IDLE_MILLIS);
    connector = made;
    return made;
  }

  /** What the server refuses before it looks at a request as one says so, too. */
  private static void staySecure(Server server) {
    Request.Handler former = server.getErrorHandler();
    server.setErrorHandler(
        (request, response, callback) -> {
          if (request.getConnectionMetaData().isSecure()) {
            response.getHeaders().put(HttpHeader.STRICT_TRANSPORT_SECURITY, STAY);
          }
          return former.handle(request, response, callback);
        });
  }

  /** Whether other computers are to be answered here, by TLS. */
  public boolean wanted() {
    return host != null && !plain;
  }

  /** Whether they are. */
  public boolean open() {
    Connector made = connector;
    return made != null && made.isRunning();
  }

  /** The certificate in use; empty when there is none. */
  public Optional<Identity> identity() {
    return Optional.ofNullable(identity);
  }

  public TlsFolder folder() {
    return folder;
  }

  /**
   * Takes what lies in the folder now. Connections that stand go on, sessions are none of its
   * business, and whatever cannot be used leaves the former one in place.
   */
  public synchronized Identity reload() throws IOException, TlsFault {
    Identity read =
        folder.server().orElseThrow(() -> new TlsFault("tls.none", folder.path().toString()));
    if (identity != null) {
      String password = UUID.randomUUID().toString();
      try {
        tls.reload(
            changed -> {
              changed.setKeyManagerPassword(password);
              changed.setKeyStorePassword(password);
              changed.setKeyStore(read.keyStore(password));
            });
      } catch (Exception unusable) {
        throw new TlsFault("tls.unreadable", String.valueOf(unusable.getMessage()));
      }
      identity = read;
      LOG.info("The certificate holds until {}", read.until());
    }
    return read;
  }

  @Override
  public boolean ours(String name) {
    Identity used = identity;
    return used != null && used.named(name);
  }

  @Deactivate
  public void close() {
    if (registration != null) {
      registration.unregister();
    }
  }
}
