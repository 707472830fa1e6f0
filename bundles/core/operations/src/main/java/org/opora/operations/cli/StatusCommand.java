package org.opora.operations.cli;

/** {@code status} and {@code audit verify}. */
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

  void audit() throws Failure {
    if (!session.arguments().word(1).equals("verify")) {
      throw session.usage();
    }
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
