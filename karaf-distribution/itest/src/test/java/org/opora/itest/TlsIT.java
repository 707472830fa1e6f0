package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.driver.Cli;
import org.opora.driver.ContainerLog;
import org.opora.driver.Distribution;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.itest.support.RawRequest;
import org.opora.itest.support.Sockets;

/**
 * The product for other computers: by TLS with the certificate of its own authority, and a client
 * that trusts this authority and nobody else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TlsIT {
  private static final int ALERT = 21;
  private static final String[] NAMES = {"opora.test", "127.0.0.1"};

  private final int network = freePort();
  private final Product product =
      Product.fresh("tls", "--host", "0.0.0.0", "--network-port", Integer.toString(network));
  private HttpClient client;
  private String session;

  @BeforeAll
  void start() throws Exception {
    product.cli().run(typed("create")).expectOk();
    Cli.Result root = product.cli().run("tls", "ca").expectOk();
    client = HttpClient.newBuilder().sslContext(trusting(root.out())).build();
    product.start();
    People.director(product);
  }

  @AfterAll
  void stop() {
    product.close();
  }

  private static String[] typed(String command) {
    return Stream.concat(Stream.of("tls", command), Stream.of(NAMES)).toArray(String[]::new);
  }

  private static SSLContext trusting(String root) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(
        "root",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(root.getBytes(StandardCharsets.US_ASCII))));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private String url() {
    return "https://127.0.0.1:" + network;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    if (session != null) {
      request.header("Cookie", session);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(url() + path)));
  }

  private Certificate shown() throws IOException {
    try (SSLSocket socket = socket()) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0];
    }
  }

  private SSLSocket socket() throws IOException {
    return (SSLSocket)
        client
            .sslContext()
            .getSocketFactory()
            .createSocket(InetAddress.getLoopbackAddress(), network);
  }

  @Test
  @Order(1)
  void twoDoorsAreOpenAndThePlainOneToThisComputerOnly() {
    // To the kernel all addresses are those of version six as well.
    Set<String> open =
        Sockets.openedBy(ProcessHandle.of(product.pid()).stream()).stream()
            .map(door -> door.replace("0:0:0:0:0:0:0:0", "0.0.0.0"))
            .collect(Collectors.toSet());
    assertEquals(Set.of("tcp 127.0.0.1:" + product.port(), "tcp 0.0.0.0:" + network), open);
  }

  @Test
  @Order(1)
  void keysAreReadByTheirOwnerOnlyAndLieWhereNoBackupTakesThem() throws IOException {
    Path folder = product.data().resolveSibling(product.data().getFileName() + ".tls");
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertEquals(
            "rw-------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
            file.toString());
      }
    }
  }

  /** Pages, refusals of the gate, and refusals of the server before the gate. */
  @Test
  @Order(2)
  void everyAnswerTellsTheBrowserToStayWithTls() throws Exception {
    for (String path : List.of("/sign-in", "/", "/nowhere", "/health")) {
      HttpResponse<String> answer = get(path);
      assertEquals(
          List.of("max-age=31536000"),
          answer.headers().allValues("Strict-Transport-Security"),
          path);
      assertTrue(answer.headers().firstValue("Content-Security-Policy").isPresent(), path);
      assertEquals(Optional.empty(), answer.headers().firstValue("Server"), path);
    }
    for (String request :
        List.of(
            "GET /%zz HTTP/1.1\r\nHost: 127.0.0.1:" + network,
            "GET / HTTP/1.1\r\nHost: evil.example:" + network,
            "GET /a b HTTP/1.1\r\nHost: 127.0.0.1:" + network,
            "TRACE / HTTP/1.1\r\nHost: opora.test")) {
      String answer = raw(request + "\r\nConnection: close\r\n\r\n").toLowerCase(Locale.ROOT);
      assertTrue(answer.startsWith("http/1.1 4"), request + "\n" + answer);
      assertTrue(
          answer.contains("\r\nstrict-transport-security: max-age=31536000\r\n"),
          request + "\n" + answer);
      assertTrue(answer.contains("\r\ncontent-security-policy: "), answer);
    }
    assertTrue(
        raw("GET /sign-in HTTP/1.1\r\nHost: opora.test\r\nConnection: close\r\n\r\n")
            .startsWith("HTTP/1.1 200"),
        "a name of the certificate is ours, whatever port a router leads here");
  }

  private String raw(String request) throws IOException {
    try (SSLSocket socket = socket()) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  @Order(3)
  void everyCookieIsBoundToThisHost() throws Exception {
    HttpResponse<String> signedIn =
        send(
            HttpRequest.newBuilder(URI.create(url() + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", url())
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "name="
                            + People.DIRECTOR
                            + "&password="
                            + URLEncoder.encode(People.PASSWORD, StandardCharsets.UTF_8))));
    assertEquals(303, signedIn.statusCode());
    List<String> cookies = signedIn.headers().allValues("Set-Cookie");
    assertFalse(cookies.isEmpty());
    for (String cookie : cookies) {
      assertTrue(
          cookie.startsWith("__Host-")
              && cookie.contains("; Path=/")
              && cookie.contains("; Secure")
              && cookie.contains("; HttpOnly")
              && cookie.contains("; SameSite=Strict")
              && !cookie.contains("Domain"),
          cookie);
    }
    session =
        cookies.stream()
            .filter(cookie -> cookie.startsWith("__Host-opora="))
            .map(cookie -> cookie.split(";")[0])
            .findFirst()
            .orElseThrow();
    assertEquals(200, get("/files").statusCode());
  }

  /** Its own words, because the JDK of the test would not even try. */
  @Test
  @Order(4)
  void oldProtocolsAreRefused() throws Exception {
    String[] weak = {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"};
    try (SSLSocket socket = socket()) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      socket.startHandshake();
      assertTrue(socket.getSession().getCipherSuite().contains("_GCM_"));
    }
    try (SSLSocket socket = socket()) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      socket.setEnabledCipherSuites(weak);
      assertThrows(SSLException.class, socket::startHandshake);
    }
    // A greeting of TLS 1.1 with one suite of its time, and of TLS 1.0.
    for (String version : List.of("0302", "0301")) {
      byte[] hello =
          HexFormat.of()
              .parseHex(
                  "160301002d"
                      + "01000029"
                      + version
                      + "00".repeat(32)
                      + "00"
                      + "0002c009"
                      + "0100");
      try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), network)) {
        plain.setSoTimeout(20_000);
        plain.getOutputStream().write(hello);
        byte[] answer = plain.getInputStream().readAllBytes();
        assertTrue(answer.length == 0 || answer[0] == ALERT, HexFormat.of().formatHex(answer));
      }
    }
  }

  @Test
  @Order(4)
  void plainIsNotAnsweredAndLeadsNowhere() throws Exception {
    RawRequest plain =
        RawRequest.send(network, "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + network + "\r\n\r\n");
    assertFalse(plain.headers().containsKey("location"), plain.whole());
    assertFalse(plain.whole().contains("<html"), plain.whole());
    for (InetAddress address :
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList()) {
      assertThrows(
          IOException.class, () -> new Socket(address, product.port()).close(), address.toString());
    }
  }

  @Test
  @Order(5)
  void aRenewalIsTakenAtOnceAndNobodyIsSignedOut() throws Exception {
    Certificate first = shown();
    try (SSLSocket before = socket()) {
      before.startHandshake();
      Cli.Result renewed = product.cli().run("tls", "renew", "--json").expectOk();
      JsonObject said = JsonParser.parseString(renewed.out()).getAsJsonObject();
      assertTrue(said.get("open").getAsBoolean(), renewed.out());
      Certificate second = shown();
      assertNotEquals(first, second);
      assertEquals(200, get("/files").statusCode(), "the same session, by the same authority");
      before
          .getOutputStream()
          .write(
              ("GET /health HTTP/1.1\r\nHost: 127.0.0.1:"
                      + network
                      + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertTrue(
          new String(before.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
              .startsWith("HTTP/1.1 200"),
          "a connection that stood goes on");
      assertEquals(first, before.getSession().getPeerCertificates()[0]);
    }
  }

  @Test
  @Order(6)
  void theStateOfTheSystemSaysHowLongItHolds() throws Exception {
    String status = product.cli().run("status", "--json").expectOk().out();
    JsonObject check =
        JsonParser.parseString(status).getAsJsonObject().getAsJsonArray("checks").asList().stream()
            .map(each -> each.getAsJsonObject())
            .filter(each -> each.get("id").getAsString().equals("certificate"))
            .findFirst()
            .orElseThrow();
    assertEquals("ok", check.get("level").getAsString(), check.toString());
    assertTrue(check.get("message").getAsString().contains("395"), check.toString());
    assertTrue(get("/health/details").body().contains("395"));
    assertTrue(
        Files.readString(product.console()).contains("https://opora.test:" + network),
        "the start says where it is found");
  }

  @Test
  @Order(7)
  void theServerInFrontIsAnsweredPlainAndNobodyElse() throws Exception {
    product.stop();
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
    int open = freePort();
    try (Product fronted =
        Product.on(
            product.data(),
            "--host",
            "0.0.0.0",
            "--network-port",
            Integer.toString(open),
            "--behind-proxy",
            "127.0.0.1")) {
      fronted.start();
      String host = "Host: 127.0.0.1:" + open + "\r\n";
      String end = "Connection: close\r\n\r\n";
      RawRequest secure =
          RawRequest.send(
              open, "GET /sign-in HTTP/1.1\r\n" + host + "X-Forwarded-Proto: https\r\n" + end);
      assertEquals(200, secure.status(), secure.whole());
      assertEquals("max-age=31536000", secure.headers().get("strict-transport-security"));
      RawRequest plain =
          RawRequest.send(
              open, "GET /sign-in HTTP/1.1\r\n" + host + "X-Forwarded-Proto: http\r\n" + end);
      assertEquals(403, plain.status(), plain.whole());
      assertFalse(plain.headers().containsKey("location"));
    }
  }

  @Test
  @Order(8)
  void withoutACertificateItDoesNotStart() throws Exception {
    Path data = Distribution.freshData("tls-none");
    Process process =
        new ProcessBuilder(
                Distribution.home().resolve("bin/opora-server").toString(),
                "--data",
                data.toString(),
                "--host",
                "0.0.0.0")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(2, process.waitFor(), said);
    assertTrue(said.contains("(TLS)") && said.contains("opora tls create"), said);
    assertFalse(Files.exists(data));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
