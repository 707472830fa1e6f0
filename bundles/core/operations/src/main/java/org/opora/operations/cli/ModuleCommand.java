package org.opora.operations.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** {@code module list|install|update|remove}. */
record ModuleCommand(Session session) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

  void run() throws Failure {
    String what = session.arguments().word(2);
    switch (session.arguments().word(1)) {
      case "list", "" -> list();
      case "install" -> change("install", what);
      case "update" -> change("update", what);
      case "remove" -> {
        id(what);
        done(session.server().post("/ops/modules/" + what + "/remove"));
      }
      default -> throw session.usage();
    }
  }

  private void list() throws Failure {
    String json = session.server().get("/ops/modules");
    if (!session.printed(json)) {
      for (Answer module : Answer.all(Json.parse(json))) {
        line(session, module);
      }
    }
  }

  static void line(Session session, Answer module) {
    String offered = module.text("offered");
    String reason = module.text("reason");
    session.say(
        "  "
            + module.text("id")
            + " "
            + module.text("version")
            + "  "
            + session.text("cli.state." + module.text("state"))
            + (offered.isEmpty() ? "" : "  " + session.text("cli.offered", offered))
            + (reason.isEmpty() ? "" : "  (" + reason + ")"));
  }

  private void change(String change, String what) throws Failure {
    if (what.isEmpty()) {
      throw session.usage();
    }
    // A word is an id; what looks like a path, or ends like a package, is a file.
    if (ID.matcher(what).matches()) {
      done(session.server().post("/ops/modules/" + what + "/" + change));
      return;
    }
    Path file = Path.of(what);
    if (!Files.isRegularFile(file)) {
      throw new Failure(session.text("cli.no-file", what));
    }
    done(session.server().post("/ops/packages", file));
  }

  private void id(String what) throws Failure {
    if (!ID.matcher(what).matches()) {
      throw session.usage();
    }
  }

  private void done(String json) {
    if (!session.printed(json)) {
      session.say(Answer.of(Json.parse(json)).text("message"));
    }
  }
}
