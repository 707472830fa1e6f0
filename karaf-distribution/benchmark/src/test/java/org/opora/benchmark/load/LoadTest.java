package org.opora.benchmark.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private final AtomicInteger asked = new AtomicInteger();
  private ExecutorService threads;
  private HttpServer server;
  private Load load;

  @BeforeEach
  void start() throws IOException {
    threads = Executors.newFixedThreadPool(4);
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext("/page", exchange -> answer(exchange, 200, 0));
    server.createContext("/sized", exchange -> answer(exchange, 200, 1));
    server.createContext("/broken", exchange -> answer(exchange, 500, 0));
    server.createContext("/save", this::redirect);
    server.start();
    load = new Load(server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** With a length of 0 the server sends chunks. */
  private void answer(HttpExchange exchange, int status, long sized) throws IOException {
    asked.incrementAndGet();
    byte[] page = "<p>Novák</p>".getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, sized == 0 ? 0 : page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }

  private void redirect(HttpExchange exchange) throws IOException {
    String posted = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Location", "/saved/" + posted);
    exchange.sendResponseHeaders(303, -1);
    exchange.close();
  }

  private Ask get(String path, String holds) {
    return Ask.get(server.getAddress().getPort(), path, "a=b", 200, holds);
  }

  @Test
  void everyRequestIsCountedAndTimed() {
    Figures figures = load.run((client, random) -> get("/page", "Novák"), 3, SHORT);
    assertEquals(asked.get(), figures.answered());
    assertEquals(0, figures.failed());
    assertTrue(figures.answered() > 3, "connections are used again");
    assertTrue(figures.p50() > 0 && figures.p50() <= figures.p95());
    assertTrue(figures.p95() <= figures.p99());
  }

  @Test
  void aPageOfKnownLengthIsReadWhole() {
    assertTrue(load.run((client, random) -> get("/sized", "</p>"), 1, SHORT).answered() > 1);
  }

  @Test
  void aWrongStatusIsCountedApart() {
    Figures figures = load.run((client, random) -> get("/broken", "Novák"), 1, SHORT);
    assertEquals(0, figures.answered());
    assertEquals(asked.get(), figures.failed());
  }

  @Test
  void aPageWithoutWhatItShouldHoldEndsTheMeasurement() {
    assertThrows(
        IllegalStateException.class,
        () -> load.run((client, random) -> get("/page", "Dvořák"), 1, SHORT));
  }

  @Test
  void aPostLeadsWhereItShould() {
    int port = server.getAddress().getPort();
    Map<String, String> fields = Map.of("note", "ř š");
    load.once(Ask.post(port, "/save", null, false, fields, 303, "/saved/note=%C5%99+%C5%A1"));
    Ask wrong = Ask.post(port, "/save", null, false, fields, 303, "/lost/");
    assertThrows(IllegalStateException.class, () -> load.once(wrong));
  }
}
