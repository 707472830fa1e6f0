package org.opora.operations.tls.application;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.api.health.spi.HealthCheck.Level;
import org.opora.operations.Recorded;
import org.opora.operations.tls.domain.Identity;
import org.opora.operations.tls.domain.TlsFault;
import org.opora.operations.tls.domain.TlsFolder;

/** The door with a real server behind it and clients that trust only the authority. */
class NetworkDoorTest {
  private static final String HOST = "127.0.0.1";

  @TempDir Path temp;
  private final LocalCa ca = new LocalCa(Clock.systemUTC());
  private final Server server = new Server();
  private final Recorded house = new Recorded();
  private TlsFolder folder;
  private Identity authority;
  private Identity first;
  private NetworkDoor door;
  private ServerConnector connector;
  private SSLContext trusting;

  @BeforeEach
  void open() throws Exception {
    folder = TlsFolder.of(temp.resolve("data"));
    List<ServerName> names = ServerName.all(List.of("opora.local", HOST));
    authority = ca.authority(names);
    first = ca.server(authority, names);
    folder.authority(authority);
    folder.server(first);
    door = new NetworkDoor(folder, HOST, 0);
    connector = (ServerConnector) door.open(server);
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            Content.Sink.write(response, true, request.isSecure() ? "by TLS" : "plain", callback);
            return true;
          }
        });
    server.start();
    trusting = trusting(authority.last());
  }

  @AfterEach
  void close() throws Exception {
    server.stop();
  }

  private static SSLContext trusting(X509Certificate root) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("root", root);
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private SSLSocket socket(SSLContext context) throws IOException {
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(HOST, connector.getLocalPort());
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static String ask(SSLSocket socket) throws IOException {
    socket
        .getOutputStream()
        .write(
            ("GET / HTTP/1.1\r\nHost: " + HOST + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    byte[] bytes = new byte[4096];
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("by TLS") < 0) {
      int count = socket.getInputStream().read(bytes);
      if (count < 0) {
        break;
      }
      answer.append(new String(bytes, 0, count, StandardCharsets.US_ASCII));
    }
    return answer.toString();
  }

  private Certificate[] shown() throws IOException {
    try (SSLSocket socket = socket(trusting)) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates();
    }
  }

  @Test
  void whoTrustsTheAuthorityIsAnsweredAndToldToStayWithTls() throws Exception {
    try (SSLSocket socket = socket(trusting)) {
      String answer = ask(socket);
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      assertTrue(
          answer.contains(HttpHeader.STRICT_TRANSPORT_SECURITY + ": max-age=31536000\r\n"), answer);
      assertEquals("TLSv1.3", socket.getSession().getProtocol());
      assertArrayEquals(
          first.chain().toArray(), socket.getSession().getPeerCertificates(), "without the root");
    }
    X509Certificate another = ca.authority(ServerName.all(List.of("opora.local"))).last();
    assertThrows(SSLException.class, () -> socket(trusting(another)).startHandshake());
    assertEquals(true, door.open());
  }

  /** No page was asked for, and no handler has seen it. */
  @Test
  void aRefusalOfTheServerItselfTellsItToo() throws Exception {
    for (String nonsense : List.of("GET /a b HTTP/1.1\r\n", "GET / HTTP/1.1\r\nX-A : b\r\n")) {
      try (SSLSocket socket = socket(trusting)) {
        socket
            .getOutputStream()
            .write((nonsense + "Host: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        String answer =
            new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("Strict-Transport-Security: max-age=31536000\r\n"), answer);
      }
    }
  }

  @Test
  void oldProtocolsAndWeakSuitesAreRefused() throws Exception {
    try (SSLSocket socket = socket(trusting)) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      assertTrue(ask(socket).startsWith("HTTP/1.1 200"));
      assertTrue(socket.getSession().getCipherSuite().startsWith("TLS_ECDHE_ECDSA_WITH_"));
    }
    try (SSLSocket socket = socket(trusting)) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      socket.setEnabledCipherSuites(
          new String[] {
            "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"
          });
      assertThrows(SSLException.class, socket::startHandshake);
    }
    // The JDK of the test would not even try otherwise.
    String disabled = Security.getProperty("jdk.tls.disabledAlgorithms");
    assertTrue(disabled.contains("TLSv1.1"), disabled);
    assertArrayEquals(
        new String[] {"TLSv1.3", "TLSv1.2"},
        connector
            .getConnectionFactory(SslConnectionFactory.class)
            .getSslContextFactory()
            .newSSLEngine()
            .getEnabledProtocols());
  }

  @Test
  void aNewCertificateIsTakenWhileAConnectionGoesOn() throws Exception {
    try (SSLSocket before = socket(trusting)) {
      assertTrue(ask(before).startsWith("HTTP/1.1 200"));
      Identity second =
          ca.server(authority, ServerName.all(List.of("opora.local", HOST, "10.0.0.9")));
      folder.server(second);
      assertEquals(second.fingerprint(), door.reload().fingerprint());
      assertEquals(second.own(), shown()[0]);
      assertTrue(ask(before).startsWith("HTTP/1.1 200"), "nobody is cut off");
      assertTrue(door.ours("10.0.0.9") && door.ours("opora.local"));
      assertFalse(door.ours("evil.example"));
    }
  }

  @Test
  void whatCannotBeUsedLeavesTheFormerOne() throws Exception {
    Files.writeString(folder.serverFile(), "-----BEGIN nothing");
    assertThrows(TlsFault.class, door::reload);
    Files.delete(folder.serverFile());
    assertThrows(TlsFault.class, door::reload);
    assertEquals(first.own(), shown()[0]);
  }

  @Test
  void aCertificateThatCannotBeUsedAtTheStartIsSaidOnTheHealthPage() throws Exception {
    Files.delete(folder.serverFile());
    NetworkDoor shut = new NetworkDoor(folder, HOST, 0);
    assertFalse(shut.open());
    assertEquals("FAULT health.certificate.shut[]", found(shut, null, Instant.now()));
  }

  private static String found(NetworkDoor door, String proxy, Instant moment) {
    var result = new CertificateCheck(door, proxy, Clock.fixed(moment, ZoneOffset.UTC)).check();
    assertNotEquals(null, Level.valueOf(result.level().name()));
    return result.level() + " " + result.text().key() + result.text().arguments();
  }

  @Test
  void theHealthPageCountsTheDays() {
    Instant end = first.until();
    assertEquals("OK health.certificate.ok[30]", found(door, null, before(end, 30)));
    assertEquals("WARNING health.certificate.soon[29]", found(door, null, before(end, 29)));
    assertEquals("FAULT health.certificate.expired[]", found(door, null, end));
    NetworkDoor none = new NetworkDoor(folder, null, 0);
    assertEquals("OK health.certificate.here[]", found(none, null, end));
    assertEquals("OK health.certificate.proxy[10.0.0.2]", found(none, "10.0.0.2", end));
  }

  private static Instant before(Instant end, int days) {
    return end.minus(Duration.ofDays(days));
  }

  private void look(Instant moment) throws IOException {
    CertificateWatch watch =
        new CertificateWatch(door, house, house, house, Clock.fixed(moment, ZoneOffset.UTC));
    watch.look();
    watch.stop();
  }

  @Test
  void theLocalAuthorityRenewsInTimeAndNobodyIsBothered() throws Exception {
    look(before(first.until(), 31));
    assertEquals(first.own(), door.identity().orElseThrow().own());
    look(before(first.until(), 29));
    Identity next = door.identity().orElseThrow();
    assertNotEquals(first.own(), next.own());
    assertEquals(first.names(), next.names());
    assertTrue(next.until().isAfter(first.until()));
    assertEquals(next.chain(), folder.server().orElseThrow().chain());
    assertEquals(List.of("certificate.changed " + next.fingerprint()), house.noted);
    assertEquals(List.of(), house.told);
  }

  @Test
  void ofTheCertificateOfTheCentreSomebodyIsToldOnceInEachStep() throws Exception {
    Foreign foreign = new Foreign(Instant.now());
    folder.server(
        new Identity(
            foreign.own.getPrivate(), List.of(foreign.certificate(), foreign.middleCertificate)));
    Instant end = door.reload().until();
    look(before(end, 31));
    assertEquals(List.of(), house.told);
    for (int days : new int[] {29, 28, 10, 6, 5, 0, 0}) {
      look(before(end, days));
    }
    assertEquals(
        List.of("news.certificate[29]", "news.certificate[6]", "news.certificate[0]"), house.told);
    assertEquals(List.of(), house.noted);
  }
}
