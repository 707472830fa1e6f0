package org.opora.operations.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.opora.api.persistence.PaperKey;
import org.opora.operations.backup.domain.Passphrase;
import org.opora.operations.shared.SafeFiles;

/** {@code keys}: the master key on paper, renewed, from paper, and out of its file. */
record KeysCommand(Session session) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

  /** Files of the key folder and of the data folder, by name as the product knows them. */
  static final String KEY = "master.key";

  static final String PAIR = "pair.id";

  void run() throws Failure, IOException {
    switch (session.arguments().word(1)) {
      case "sheet" -> sheet();
      case "rotate" -> rotate();
      case "restore" -> restore();
      case "take-out" -> takeOut();
      default -> throw session.usage();
    }
  }

  private void sheet() throws Failure, IOException {
    String json = session.server().post("/ops/keys/sheet");
    if (!session.printed(json)) {
      print(Answer.of(Json.parse(json)), json);
    }
  }

  /** The sheet comes first: whatever happens to the machine then, the key is on paper. */
  private void rotate() throws Failure, IOException {
    String json = session.server().post("/ops/keys/renew");
    Answer sheet = Answer.of(Json.parse(json));
    if (!session.printed(json)) {
      print(sheet, json);
    }
    if (sheet.flag("typed")) {
      session.console().aside(session.text("cli.keys.rotate-typed"));
      return;
    }
    session.console().aside(session.text("cli.keys.restart"));
    FileTime before = written();
    session.server().post("/ops/restart");
    await(sheet.text("generation"), before);
    session.console().aside(session.text("cli.keys.rotated"));
  }

  /** A house that has started again says anew where it is, however short it was away. */
  private void await(String generation, FileTime before) throws Failure, IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      FileTime now = written();
      if (now != null && !now.equals(before)) {
        String counts = Answer.of(Json.parse(session.server().get("/ops/keys"))).text("generation");
        if (!counts.equals(generation)) {
          throw new Failure(session.text("cli.keys.not-rotated"));
        }
        return;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    throw new Failure(session.text("cli.launch.slow", session.data()));
  }

  /**
   * @return when the product wrote down where it is; null while it is away
   */
  private FileTime written() throws IOException {
    try {
      return Files.getLastModifiedTime(session.data().resolve("address"));
    } catch (NoSuchFileException away) {
      return null;
    }
  }

  private void print(Answer sheet, String json) throws IOException {
    session.say(session.text("cli.keys.sheet", sheet.text("generation"), session.data()));
    int number = 0;
    for (String line : lines(json)) {
      session.say("    " + ++number + "   " + line);
    }
    session.say("");
    Passphrase.find(session.keys())
        .ifPresent(
            passphrase ->
                session.say(session.text("cli.keys.passphrase", new String(passphrase)) + "\n"));
    session.say(session.text("cli.keys.sheet-use"));
  }

  private static List<String> lines(String json) {
    List<String> lines = new ArrayList<>();
    if (Json.parse(json) instanceof java.util.Map<?, ?> sheet
        && sheet.get("lines") instanceof List<?> all) {
      all.forEach(line -> lines.add(String.valueOf(line)));
    }
    return lines;
  }

  /** From paper into the file of a house that has lost it. Whether it fits, the start says. */
  private void restore() throws Failure, IOException {
    refuseRunning();
    Path file = session.keys().resolve(KEY);
    Path pair = session.data().resolve(PAIR);
    if (Files.exists(file)) {
      throw new Failure(session.text("cli.keys.there", file));
    }
    if (!Files.exists(pair)) {
      throw new Failure(session.text("cli.keys.no-data", session.data()));
    }
    byte[] key = ask();
    SafeFiles.createPrivateFolder(session.keys());
    SafeFiles.write(session.keys().resolve(PAIR), Files.readString(pair));
    SafeFiles.write(file, new ByteArrayInputStream(key));
    session.say(session.text("cli.keys.restored", file));
  }

  /** Only whoever has the right paper at hand may do without the file. */
  private void takeOut() throws Failure, IOException {
    refuseRunning();
    Path file = session.keys().resolve(KEY);
    if (!Files.exists(file)) {
      throw new Failure(session.text("cli.keys.not-there", file));
    }
    if (!MessageDigest.isEqual(ask(), Files.readAllBytes(file))) {
      throw new Failure(session.text("cli.keys.another"));
    }
    Files.delete(file);
    SafeFiles.force(session.keys());
    session.say(session.text("cli.keys.taken-out"));
  }

  private void refuseRunning() throws Failure, IOException {
    if (Running.at(session.data())) {
      throw new Failure(session.text("cli.launch.running", session.data()));
    }
  }

  /** Line by line, so that a mistake is found while the eye is still there. */
  private byte[] ask() throws Failure, IOException {
    List<String> lines = new ArrayList<>();
    while (lines.size() < PaperKey.LINES) {
      int number = lines.size() + 1;
      String typed = new String(session.console().hidden(session.text("cli.keys.ask", number)));
      if (typed.isBlank()) {
        throw new Failure(session.text("cli.keys.no-line", number));
      }
      try {
        lines.add(PaperKey.line(number, typed));
      } catch (PaperKey.Misread wrong) {
        session.console().aside(session.text("cli.keys.misread", wrong.line()));
      }
    }
    try {
      return PaperKey.read(lines);
    } catch (PaperKey.Misread impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * For the launcher, which has asked for the key and hands it over in one line of standard input:
   * whether it can be a key at all.
   */
  void typed() throws Failure, IOException {
    try {
      PaperKey.read(session.console().line());
    } catch (PaperKey.Misread wrong) {
      throw new Failure(session.text("cli.keys.misread", wrong.line()));
    }
  }
}
