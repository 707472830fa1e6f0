package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.driver.ContainerLog;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.itest.support.RawRequest;
import org.opora.itest.support.Spellings;

/**
 * What stands before the gate: the server that reads the bytes. Requests that no client sends, sent
 * to the real product.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThresholdIT {
  private static final String END = "Connection: close\r\n\r\n";
  private static final Set<String> HEADERS =
      Set.of(
          "content-security-policy",
          "x-content-type-options",
          "x-frame-options",
          "referrer-policy",
          "cross-origin-opener-policy",
          "cross-origin-resource-policy",
          "permissions-policy",
          "cache-control");

  private final Product product = Product.fresh("threshold");
  private String host;

  @BeforeAll
  void start() {
    product.start();
    People.director(product);
    host = "Host: 127.0.0.1:" + product.port() + "\r\n";
  }

  @AfterAll
  void stop() {
    product.close();
  }

  private RawRequest get(String target, String... headers) throws IOException {
    return RawRequest.send(
        product.port(), "GET " + target + " HTTP/1.1\r\n" + host + String.join("", headers) + END);
  }

  /** Each is refused by the server itself or by the gate; no answer may tell one from the other. */
  @Test
  @Order(1)
  void everyRefusalCarriesTheHeadersAndTellsNothing() throws IOException {
    Map<String, Integer> requests = new TreeMap<>();
    requests.put("nonsense\r\n\r\n", 0);
    requests.put("GET /\r\n", 505);
    requests.put("GET / HTTP/3.0\r\n" + host + END, 505);
    requests.put("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 426);
    requests.put("GET /a b HTTP/1.1\r\n" + host + END, 400);
    requests.put("GET /\u0000 HTTP/1.1\r\n" + host + END, 400);
    requests.put("GET /%zz HTTP/1.1\r\n" + host + END, 400);
    requests.put("GET /%00 HTTP/1.1\r\n" + host + END, 400);
    requests.put("GET /%ff%fe HTTP/1.1\r\n" + host + END, 400);
    requests.put("GET /../../etc/passwd HTTP/1.1\r\n" + host + END, 400);
    requests.put("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + host + END, 414);
    requests.put("GET / HTTP/1.1\r\n" + host + "X: " + "a".repeat(20_000) + "\r\n" + END, 431);
    requests.put("GET / HTTP/1.1\r\n" + host + "X-A : b\r\n" + END, 400);
    requests.put("GET / HTTP/1.1\r\n" + host + "X-A: b\r\n c\r\n" + END, 400);
    requests.put("GET / HTTP/1.1\r\n" + host + "X-A\r\n" + END, 400);
    requests.put("GET / HTTP/1.1\r\n" + END, 400);
    requests.put("GET / HTTP/1.1\r\n" + host + "Host: elsewhere\r\n" + END, 400);
    requests.put("GET / HTTP/1.1\r\nHost: a b\r\n" + END, 400);
    requests.put("GET / HTTP/1.1\r\nHost: elsewhere\r\n" + END, 421);
    requests.put("GET http://elsewhere/health HTTP/1.1\r\n" + host + END, 400);
    requests.put("CONNECT 127.0.0.1:80 HTTP/1.1\r\n" + host + END, 400);
    requests.put("OPTIONS * HTTP/1.1\r\n" + host + END, 404);
    requests.put("OPTIONS / HTTP/1.1\r\n" + host + END, 405);
    requests.put("PROPFIND / HTTP/1.1\r\n" + host + END, 405);
    requests.put("get /health HTTP/1.1\r\n" + host + END, 405);
    requests.put("TRACE / HTTP/1.1\r\n" + host + "X-Echo: canary\r\n" + END, 405);
    String post = "POST /sign-in HTTP/1.1\r\n" + host;
    requests.put(
        post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n" + END + "0\r\n\r\n", 400);
    requests.put(post + "Content-Length: 5\r\nContent-Length: 6\r\n" + END + "hello", 400);
    requests.put(post + "Content-Length: five\r\n" + END, 400);
    requests.put(post + "Expect: nonsense\r\nContent-Length: 0\r\n" + END, 417);
    String form =
        post
            + "Origin: http://127.0.0.1:"
            + product.port()
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    requests.put(form + "Transfer-Encoding: chunked\r\n" + END + "zz\r\nhello\r\n", 400);
    requests.put(form + "Content-Length: 50\r\n" + END + "name=half", 400);
    Map<String, String> faults = new TreeMap<>();
    for (Map.Entry<String, Integer> request : requests.entrySet()) {
      RawRequest answer = RawRequest.send(product.port(), request.getKey());
      String fault = fault(answer);
      if (request.getValue() != 0 && answer.status() != request.getValue()) {
        fault += " status " + answer.status() + " instead of " + request.getValue();
      }
      if (!fault.isEmpty()) {
        String line = request.getKey();
        faults.put(line.substring(0, Math.min(120, line.length())), fault);
      }
    }
    assertEquals(Map.of(), faults);
  }

  private static String fault(RawRequest answer) {
    Set<String> missing = new TreeSet<>(HEADERS);
    missing.removeAll(answer.headers().keySet());
    String fault = missing.isEmpty() || answer.status() == 0 ? "" : "without " + missing;
    String said = answer.whole().toLowerCase(Locale.ROOT);
    for (String word :
        List.of("server:", "x-powered-by", "jetty", "felix", "karaf", "java.", "\tat ", "canary")) {
      fault += said.contains(word) ? " says " + word : "";
    }
    return fault;
  }

  /** No other spelling of an address leads to what the plain one leads to. */
  @Test
  @Order(2)
  void anAddressHasOneSpelling() throws IOException {
    String key = "Authorization: Opora-Key " + operatorKey() + "\r\nAccept: application/json\r\n";
    Map<String, Integer> plain =
        Map.of("/health", 200, "/sign-in", 200, "/people", 303, "/ops/status", 200);
    Map<String, Integer> reached = new TreeMap<>();
    for (Map.Entry<String, Integer> route : plain.entrySet()) {
      assertEquals(route.getValue(), get(route.getKey(), key).status(), route.getKey());
      for (String variant : Spellings.of(route.getKey())) {
        RawRequest answer = get(variant, key);
        assertEquals("", fault(answer), variant);
        if (answer.status() != 400 && answer.status() != 404) {
          reached.put(variant, answer.status());
        }
      }
    }
    assertEquals(Map.of(), reached);
  }

  private String operatorKey() throws IOException {
    return Files.readString(product.data().resolve("operator.key")).strip();
  }

  @Test
  @Order(3)
  void everyCookieIsKeptFromScriptsAndOtherSites() throws IOException {
    RawRequest signedIn =
        RawRequest.send(
            product.port(),
            post("/sign-in", "name=" + People.DIRECTOR + "&password=" + encoded(People.PASSWORD)));
    assertEquals(303, signedIn.status(), signedIn.whole());
    RawRequest language = RawRequest.send(product.port(), post("/language", "language=pl"));
    for (RawRequest answer : List.of(signedIn, language)) {
      String cookies = answer.headers().getOrDefault("set-cookie", "");
      assertFalse(cookies.isEmpty(), answer.whole());
      for (String cookie : cookies.split("\n")) {
        assertTrue(
            cookie.contains("; HttpOnly")
                && cookie.contains("; SameSite=Strict")
                && cookie.contains("; Path=/")
                && !cookie.toLowerCase(Locale.ROOT).contains("domain="),
            cookie);
      }
    }
    // Without TLS the browser must not be told to insist on it: nobody would get in any more.
    assertFalse(signedIn.headers().containsKey("strict-transport-security"));
  }

  /** Whatever another site lets a browser send, nothing is changed by it. */
  @Test
  @Order(3)
  void aFormOfAnotherSiteChangesNothing() throws IOException {
    String own = "Origin: http://127.0.0.1:" + product.port() + "\r\n";
    RawRequest signedIn =
        RawRequest.send(
            product.port(),
            post("/sign-in", "name=" + People.DIRECTOR + "&password=" + encoded(People.PASSWORD)));
    String session =
        signedIn
            .headers()
            .get("set-cookie")
            .lines()
            .filter(line -> line.startsWith("opora="))
            .findFirst()
            .orElseThrow();
    String cookie = "Cookie: " + session.split(";")[0] + "\r\n";
    assertEquals(200, get("/people", cookie).status(), "signed in");
    String form = "application/x-www-form-urlencoded";
    Map<String, Integer> tried = new TreeMap<>();
    tried.put(cookie, 403);
    tried.put(cookie + "Origin: http://elsewhere\r\n", 403);
    tried.put(cookie + "Origin: null\r\n", 403);
    tried.put(cookie + "Origin: http://127.0.0.1:1\r\n", 403);
    tried.put(cookie + "Origin: https://127.0.0.1:" + product.port() + "\r\n", 403);
    tried.put(cookie + own + "Sec-Fetch-Site: cross-site\r\n", 403);
    tried.put(cookie + own + "Sec-Fetch-Site: same-site\r\n", 403);
    tried.put(cookie + "Origin: null\r\nSec-Fetch-Site: none\r\n", 403);
    for (Map.Entry<String, Integer> one : tried.entrySet()) {
      RawRequest answer = posted("/sign-out", one.getKey(), form, "");
      assertEquals(one.getValue(), answer.status(), one.getKey());
      assertEquals("", fault(answer), one.getKey());
    }
    for (String simple : List.of("text/plain", "application/json")) {
      assertEquals(415, posted("/sign-out", cookie + own, simple, "{}").status(), simple);
    }
    assertEquals(405, get("/sign-out", cookie).status(), "nothing is changed by a link");
    assertEquals(200, get("/people", cookie).status(), "still signed in");
    assertEquals(303, posted("/sign-out", cookie + own, form, "").status());
    assertEquals(303, get("/people", cookie).status(), "signed out");
  }

  private RawRequest posted(String path, String headers, String type, String body)
      throws IOException {
    return RawRequest.send(
        product.port(),
        "POST "
            + path
            + " HTTP/1.1\r\n"
            + host
            + headers
            + "Content-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n"
            + END
            + body);
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  private String post(String path, String form) {
    return "POST "
        + path
        + " HTTP/1.1\r\n"
        + host
        + "Origin: http://127.0.0.1:"
        + product.port()
        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        + form.length()
        + "\r\n"
        + END
        + form;
  }

  /** A stranger must not fill the log with what they send. */
  @Test
  @Order(4)
  void nothingOfItIsWorthALineInTheLog() {
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
  }
}
