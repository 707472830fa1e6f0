package org.opora.operations.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.opora.operations.shared.SafeFiles;

/** Commands that read people, and the short session they need. */
record PeopleCommand(Session session) {

  void login() throws Failure, IOException {
    String name = session.arguments().option("--name").orElse("");
    if (name.isBlank()) {
      name = session.console().ask(session.text("cli.ask.name"));
    }
    char[] password = session.console().secret("OPORA_PASSWORD", session.text("cli.ask.password"));
    Answer answer = login(name, password, "");
    if (answer.text("waits").equals("ENROL")) {
      throw new Failure(session.text("cli.login.enrol"));
    }
    if (answer.text("waits").equals("CODE")) {
      char[] code = session.console().secret("OPORA_CODE", session.text("cli.ask.code"));
      answer = login(name, password, new String(code));
    }
    String minutes = answer.text("minutes").isEmpty() ? "15" : answer.text("minutes");
    Instant until = Instant.now().plus(Duration.ofMinutes(Long.parseLong(minutes)));
    SafeFiles.write(file(), answer.text("token") + "\n" + until.getEpochSecond() + "\n");
    // The token stays in the file: it is nobody's business on a screen.
    if (session.arguments().has("--json")) {
      session.say("{\"minutes\":" + minutes + "}");
    } else {
      session.say(session.text("cli.login", minutes));
    }
  }

  private Answer login(String name, char[] password, String code) throws Failure {
    Map<String, String> form = Map.of("name", name, "password", new String(password), "code", code);
    return Answer.of(Json.parse(session.server().post("/ops/login", form)));
  }

  void logout() throws Failure, IOException {
    if (Files.exists(file())) {
      try {
        // One that ran out is over anyway; the call would end the standing session of a demo
        // centre.
        if (Server.current(Files.readString(file()).strip())) {
          session.server().post("/ops/logout");
        }
      } finally {
        Files.deleteIfExists(file());
      }
    }
    session.say(session.arguments().has("--json") ? "{}" : session.text("cli.logout"));
  }

  private Path file() {
    return session.data().resolve("operator.session");
  }

  void importFile() throws Failure {
    String what = session.arguments().word(1);
    if (what.isEmpty()) {
      throw session.usage();
    }
    Path file = Path.of(what);
    if (!Files.isRegularFile(file)) {
      throw new Failure(session.text("cli.no-file", what));
    }
    boolean dry = session.arguments().has("--dry-run");
    String name = Server.encode(file.getFileName().toString());
    String json = brought("/ops/import?dryRun=" + (dry ? 1 : 0) + "&name=" + name, file);
    if (session.printed(json)) {
      return;
    }
    Answer result = Answer.of(Json.parse(json));
    session.say(
        session.text(
            dry ? "cli.import.dry" : "cli.import.done",
            result.text("rows"),
            result.text("created"),
            result.text("updated"),
            result.text("unchanged")));
    for (Answer finding : result.list("findings")) {
      session.say(
          session.text(
              "cli.import.finding",
              finding.text("row"),
              finding.text("column"),
              finding.text("message")));
    }
  }

  private String brought(String path, Path file) throws Failure {
    ImportProgress progress = new ImportProgress(session);
    try {
      return session.server().post(path, file);
    } finally {
      progress.close();
    }
  }

  void duties() throws Failure {
    String day = session.arguments().option("--as-of").orElse(LocalDate.now().toString());
    try {
      LocalDate.parse(day);
    } catch (DateTimeException wrong) {
      throw new Failure(session.text("cli.date", day), Failure.USAGE);
    }
    String json = session.server().get("/ops/duties?asOf=" + day);
    if (session.printed(json)) {
      return;
    }
    // Whose they are is nobody's business on the screen of a technician.
    Map<String, Integer> counts = new TreeMap<>();
    for (Answer line : Answer.all(Json.parse(json))) {
      counts.merge(line.text("status"), 1, Integer::sum);
    }
    counts.forEach(
        (status, count) ->
            session.say(session.text("cli.duties", session.text("cli.duty." + status), count)));
    if (!counts.isEmpty()) {
      session.say(session.text("cli.duties.whose"));
    }
  }
}
