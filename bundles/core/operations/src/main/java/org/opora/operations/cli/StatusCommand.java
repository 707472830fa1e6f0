package org.opora.operations.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opora.operations.shared.SafeFiles;

/** {@code status} and {@code audit}. */
record StatusCommand(Session session) {

  void run() throws Failure {
    String json = session.server().get("/ops/status");
    if (session.printed(json)) {
      return;
    }
    Answer status = Answer.of(Json.parse(json));
    session.say(
        session.text(
            status.flag("ready") ? "cli.status.ready" : "cli.status.starting",
            status.text("version"),
            status.text("database")));
    for (Answer check : status.list("checks")) {
      session.say("  " + level(check.text("level")) + "  " + check.text("message"));
    }
    for (Answer module : status.list("modules")) {
      ModuleCommand.line(session, module);
    }
  }

  private String level(String level) {
    String word = session.text("cli.level." + level);
    return word + " ".repeat(Math.max(0, 10 - word.length()));
  }

  void audit() throws Failure, IOException {
    switch (session.arguments().word(1)) {
      case "verify" -> verify();
      case "export" -> export();
      default -> throw session.usage();
    }
  }

  /** Without a name it goes where one stands; never into the data folder. */
  private void export() throws Failure, IOException {
    String word = session.arguments().word(2);
    Path wanted = Path.of(word).toAbsolutePath();
    if (Files.isRegularFile(wanted)) {
      throw new Failure(session.text("cli.backup.exists", wanted));
    }
    if (SafeFiles.real(wanted).startsWith(SafeFiles.real(session.data()))) {
      throw new Failure(session.text("cli.audit.inside"));
    }
    Answer written = Answer.of(Json.parse(session.server().post("/ops/audit/export")));
    String name = Path.of(written.text("name")).getFileName().toString();
    Path file = Files.isDirectory(wanted) ? wanted.resolve(name) : wanted;
    Path made = session.data().resolve("outgoing").resolve(name);
    try {
      SafeFiles.createPrivateFolder(file.getParent());
      Files.move(made, file);
      SafeFiles.force(file);
    } finally {
      // What cannot be brought there does not stay behind either.
      Files.deleteIfExists(made);
    }
    session.say(
        session.arguments().has("--json")
            ? "{\"file\":"
                + Json.quote(file.toString())
                + ",\"bytes\":"
                + written.text("bytes")
                + "}"
            : session.text("cli.audit.exported", file, written.text("bytes")));
  }

  private void verify() throws Failure {
    String json = session.server().post("/ops/audit/verify");
    Answer verdict = Answer.of(Json.parse(json));
    if (!session.printed(json)) {
      session.say(
          verdict.flag("intact")
              ? session.text("cli.audit.intact", verdict.text("rows"), verdict.text("head"))
              : session.text("cli.audit.checked", verdict.text("rows")));
    }
    if (!verdict.flag("intact")) {
      throw new Failure(session.text("cli.audit.broken", verdict.text("firstFault")));
    }
  }
}
