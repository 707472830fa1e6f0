package org.opora.operations.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Manifest;
import org.opora.operations.backup.domain.BackupFault;
import org.opora.operations.backup.domain.Passphrase;
import org.opora.operations.backup.domain.Restore;
import org.opora.operations.shared.SafeFiles;

/** {@code backup} and {@code restore}. */
record BackupCommand(Session session) {

  void backup() throws Failure, IOException {
    Path data = session.data();
    String word = session.arguments().word(1);
    Path target = word.isEmpty() ? null : Path.of(word).toAbsolutePath();
    if (target != null && Files.isRegularFile(target)) {
      throw new Failure(session.text("cli.backup.exists", target));
    }
    String json = session.server().post("/ops/backup");
    Answer made = Answer.of(Json.parse(json));
    String name = Path.of(made.text("name")).getFileName().toString();
    Path file = fetch(data.resolve("outgoing").resolve(name), target, name);
    if (session.arguments().has("--json")) {
      session.say(
          "{\"file\":"
              + Json.quote(file.toString())
              + ",\"bytes\":"
              + made.text("bytes")
              + ",\"sha256\":\""
              + made.text("sha256")
              + "\"}");
    } else {
      session.say(session.text("cli.backup.done", file, made.text("bytes"), made.text("sha256")));
    }
  }

  /** Without a name it goes beside the data folder, never into it: they would be lost together. */
  private Path fetch(Path made, Path target, String name) throws Failure, IOException {
    Path file;
    if (target == null) {
      Path folder = session.data().resolveSibling(session.data().getFileName() + ".backups");
      SafeFiles.createPrivateFolder(folder);
      file = folder.resolve(name);
    } else {
      file = Files.isDirectory(target) ? target.resolve(name) : target;
    }
    if (SafeFiles.real(file).startsWith(SafeFiles.real(session.data()))) {
      Files.deleteIfExists(made);
      throw new Failure(session.text("cli.backup.inside"));
    }
    try {
      SafeFiles.createPrivateFolder(file.toAbsolutePath().getParent());
      Files.move(made, file);
      SafeFiles.force(file);
      return file;
    } catch (FileAlreadyExistsException there) {
      throw new Failure(session.text("cli.backup.exists", file));
    }
  }

  void restore() throws Failure, IOException {
    String word = session.arguments().word(1);
    if (word.isEmpty()) {
      throw session.usage();
    }
    Path backup = Path.of(word).toAbsolutePath();
    if (!Files.isRegularFile(backup)) {
      throw new Failure(session.text("cli.no-file", word));
    }
    boolean running = Running.at(session.data());
    // Of a product that runs only the product knows it: the environment here may be another one.
    String database = running ? runningOn() : RestoreOutcome.url(session);
    Restore restore = RestoreOutcome.restore(session);
    Map<String, String> facts = prepare(restore, backup);
    refuseNewer(restore, facts);
    refuseOtherKind(restore, facts.getOrDefault("database", ""), database);
    session.console().aside(session.text("cli.restore.verified", facts.get("made")));
    if (running) {
      String stamp = restore.stamp();
      session.server().post("/ops/restart");
      session.console().aside(session.text("cli.restore.restart"));
      done(new RestoreOutcome(session).await(restore, stamp));
    } else {
      done(restore.finish());
    }
  }

  private String runningOn() throws Failure {
    return Answer.of(Json.parse(session.server().get("/ops/status"))).text("database");
  }

  private void done(Path former) {
    if (session.arguments().has("--json")) {
      session.say(
          "{\"state\":\"restored\",\"former\":"
              + (former == null ? "null" : Json.quote(former.toString()))
              + "}");
    } else {
      session.say(RestoreOutcome.sentence(session, former));
    }
  }

  private Map<String, String> prepare(Restore restore, Path backup) throws IOException {
    Optional<char[]> own = Passphrase.find(session.keys());
    if (own.isPresent()) {
      try {
        return restore.prepare(backup, own.get(), Clock.systemDefaultZone());
      } catch (BackupFault fault) {
        if (!fault.code().equals("backup.passphrase")) {
          throw fault;
        }
      }
    }
    char[] typed = session.console().secret("OPORA_PASSPHRASE", session.text("cli.ask.passphrase"));
    return restore.prepare(backup, typed, Clock.systemDefaultZone());
  }

  private void refuseNewer(Restore restore, Map<String, String> facts) throws Failure, IOException {
    String own = version();
    String theirs = facts.getOrDefault("opora", "0");
    if (own != null && compare(theirs, own) > 0) {
      restore.forget();
      throw new Failure(session.text("cli.restore.newer", theirs, own));
    }
  }

  private void refuseOtherKind(Restore restore, String theirs, String ours)
      throws Failure, IOException {
    if (onServer(theirs) != onServer(ours)) {
      restore.forget();
      throw new Failure(session.text("cli.restore.kind", theirs));
    }
  }

  private static boolean onServer(String database) {
    return database.toLowerCase(Locale.ROOT).contains("postgresql");
  }

  private static String version() throws IOException {
    try (InputStream in = BackupCommand.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
      return in == null ? null : new Manifest(in).getMainAttributes().getValue("Bundle-Version");
    }
  }

  private static int compare(String a, String b) {
    String[] left = a.split("[.-]");
    String[] right = b.split("[.-]");
    for (int i = 0; i < 3; i++) {
      int step = Integer.compare(part(left, i), part(right, i));
      if (step != 0) {
        return step;
      }
    }
    return 0;
  }

  private static int part(String[] parts, int index) {
    return index < parts.length && parts[index].matches("\\d{1,8}")
        ? Integer.parseInt(parts[index])
        : 0;
  }
}
