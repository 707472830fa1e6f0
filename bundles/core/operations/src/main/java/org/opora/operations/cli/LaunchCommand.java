package org.opora.operations.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opora.operations.backup.domain.BackupFault;
import org.opora.operations.backup.domain.Passphrase;
import org.opora.operations.backup.domain.Restore;
import org.opora.operations.shared.SafeFiles;
import org.opora.operations.tls.domain.Identity;
import org.opora.operations.tls.domain.TlsFault;
import org.opora.operations.tls.domain.TlsFolder;

/** What bin/opora-server needs before and after it starts the product. */
record LaunchCommand(Session session) {
  private static final long LOOK_MILLIS = 100;
  private static final long PATIENCE_SECONDS = 600;
  private static final String DEMO_PROGRESS = "run/demo-progress";
  private static final int DEMO_STEP = 10;

  /** Says of a data folder which of the two demo centres it holds. */
  private static final String DEMO_KIND = "demo.kind";

  /** Before the start: nobody else is here, a waiting restore is put in place, leftovers go. */
  void prepare() throws Failure, IOException {
    Path data = session.data();
    if (Running.at(data)) {
      throw new Failure(session.text("cli.launch.running", data));
    }
    if (SafeFiles.real(session.keys()).startsWith(SafeFiles.real(data))) {
      throw new Failure(session.text("cli.launch.keys-inside"));
    }
    refuseTakenPort("127.0.0.1", port());
    refuseUnusableCertificate();
    Optional<String> demo = session.arguments().option("--demo");
    if (demo.isPresent()) {
      refuseAnotherCentre(data, demo.get());
    }
    finishRestore();
    refuseWithoutKey(data);
    SafeFiles.createPrivateFolder(data);
    if (demo.isPresent()) {
      SafeFiles.write(data.resolve(DEMO_KIND), demo.get() + "\n");
    }
    SafeFiles.deleteTree(data.resolve("tmp"));
    SafeFiles.deleteTree(data.resolve("outgoing"));
    Files.deleteIfExists(data.resolve("address"));
    Files.deleteIfExists(data.resolve(DEMO_PROGRESS));
  }

  /** The product says so, too, but only where nobody looks yet. */
  private void refuseWithoutKey(Path data) throws Failure {
    if (Files.exists(data.resolve(KeysCommand.PAIR))
        && !Files.exists(session.keys().resolve(KeysCommand.KEY))
        && !session.arguments().has("--key-prompt")) {
      throw new Failure(session.text("cli.launch.no-key", session.keys()));
    }
  }

  /** Otherwise the product would come up without a door, and say so in its log only. */
  private void refuseTakenPort(String host, String port) throws Failure, IOException {
    try (ServerSocket free = new ServerSocket()) {
      free.bind(new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(port)));
    } catch (BindException taken) {
      throw new Failure(session.text("cli.launch.port", port));
    }
  }

  /** Other computers are answered by TLS, or by a server in front that the operator named. */
  private void refuseUnusableCertificate() throws Failure, IOException {
    Optional<String> host = session.arguments().option("--host");
    if (host.isEmpty()) {
      return;
    }
    refuseTakenPort(host.get(), networkPort());
    if (session.arguments().option("--proxy").isPresent()) {
      return;
    }
    try {
      Identity server =
          TlsFolder.of(session.data())
              .server()
              .orElseThrow(
                  () -> new TlsFault("tls.none", TlsFolder.of(session.data()).path().toString()));
      if (server.until().isBefore(Instant.now())) {
        session.console().aside(session.text("cli.launch.expired"));
      }
    } catch (TlsFault fault) {
      throw TlsCommand.failure(session, fault);
    }
  }

  private String networkPort() {
    return session.arguments().option("--network-port").orElse("8443");
  }

  /** Made-up families never come among real ones, nor into a register that is being tried. */
  private void refuseAnotherCentre(Path data, String demo) throws Failure, IOException {
    Path kind = data.resolve(DEMO_KIND);
    if (Files.isReadable(kind)) {
      String here = Files.readString(kind).strip();
      if (!here.equals(demo)) {
        throw new Failure(session.text("cli.launch.other-demo." + here, data));
      }
    } else if (Files.exists(data.resolve("operator.key")) && !Files.exists(accounts(data))) {
      throw new Failure(session.text("cli.launch.own-centre", data));
    }
  }

  private static Path accounts(Path data) {
    return data.resolve("demo-accounts.txt");
  }

  private String port() {
    return session.arguments().option("--port").orElse("8181");
  }

  /** One that failed left everything as it was: that is said, and the start goes on. */
  private void finishRestore() throws Failure, IOException {
    Restore restore = RestoreOutcome.restore(session);
    if (!restore.ready()) {
      return;
    }
    RestoreOutcome outcome = new RestoreOutcome(session);
    String stamp = restore.stamp();
    try {
      Path former = restore.finish();
      outcome.done(stamp, former);
      session.say(RestoreOutcome.sentence(session, former));
    } catch (BackupFault fault) {
      outcome.failed(stamp, fault);
      if (restore.ready()) {
        throw fault;
      }
      session.console().aside(session.text("cli." + fault.code(), fault.getMessage()));
    }
  }

  /** After the start: waits until it is ready and says where it is, and how to get in at first. */
  void announce() throws Failure, IOException {
    String url = "http://127.0.0.1:" + port();
    long pid = Long.parseLong(session.arguments().option("--pid").orElseThrow(session::usage));
    ProcessHandle server = ProcessHandle.of(pid).orElse(null);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    int shown = 0;
    while (!ready(url)) {
      shown = demoProgress(shown);
      if (server == null || ended(server)) {
        throw new Failure(session.text("cli.launch.ended"));
      }
      if (System.nanoTime() > deadline) {
        throw new Failure(session.text("cli.launch.slow", session.data()));
      }
    }
    session.say("");
    session.say(session.text("cli.launch.ready", url));
    network();
    firstStart();
    session.say(session.text("cli.launch.stop"));
    session.console().out().flush();
  }

  /** Where other computers find it, by the first name of the certificate. */
  private void network() throws IOException, Failure {
    Optional<String> host = session.arguments().option("--host");
    if (host.isEmpty()) {
      return;
    }
    String at = host.get() + ":" + networkPort();
    Optional<String> proxy = session.arguments().option("--proxy");
    if (proxy.isPresent()) {
      session.say(session.text("cli.launch.proxy", at, proxy.get()));
      return;
    }
    try {
      String name =
          TlsFolder.of(session.data()).server().stream()
              .flatMap(server -> server.names().stream())
              .filter(each -> !each.startsWith("*"))
              .findFirst()
              .orElse(host.get());
      String written = name.indexOf(':') < 0 ? name : "[" + name + "]";
      session.say(session.text("cli.launch.network", "https://" + written + ":" + networkPort()));
    } catch (TlsFault fault) {
      throw TlsCommand.failure(session, fault);
    }
  }

  /** A word for each ten families of the demo centre. */
  private int demoProgress(int shown) throws IOException {
    Path file = session.data().resolve(DEMO_PROGRESS);
    if (!Files.isReadable(file)) {
      return shown;
    }
    int made = Integer.parseInt(Files.readString(file).strip());
    if (made < shown + DEMO_STEP) {
      return shown;
    }
    session.say(session.text("cli.launch.demo-progress", made));
    return made;
  }

  private void firstStart() throws IOException, Failure {
    Path accounts = accounts(session.data());
    if (Files.isReadable(accounts)) {
      session.say(session.text("cli.launch.demo"));
      session.say(Files.readString(accounts).stripTrailing());
      return;
    }
    String code = Answer.of(Json.parse(firstStartAnswer())).text("code");
    if (!code.isEmpty()) {
      session.say(session.text("cli.launch.code", code));
      char[] passphrase = Passphrase.find(session.keys()).orElse(new char[0]);
      if (passphrase.length > 0) {
        session.say(session.text("cli.launch.passphrase", new String(passphrase)));
      }
    }
  }

  private String firstStartAnswer() throws Failure {
    return session.server().get("/ops/first-start");
  }

  /** Waits a moment for its end; true when it came. */
  private static boolean ended(ProcessHandle server) {
    try {
      server.onExit().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException lives) {
      return false;
    } catch (ExecutionException unknown) {
      return !server.isAlive();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private boolean ready(String url) {
    try {
      // Another program may hold the port and answer; the address is this product's own word.
      if (!Files.exists(session.data().resolve("address"))) {
        return false;
      }
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(url + "/health").toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(2_000);
      connection.setReadTimeout(10_000);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }
}
