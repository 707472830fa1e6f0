package org.opora.operations.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** {@code directory}: the LDAP or Active Directory in which colleagues may keep their password. */
record DirectoryCommand(Session session) {
  private static final String ACTIVE_DIRECTORY = "sAMAccountName";

  void run() throws Failure, IOException {
    switch (session.arguments().word(1)) {
      case "connect" -> connect();
      case "show" -> show();
      case "check" -> check();
      case "disconnect" -> disconnect();
      default -> throw session.usage();
    }
  }

  /** The product tries it first; nothing changes when the directory does not answer. */
  private void connect() throws Failure, IOException {
    String address = session.arguments().word(2);
    if (address.isEmpty()) {
      throw session.usage();
    }
    Map<String, String> fields = new HashMap<>();
    fields.put("address", address);
    fields.put("base", option("--base"));
    fields.put("account", option("--account"));
    fields.put("attribute", session.arguments().option("--attribute").orElse(ACTIVE_DIRECTORY));
    fields.put("filter", option("--filter"));
    if (option("--base").isBlank() || option("--account").isBlank()) {
      throw new Failure(session.text("cli.directory.wanting"), Failure.USAGE);
    }
    if (session.arguments().has("--plain")) {
      fields.put("plain", "on");
    }
    String certificates = option("--ca");
    if (!certificates.isEmpty()) {
      Path file = Path.of(certificates);
      if (!Files.isRegularFile(file)) {
        throw new Failure(session.text("cli.no-file", file));
      }
      fields.put("certificates", Files.readString(file));
    }
    // Asked for and not an option: those stand in the list of processes and in a history.
    fields.put(
        "password",
        new String(
            session
                .console()
                .secret(
                    "OPORA_DIRECTORY_PASSWORD",
                    session.text("cli.directory.ask", option("--account")))));
    String json = session.server().post("/ops/directory/connect", fields);
    if (!session.printed(json)) {
      session.say(session.text("cli.directory.connected", address));
    }
  }

  private void show() throws Failure {
    String json = session.server().get("/ops/directory");
    if (session.printed(json)) {
      return;
    }
    Answer connection = Answer.of(Json.parse(json)).inside("connection");
    if (connection.text("address").isEmpty()) {
      session.say(session.text("cli.directory.none"));
      return;
    }
    session.say(
        session.text(
            "cli.directory.shown",
            connection.text("address"),
            connection.text("account"),
            connection.text("base"),
            connection.text("attribute")));
    if (!connection.text("filter").isEmpty()) {
      session.say(session.text("cli.directory.filter", connection.text("filter")));
    }
    if (connection.flag("plain")) {
      session.say(session.text("cli.directory.plain"));
    }
  }

  private void check() throws Failure {
    String name = session.arguments().word(2);
    String json = session.server().post("/ops/directory/look", Map.of("name", name));
    if (session.printed(json)) {
      return;
    }
    session.say(session.text("cli.directory.answers"));
    String finding = Answer.of(Json.parse(json)).text("finding");
    if (!finding.isEmpty()) {
      session.say(session.text("cli.directory." + finding.toLowerCase(Locale.ROOT), name));
    }
  }

  private void disconnect() throws Failure {
    String json = session.server().post("/ops/directory/disconnect");
    if (!session.printed(json)) {
      session.say(
          session.text("cli.directory.disconnected", Answer.of(Json.parse(json)).text("accounts")));
    }
  }

  private String option(String name) {
    return session.arguments().option(name).orElse("");
  }
}
