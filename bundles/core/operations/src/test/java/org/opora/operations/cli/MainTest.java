package org.opora.operations.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.api.persistence.PaperKey;
import org.opora.operations.backup.domain.BackupArchive;
import org.opora.operations.backup.domain.BackupArchive.Source;
import org.opora.operations.backup.domain.BackupCipher;
import org.opora.operations.backup.domain.Restore;

/** The console against a server of the JDK that answers what the product answers. */
class MainTest {
  private static final String KEY = "ab".repeat(32);

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private Path data;
  private String in = "";
  private String out;
  private String err;

  @BeforeEach
  void open() throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
    environment.put("OPORA_DATA", data.toString());
    environment.put("LANG", "en_GB.UTF-8");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
    Files.writeString(data.resolve("operator.key"), KEY + "\n");
    Files.writeString(
        data.resolve("address"), "http://127.0.0.1:" + server.getAddress().getPort() + "\n");
  }

  @AfterEach
  void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    asked.add(call);
    bodies.put(call, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    boolean known =
        ("Opora-Key " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    String session = exchange.getRequestHeaders().getFirst("Opora-Session");
    bodies.put("session", String.valueOf(session));
    bodies.put("language", exchange.getRequestHeaders().getFirst("Accept-Language"));
    hold(call);
    String text = known ? answers.get(call) : null;
    byte[] reply =
        (text == null ? "{\"message\":\"A sentence of the server.\"}" : text)
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(text == null ? 422 : 200, reply.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(reply);
    }
  }

  /** Keeps an answer back until the console has asked for progress, and been answered, twice. */
  private void hold(String call) {
    CountDownLatch waited = held.get(call);
    if (waited == null) {
      if (call.endsWith("/progress") && asked.stream().filter(call::equals).count() > 1) {
        held.values().forEach(CountDownLatch::countDown);
      }
      return;
    }
    try {
      assertTrue(waited.await(60, TimeUnit.SECONDS), "nobody asked for progress");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int run(String... typed) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    ByteArrayOutputStream aside = new ByteArrayOutputStream();
    int code =
        new Main(
                new Console(
                    new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                    new PrintStream(answer, true, StandardCharsets.UTF_8),
                    new PrintStream(aside, true, StandardCharsets.UTF_8),
                    environment))
            .run(typed);
    out = answer.toString(StandardCharsets.UTF_8);
    err = aside.toString(StandardCharsets.UTF_8);
    return code;
  }

  @Test
  void helpsInTheLanguageOfTheMachine() {
    assertEquals(0, run("--help"));
    assertTrue(out.contains("remote control"));
    environment.put("LANG", "cs_CZ.UTF-8");
    assertEquals(0, run("help"));
    assertTrue(out.contains("dálkové ovládání"));
    environment.put("LC_ALL", "pl_PL.UTF-8");
    assertEquals(Failure.USAGE, run());
    assertTrue(out.contains("zdalne sterowanie"));
  }

  @Test
  void doesNotUnderstandEverything() {
    assertEquals(Failure.USAGE, run("dance"));
    assertTrue(err.contains("dance"));
    assertEquals(Failure.USAGE, run("status", "--loud"));
    assertEquals(Failure.USAGE, run("duties", "--as-of"));
    assertEquals(Failure.USAGE, run("duties", "--as-of", "tomorrow"));
    assertEquals(Failure.USAGE, run("module", "install"));
    assertTrue(asked.isEmpty());
  }

  @Test
  void saysWhenNothingRuns() throws IOException {
    Files.delete(data.resolve("address"));
    assertEquals(Failure.FAILED, run("status"));
    assertTrue(err.contains("No Opora runs"));
  }

  @Test
  void takesTheDataFolderFromTheOption() throws IOException {
    environment.remove("OPORA_DATA");
    assertEquals(Failure.USAGE, run("status"));
    answers.put("GET /ops/modules", "[]");
    assertEquals(0, run("module", "list", "--data=" + data));
    assertEquals(0, run("--data", data.toString(), "module", "list"));
  }

  @Test
  void showsTheSentenceOfTheServer() {
    assertEquals(Failure.FAILED, run("module", "install", "sample"));
    assertEquals("A sentence of the server.", err.strip());
    assertEquals("en", bodies.get("language"));
  }

  @Test
  void listsModules() {
    answers.put(
        "GET /ops/modules",
        "[{\"id\":\"a\",\"title\":\"A\",\"version\":\"1.0\",\"offered\":\"1.1\",\"state\":\"ready\",\"reason\":null}]");
    assertEquals(0, run("module", "list"));
    assertEquals("a 1.0  runs  (1.1 is on offer)", out.strip());
    assertEquals(0, run("module", "list", "--json"));
    assertEquals(answers.get("GET /ops/modules"), out.strip());
  }

  @Test
  void installsByIdAndFromAFile() throws IOException {
    answers.put("POST /ops/modules/sample/install", "{\"message\":\"done\"}");
    answers.put("POST /ops/packages", "{\"message\":\"done, too\"}");
    Path jar = Files.writeString(folder.resolve("sample-1.0.jar"), "bytes");

    assertEquals(0, run("module", "install", "sample"));
    assertEquals("done", out.strip());
    assertEquals(0, run("module", "update", jar.toString()));
    assertEquals("done, too", out.strip());
    assertEquals("bytes", bodies.get("POST /ops/packages"));
    assertEquals(Failure.FAILED, run("module", "install", folder.resolve("absent.jar").toString()));
  }

  @Test
  void signsInForAWhileWithoutShowingTheToken() throws IOException {
    answers.put("POST /ops/login", "{\"token\":\"secret-token\",\"minutes\":15}");
    answers.put("GET /ops/duties?asOf=2026-11-01", "[]");
    environment.put("OPORA_PASSWORD", "p ě&=1");

    assertEquals(0, run("login", "--name", "jana"));

    assertFalse((out + err).contains("secret-token"));
    String form = bodies.get("POST /ops/login");
    assertTrue(form.contains("name=jana") && form.contains("password=p+%C4%9B%26%3D1"), form);
    Path file = data.resolve("operator.session");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(0, run("duties", "--as-of", "2026-11-01", "--json"));
    assertEquals("secret-token", bodies.get("session"));
    answers.put("POST /ops/logout", "{}");
    assertEquals(0, run("logout"));
    assertFalse(Files.exists(file));
  }

  @Test
  void dutiesAreCountedOnTheScreenAndNameNobody() {
    String line =
        "{\"rule\":\"cz.visit\",\"case\":\"001/2015\",\"subject\":{\"kind\":\"child\","
            + "\"name\":\"Anna Kanárková\",\"birthDate\":null},\"due\":null,\"status\":\"%s\","
            + "\"why\":\"Návštěva u Anny\"}";
    answers.put(
        "GET /ops/duties?asOf=2026-11-01",
        "["
            + String.join(
                ",", line.formatted("overdue"), line.formatted("ok"), line.formatted("overdue"))
            + "]");
    assertEquals(0, run("duties", "--as-of", "2026-11-01"));
    assertTrue(out.contains("overdue: 2") && out.contains("all right: 1"), out);
    for (String hidden : List.of("Ann", "001/2015", "Návštěva")) {
      assertFalse(out.contains(hidden), out);
    }
  }

  @Test
  void asksForNameAndPassword() {
    answers.put("POST /ops/login", "{\"token\":\"t\"}");
    in = "petr\nheslo heslo\n";
    assertEquals(0, run("login"));
    String form = bodies.get("POST /ops/login");
    assertTrue(form.contains("name=petr") && form.contains("password=heslo+heslo"), form);
  }

  @Test
  void whoHasNoSecondFactorYetIsSentToTheBrowser() {
    answers.put("POST /ops/login", "{\"waits\":\"ENROL\"}");
    in = "petr\nheslo heslo\n";
    assertEquals(Failure.FAILED, run("login"));
    assertTrue(err.contains("browser"), err);
    assertFalse(Files.exists(data.resolve("operator.session")));
  }

  @Test
  void asksForTheCodeWhereThePasswordIsNotEnough() {
    answers.put("POST /ops/login", "{\"waits\":\"CODE\"}");
    in = "petr\nheslo heslo\n123456\n";
    run("login");
    String form = bodies.get("POST /ops/login");
    assertTrue(form.contains("code=123456") && form.contains("password=heslo+heslo"), form);
  }

  @Test
  void anOldSessionIsNotSentAndTheDemoOneStands() throws IOException {
    answers.put("GET /ops/duties?asOf=2026-11-01", "[]");
    Files.writeString(
        data.resolve("operator.session"), "old\n" + (Instant.now().getEpochSecond() - 1) + "\n");
    run("duties", "--as-of", "2026-11-01");
    assertEquals("null", bodies.get("session"));
    Files.writeString(data.resolve("demo.session"), "standing\n");
    run("duties", "--as-of", "2026-11-01");
    assertEquals("standing", bodies.get("session"));
  }

  @Test
  void signingOutTooLateEndsNobodyElsesSession() throws IOException {
    Path file = data.resolve("operator.session");
    Files.writeString(file, "old\n" + (Instant.now().getEpochSecond() - 1) + "\n");
    Files.writeString(data.resolve("demo.session"), "standing\n");
    assertEquals(0, run("logout", "--json"));
    assertEquals("{}", out.strip());
    assertFalse(Files.exists(file));
    assertTrue(asked.isEmpty());
  }

  @Test
  void refusesToStartOnATakenPort() {
    String port = Integer.toString(server.getAddress().getPort());
    assertEquals(Failure.FAILED, run("launch-prepare", "--port", port));
    assertTrue(err.contains(port), err);
  }

  /** The product says so, too, after it has made the folders. */
  @Test
  void refusesAKeyFolderThatWillLieInTheDataFolder() throws IOException {
    String port = Integer.toString(freePort());
    Path link = Files.createSymbolicLink(folder.resolve("link"), data);
    String keys = link.resolve("keys").toString();
    assertEquals(Failure.FAILED, run("launch-prepare", "--port", port, "--keys", keys));
    assertFalse(Files.exists(data.resolve("keys")));
  }

  @Test
  void aFolderHoldsOneOfTheTwoDemoCentresOrARealOne() throws IOException {
    String port = Integer.toString(freePort());
    Path tried = folder.resolve("tried");
    assertEquals(0, prepare(tried, port, "empty"));
    assertEquals(0, prepare(tried, port, "empty"));
    assertEquals(Failure.FAILED, prepare(tried, port, "full"));
    assertTrue(err.contains("--demo empty") && err.contains(tried.toString()), err);
    assertEquals(0, prepare(folder.resolve("shown"), port, "full"));
    assertEquals(Failure.FAILED, prepare(folder.resolve("shown"), port, "empty"));
    Path real = Files.createDirectories(folder.resolve("real"));
    Files.writeString(real.resolve("operator.key"), "key\n");
    assertEquals(Failure.FAILED, prepare(real, port, "full"));
    assertTrue(err.contains("centre of its own"), err);
    assertEquals(0, run("launch-prepare", "--port", port, "--data", real.toString()));
  }

  @Test
  void makesACertificateRenewsItAndShowsTheAuthority() throws IOException {
    assertEquals(Failure.USAGE, run("tls"));
    assertEquals(Failure.USAGE, run("tls", "create"));
    assertEquals(Failure.FAILED, run("tls", "show"));
    assertTrue(err.contains("opora tls create"), err);
    assertEquals(Failure.FAILED, run("tls", "ca"));
    assertEquals(Failure.FAILED, run("tls", "renew"));
    assertEquals(Failure.FAILED, run("tls", "create", "opora local"));
    assertTrue(err.contains("opora local"), err);
    assertFalse(Files.exists(folder.resolve("data.tls")));

    assertEquals(0, run("tls", "create", "opora.local", "192.168.1.10"));
    assertTrue(out.contains("opora.local, 192.168.1.10"), out);
    assertTrue(out.contains("opora-server --host"), "the product does not run");
    assertTrue(asked.isEmpty());
    assertEquals(0, run("tls", "ca"));
    assertTrue(out.startsWith("-----BEGIN CERTIFICATE-----\n"), out);
    String root = out;
    String print = err.substring(err.lastIndexOf(' ')).strip();
    assertEquals(95, print.length(), err);
    assertEquals(0, run("tls", "show"));
    assertTrue(out.contains(print) && out.contains("opora.local, 192.168.1.10"), out);

    String before = server();
    assertEquals(0, run("tls", "renew", "--json"));
    assertTrue(out.contains("\"names\":[\"opora.local\",\"192.168.1.10\"]"), out);
    assertFalse(before.equals(server()));
    assertEquals(0, run("tls", "create", "opora.local", "10.0.0.5"));
    assertTrue(out.contains("The authority is the same"), out);
    run("tls", "ca");
    assertEquals(root, out, "the tablets need not be touched");

    String kept = server();
    assertEquals(Failure.FAILED, run("tls", "create", "elsewhere.example"));
    assertTrue(err.contains("--new-ca"), err);
    assertEquals(kept, server());
    assertEquals(0, run("tls", "create", "--new-ca", "elsewhere.example"));
    run("tls", "ca");
    assertFalse(root.equals(out));
  }

  private String server() throws IOException {
    return Files.readString(folder.resolve("data.tls/server.pem"));
  }

  @Test
  void aRunningProductTakesTheCertificateAtOnce() throws IOException {
    answers.put("POST /ops/tls/reload", "{\"open\":true}");
    FileChannel held = runningProduct();
    try {
      assertEquals(0, run("tls", "create", "opora.local"));
      assertTrue(out.contains("Nobody was signed out"), out);
      answers.remove("POST /ops/tls/reload");
      assertEquals(Failure.FAILED, run("tls", "renew"));
      assertEquals("A sentence of the server.", err.strip());
    } finally {
      held.close();
    }
    assertEquals(List.of("POST /ops/tls/reload", "POST /ops/tls/reload"), asked);
  }

  @Test
  void theDirectoryIsConnectedWithAPasswordThatStandsInNoCommand() throws IOException {
    String connection =
        "{\"address\":\"ldaps://dc.centre.lan\",\"plain\":false,\"account\":\"opora@centre.lan\","
            + "\"base\":\"DC=centre,DC=lan\",\"attribute\":\"sAMAccountName\"}";
    answers.put("POST /ops/directory/connect", "{\"connection\":" + connection + "}");
    Path ca = Files.writeString(folder.resolve("dc.pem"), "a certificate");
    String[] typed = {
      "directory",
      "connect",
      "ldaps://dc.centre.lan",
      "--base",
      "DC=centre,DC=lan",
      "--account",
      "opora@centre.lan",
      "--ca",
      ca.toString()
    };
    assertEquals(Failure.USAGE, run("directory", "connect", "ldaps://dc.centre.lan"));
    assertEquals(Failure.USAGE, run("directory"));
    in = "a secret & more\n";
    assertEquals(0, run(typed), err);
    assertTrue(out.contains("That lets nobody in"), out);
    assertFalse((out + err).contains("a secret"), out + err);
    String sent = bodies.get("POST /ops/directory/connect");
    for (String field :
        List.of(
            "password=a+secret+%26+more",
            "certificates=a+certificate",
            "attribute=sAMAccountName",
            "base=DC%3Dcentre%2CDC%3Dlan")) {
      assertTrue(List.of(sent.split("&")).contains(field), sent);
    }
    assertFalse(sent.contains("plain="), sent);

    answers.put("GET /ops/directory", "{\"connection\":" + connection + "}");
    assertEquals(0, run("directory", "show"));
    assertTrue(out.contains("opora@centre.lan below DC=centre,DC=lan"), out);
    answers.put("GET /ops/directory", "{}");
    assertEquals(0, run("directory", "show"));
    assertTrue(out.contains("No directory"), out);
    for (String finding : List.of("FOUND", "UNKNOWN", "SEVERAL", "CLOSED")) {
      answers.put("POST /ops/directory/look", "{\"finding\":\"" + finding + "\"}");
      assertEquals(0, run("directory", "check", "jana"));
      assertTrue(out.contains("\njana ") && !out.contains("??"), out);
      assertEquals("name=jana", bodies.get("POST /ops/directory/look"));
    }
    answers.put("POST /ops/directory/look", "{}");
    assertEquals(0, run("directory", "check"));
    assertEquals("The directory of the centre answers.", out.strip());
    answers.put("POST /ops/directory/disconnect", "{\"accounts\":3}");
    assertEquals(0, run("directory", "disconnect"));
    assertTrue(out.contains("any more: 3."), out);
    answers.remove("POST /ops/directory/connect");
    assertEquals(Failure.FAILED, run(typed));
    assertEquals("A sentence of the server.", err.strip().lines().reduce((a, b) -> b).get());
  }

  /** Holds the lock as the product does. */
  private FileChannel runningProduct() throws IOException {
    FileChannel lock =
        FileChannel.open(
            data.resolve("running.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    lock.lock();
    return lock;
  }

  @Test
  void takesTheCertificateOfTheCentre() throws IOException {
    run("tls", "create", "opora.local");
    Path own = Files.writeString(folder.resolve("own.pem"), server());
    run("tls", "create", "--new-ca", "opora.local");
    assertEquals(Failure.USAGE, run("tls", "use"));
    assertEquals(Failure.FAILED, run("tls", "use", folder.resolve("absent.pem").toString()));
    assertEquals(0, run("tls", "use", own.toString()));
    assertEquals(Files.readString(own), server());
    assertEquals(Failure.FAILED, run("tls", "renew"));
    assertTrue(err.contains("opora tls use"), err);
  }

  @Test
  void otherComputersAreNotAnsweredWithoutACertificate() throws IOException {
    String port = Integer.toString(freePort());
    String network = Integer.toString(freePort());
    String[] typed = {
      "launch-prepare", "--port", port, "--host", "127.0.0.1", "--network-port", network
    };
    assertEquals(Failure.FAILED, run(typed));
    assertTrue(err.contains("opora tls create"), err);
    run("tls", "create", "opora.local");
    assertEquals(0, run(typed), err);
    Files.setPosixFilePermissions(
        folder.resolve("data.tls/server.pem"), PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(Failure.FAILED, run(typed));
    assertTrue(err.contains("0600"), err);
    String taken = Integer.toString(server.getAddress().getPort());
    assertEquals(
        Failure.FAILED,
        run(
            "launch-prepare",
            "--port",
            port,
            "--host=127.0.0.1",
            "--network-port=" + taken,
            "--proxy=127.0.0.1"));
    assertTrue(err.contains(taken), err);
  }

  private int prepare(Path data, String port, String demo) {
    return run("launch-prepare", "--port", port, "--data", data.toString(), "--demo", demo);
  }

  @Test
  void importsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("evidence 1.csv"), "a;b");
    answers.put(
        "POST /ops/import?dryRun=1&name=evidence+1.csv",
        "{\"rows\":2,\"created\":1,\"updated\":0,\"unchanged\":1,\"findings\":[{\"row\":2,\"column\":\"Jméno\",\"code\":\"missing-name\",\"value\":null,\"message\":\"chybí\"}]}");
    assertEquals(0, run("import", file.toString(), "--dry-run"));
    assertTrue(out.contains("2 rows, 1 would be created"), out);
    assertTrue(out.contains("row 2, Jméno: chybí"), out);
  }

  @Test
  void saysBesideTheAnswerHowFarALongImportIs() throws IOException {
    Path file = Files.writeString(folder.resolve("evidence.csv"), "a;b");
    String call = "POST /ops/import?dryRun=0&name=evidence.csv";
    answers.put(call, "{\"rows\":2,\"created\":2,\"updated\":0,\"unchanged\":0,\"findings\":[]}");
    answers.put("GET /ops/import/progress", "{\"state\":\"applying\",\"done\":40,\"of\":60}");
    held.put(call, new CountDownLatch(1));
    assertEquals(0, run("import", file.toString(), "--json"));
    assertTrue(out.startsWith("{\"rows\":2"), out);
    assertTrue(err.contains("40 of 60 families"), err);
  }

  @Test
  void failsWhenTheTrailIsBroken() {
    answers.put(
        "POST /ops/audit/verify", "{\"rows\":5,\"intact\":false,\"firstFault\":3,\"head\":\"00\"}");
    assertEquals(Failure.FAILED, run("audit", "verify"));
    assertTrue(err.contains("3"));
    answers.put(
        "POST /ops/audit/verify",
        "{\"rows\":5,\"intact\":true,\"firstFault\":null,\"head\":\"0f\"}");
    assertEquals(0, run("audit", "verify"));
    assertTrue(out.contains("0f"));
  }

  @Test
  void bringsTheSealedTrailWhereItIsWanted() throws IOException {
    answers.put("POST /ops/audit/export", "{\"name\":\"../opora-trail.txt\",\"bytes\":5}");
    Path outgoing = Files.createDirectories(data.resolve("outgoing"));
    Files.writeString(outgoing.resolve("opora-trail.txt"), "trail");
    Path wished = folder.resolve("stick/trail.txt");
    assertEquals(0, run("audit", "export", wished.toString()));
    assertEquals("trail", Files.readString(wished));
    assertTrue(out.contains(wished.toString()), out);
    assertEquals(Failure.FAILED, run("audit", "export", wished.toString()), "it is there");
    assertEquals(
        Failure.FAILED, run("audit", "export", data.resolve("trail.txt").toString()), "inside");
    Files.writeString(outgoing.resolve("opora-trail.txt"), "kept");
    Path around = folder.resolve("stick/../data/trail.txt");
    assertEquals(Failure.FAILED, run("audit", "export", around.toString()), "inside by dots");
    Path link = Files.createSymbolicLink(folder.resolve("link"), data);
    assertEquals(
        Failure.FAILED, run("audit", "export", link.resolve("new/t.txt").toString()), "by a link");
    assertEquals(Failure.FAILED, run("audit", "export", link.toString()), "into the folder");
    assertFalse(Files.exists(data.resolve("new")));
    assertEquals("kept", Files.readString(outgoing.resolve("opora-trail.txt")));
    assertEquals(Failure.USAGE, run("audit", "rewrite"));

    Files.writeString(outgoing.resolve("opora-trail.txt"), "again");
    assertEquals(0, run("audit", "export", folder.resolve("stick").toString(), "--json"));
    assertTrue(out.contains("\"bytes\":5"), out);
    assertEquals("again", Files.readString(folder.resolve("stick/opora-trail.txt")));

    Files.writeString(outgoing.resolve("opora-trail.txt"), "third");
    Path nowhere = wished.resolve("under/a/file.txt");
    assertEquals(Failure.FAILED, run("audit", "export", nowhere.toString()));
    assertFalse(Files.exists(outgoing.resolve("opora-trail.txt")), "it stays behind");
  }

  @Test
  void bringsTheBackupWhereItIsWanted() throws IOException {
    answers.put("POST /ops/backup", "{\"name\":\"a.backup\",\"bytes\":6,\"sha256\":\"0f\"}");
    Path outgoing = Files.createDirectories(data.resolve("outgoing"));

    Files.writeString(outgoing.resolve("a.backup"), "backup");
    assertEquals(0, run("backup"));
    assertEquals("backup", Files.readString(folder.resolve("data.backups/a.backup")));

    Files.writeString(outgoing.resolve("a.backup"), "backup");
    Path wished = folder.resolve("stick/centre.backup");
    assertEquals(0, run("backup", wished.toString()));
    assertTrue(Files.exists(wished));

    assertEquals(Failure.FAILED, run("backup", wished.toString()));
    Files.writeString(outgoing.resolve("a.backup"), "backup");
    assertEquals(Failure.FAILED, run("backup", data.resolve("inside.backup").toString()));
    assertFalse(Files.exists(outgoing.resolve("a.backup")));
  }

  @Test
  void restoresWhileNothingRuns() throws IOException {
    Path rows = Files.writeString(folder.resolve("rows"), "rows");
    Path backup = folder.resolve("a.backup");
    char[] passphrase = "abcde-fghjk".toCharArray();
    try (OutputStream stream = BackupCipher.seal(Files.newOutputStream(backup), passphrase)) {
      BackupArchive.write(
          stream,
          List.of(new Source("data/db/rows", rows), new Source("keys/recovery.txt", rows)),
          Map.of("opora", "0.1.0", "database", "Apache Derby 10", "made", "2026-11-02"));
    }

    environment.put("OPORA_DB", "jdbc:postgresql://127.0.0.1/opora");
    in = "abcde fghjk\n";
    assertEquals(Failure.FAILED, run("restore", backup.toString()));
    assertTrue(err.contains("another kind of database (Apache Derby 10)"), err);
    environment.remove("OPORA_DB");

    in = "wrong\n";
    assertEquals(Failure.FAILED, run("restore", backup.toString()));
    assertTrue(err.contains("passphrase does not fit"), err);
    in = "abcde fghjk\n";
    assertEquals(0, run("restore", backup.toString()), err);
    assertTrue(out.contains(data.toString()), out);
    assertEquals("rows", Files.readString(data.resolve("db/rows")));
    assertTrue(Files.exists(folder.resolve("data.keys/recovery.txt")));
  }

  /** The launcher at work: a waiting backup that does not fit the database is refused and told. */
  @Test
  void theLauncherGoesOnWithTheFormerStateAndTellsWhy() throws IOException {
    Path rows = Files.writeString(folder.resolve("rows"), "rows");
    Path backup = folder.resolve("a.backup");
    char[] passphrase = "abcde-fghjk".toCharArray();
    try (OutputStream stream = BackupCipher.seal(Files.newOutputStream(backup), passphrase)) {
      BackupArchive.write(
          stream,
          List.of(new Source("data/db/rows", rows), new Source("keys/recovery.txt", rows)),
          Map.of("opora", "0.1.0"));
    }
    Restore restore = new Restore(data, folder.resolve("data.keys"), null);
    restore.prepare(backup, passphrase, Clock.systemUTC());
    String stamp = restore.stamp();
    Files.writeString(data.resolve("present"), "present");
    environment.put("OPORA_DB", "jdbc:postgresql://127.0.0.1/opora");

    assertEquals(0, run("launch-prepare", "--port", Integer.toString(freePort())));

    assertTrue(err.contains("another kind of database"), err);
    assertFalse(restore.ready());
    assertTrue(Files.exists(data.resolve("present")));
    assertEquals(
        List.of(stamp, "restore.kind", "Derby"),
        Files.readAllLines(data.resolve("restore.outcome")));
  }

  private static final byte[] MASTER = new byte[32];

  private Path masterKey() {
    return folder.resolve("data.keys/master.key");
  }

  @Test
  void printsTheSheetOfTheMasterKey() throws IOException {
    List<String> lines = PaperKey.write(MASTER);
    answers.put(
        "POST /ops/keys/sheet",
        "{\"generation\":3,\"typed\":false,\"lines\":[\"" + String.join("\",\"", lines) + "\"]}");
    Files.createDirectories(folder.resolve("data.keys"));
    Files.writeString(folder.resolve("data.keys/recovery.txt"), "abcde-fghjk\n");
    assertEquals(0, run("keys", "sheet"), err);
    assertTrue(out.contains("No. 3") && out.contains("abcde-fghjk"), out);
    for (int i = 0; i < lines.size(); i++) {
      assertTrue(out.contains(i + 1 + "   " + lines.get(i)), out);
    }
    assertEquals(Failure.USAGE, run("keys"));
    answers.remove("POST /ops/keys/sheet");
    assertEquals(Failure.FAILED, run("keys", "sheet"));
    assertEquals("A sentence of the server.", err.strip());
  }

  /** A line that was copied wrongly is asked for again, and nothing lies there before all fit. */
  @Test
  void bringsTheMasterKeyBackFromPaper() throws IOException {
    List<String> lines = PaperKey.write(MASTER);
    String wrong = lines.get(1).replace('0', '2');
    in = String.join("\n", lines.get(0), wrong, lines.get(1), lines.get(2), lines.get(3)) + "\n";
    assertEquals(Failure.FAILED, run("keys", "restore"));
    assertTrue(err.contains("no data of Opora"), err);
    Files.writeString(data.resolve("pair.id"), "the pair");
    assertEquals(0, run("keys", "restore"), err);
    assertTrue(err.contains("Line 2 was copied wrongly"), err);
    assertArrayEquals(MASTER, Files.readAllBytes(masterKey()));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(masterKey())));
    assertEquals("the pair", Files.readString(folder.resolve("data.keys/pair.id")));
    assertEquals(Failure.FAILED, run("keys", "restore"));
    assertTrue(err.contains("a master key already"), err);

    Files.delete(masterKey());
    in = lines.get(0) + "\n";
    assertEquals(Failure.FAILED, run("keys", "restore"));
    assertFalse(Files.exists(masterKey()));
  }

  @Test
  void takesTheMasterKeyOutOfItsFileForWhoeverHasTheRightPaper() throws IOException {
    byte[] another = new byte[32];
    another[31] = 1;
    in = String.join("\n", PaperKey.write(MASTER)) + "\n";
    assertEquals(Failure.FAILED, run("keys", "take-out"));
    Files.createDirectories(folder.resolve("data.keys"));
    Files.write(masterKey(), another);
    assertEquals(Failure.FAILED, run("keys", "take-out"));
    assertTrue(err.contains("another key"), err);
    assertTrue(Files.exists(masterKey()));
    Files.write(masterKey(), MASTER);
    assertEquals(0, run("keys", "take-out"), err);
    assertTrue(out.contains("--key-prompt"), out);
    assertFalse(Files.exists(masterKey()));
  }

  @Test
  void saysOfATypedKeyWhichLineIsWrongAndNothingElse() {
    List<String> lines = new ArrayList<>(PaperKey.write(MASTER));
    in = String.join("", lines) + "\n";
    assertEquals(0, run("launch-key"));
    assertEquals("", out + err);
    lines.set(2, lines.get(2).replace('0', 'Z'));
    in = String.join("", lines) + "\n";
    assertEquals(Failure.FAILED, run("launch-key"));
    assertTrue(err.contains("Line 3"), err);
    assertFalse(err.contains("ZZZ"), err);
  }

  @Test
  void refusesToStartWithTheKeysAmongTheData() throws IOException {
    String port = Integer.toString(freePort());
    String inside = data.resolve("keys").toString();
    assertEquals(Failure.FAILED, run("launch-prepare", "--port", port, "--keys", inside));
    assertTrue(err.contains("--keys"), err);
  }

  @Test
  void refusesToStartWithoutTheMasterKeyUnlessItIsTyped() throws IOException {
    String port = Integer.toString(freePort());
    assertEquals(0, run("launch-prepare", "--port", port), err);
    Files.writeString(data.resolve("pair.id"), "the pair");
    assertEquals(Failure.FAILED, run("launch-prepare", "--port", port));
    assertTrue(err.contains("no master key") && err.contains("data.keys"), err);
    assertEquals(0, run("launch-prepare", "--port", port, "--key-prompt"), err);
    Files.createDirectories(folder.resolve("data.keys"));
    Files.write(masterKey(), MASTER);
    assertEquals(0, run("launch-prepare", "--port", port), err);
  }

  /** The product starts again; done is said when it is there with the new key, and not before. */
  @Test
  void waitsUntilTheNewKeyCounts() throws IOException {
    String sheet =
        "{\"generation\":2,\"typed\":%s,\"lines\":[\""
            + String.join("\",\"", PaperKey.write(MASTER))
            + "\"]}";
    answers.put("POST /ops/keys/renew", sheet.formatted("true"));
    assertEquals(0, run("keys", "rotate"), err);
    assertFalse(asked.contains("POST /ops/restart"), "nobody could type the key");

    answers.put("POST /ops/keys/renew", sheet.formatted("false"));
    answers.put("POST /ops/restart", "{\"message\":\"\"}");
    answers.put("GET /ops/keys", "{\"generation\":2}");
    assertEquals(0, rotated(), err);
    assertTrue(err.contains("The new master key counts"), err);
    answers.put("GET /ops/keys", "{\"generation\":1}");
    assertEquals(Failure.FAILED, rotated());
    assertTrue(err.contains("former one still counts"), err);
  }

  private int rotated() throws IOException {
    Path address = data.resolve("address");
    // Written beside it and put in place at once, a moment later than the one before.
    Path anew = Files.writeString(data.resolve("address.new"), Files.readString(address));
    Files.setLastModifiedTime(
        anew, FileTime.from(Files.getLastModifiedTime(address).toInstant().plusSeconds(1)));
    asked.clear();
    threads.execute(
        () -> {
          try {
            while (!asked.contains("POST /ops/restart")) {
              Thread.onSpinWait();
            }
            Files.delete(address);
            Files.move(anew, address);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    return run("keys", "rotate");
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
