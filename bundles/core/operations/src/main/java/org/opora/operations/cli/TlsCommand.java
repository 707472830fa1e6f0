package org.opora.operations.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opora.operations.tls.application.CentreCertificate;
import org.opora.operations.tls.application.LocalCa;
import org.opora.operations.tls.application.ServerName;
import org.opora.operations.tls.domain.Identity;
import org.opora.operations.tls.domain.TlsFault;
import org.opora.operations.tls.domain.TlsFolder;

/** {@code tls}: the certificate by which other computers and tablets know this server. */
record TlsCommand(Session session, TlsFolder folder, LocalCa ca) {

  TlsCommand(Session session) {
    this(session, TlsFolder.of(session.data()), new LocalCa(Clock.systemUTC()));
  }

  void run() throws Failure, IOException {
    try {
      switch (session.arguments().word(1)) {
        case "create" -> create();
        case "renew" -> renew();
        case "use" -> use();
        case "show" -> show();
        case "ca" -> root();
        default -> throw session.usage();
      }
    } catch (TlsFault fault) {
      throw failure(session, fault);
    }
  }

  static Failure failure(Session session, TlsFault fault) {
    return new Failure(session.text("cli." + fault.code(), fault.getMessage()));
  }

  /** The authority that tablets trust already stays, as long as it covers the names. */
  private void create() throws Failure, IOException, TlsFault {
    List<ServerName> names = ServerName.all(further());
    if (names.isEmpty()) {
      throw session.usage();
    }
    Optional<Identity> former =
        session.arguments().has("--new-ca") ? Optional.empty() : folder.authority();
    Identity authority = former.isPresent() ? former.get() : ca.authority(names);
    Identity server = ca.server(authority, names);
    if (former.isEmpty()) {
      folder.authority(authority);
    }
    take(server, former.isEmpty() ? "cli.tls.created" : "cli.tls.issued");
  }

  private void renew() throws Failure, IOException, TlsFault {
    Identity former = server();
    Optional<Identity> authority = folder.authority();
    if (authority.isEmpty() || !LocalCa.issued(authority.get(), former)) {
      throw new Failure(session.text("cli.tls.not-local"));
    }
    take(ca.server(authority.get(), ServerName.all(former.names())), "cli.tls.issued");
  }

  private void use() throws Failure, IOException, TlsFault {
    List<Path> files = new ArrayList<>();
    for (String one : further()) {
      Path file = Path.of(one);
      if (!Files.isRegularFile(file)) {
        throw new Failure(session.text("cli.no-file", file));
      }
      files.add(file);
    }
    if (files.isEmpty()) {
      throw session.usage();
    }
    Identity server =
        new CentreCertificate(Clock.systemUTC())
            .read(
                files,
                () ->
                    session.console().secret("OPORA_TLS_PASSPHRASE", session.text("cli.tls.ask")));
    if (server.chain().size() == 1) {
      session.console().aside(session.text("cli.tls.alone"));
    }
    take(server, "cli.tls.used");
  }

  /** In use at once where the product runs; what it answers counts. */
  private void take(Identity server, String sentence) throws Failure, IOException {
    folder.server(server);
    boolean open = false;
    if (Running.at(session.data()) && Files.exists(session.data().resolve("address"))) {
      open = Answer.of(Json.parse(session.server().post("/ops/tls/reload"))).flag("open");
    }
    if (session.arguments().has("--json")) {
      session.say(json(server, ",\"open\":" + open));
      return;
    }
    session.say(session.text(sentence, names(server), day(server)));
    session.say(session.text("cli.tls.fingerprint", server.fingerprint()));
    session.say(session.text(open ? "cli.tls.open" : "cli.tls.start"));
  }

  private void show() throws Failure, IOException, TlsFault {
    Identity server = server();
    if (session.arguments().has("--json")) {
      session.say(json(server, ""));
      return;
    }
    session.say(session.text("cli.tls.shown", names(server), day(server)));
    session.say(session.text("cli.tls.issuer", server.own().getIssuerX500Principal().getName()));
    session.say(session.text("cli.tls.fingerprint", server.fingerprint()));
    Optional<Identity> authority = folder.authority();
    if (authority.isPresent() && LocalCa.issued(authority.get(), server)) {
      session.say(
          session.text(
              "cli.tls.ca-shown",
              LocalDate.ofInstant(authority.get().until(), ZoneOffset.UTC),
              Identity.fingerprint(authority.get().last())));
    }
  }

  /** The certificate on standard output, what to compare it with beside. */
  private void root() throws Failure, IOException, TlsFault {
    Identity authority =
        folder.authority().orElseThrow(() -> new Failure(session.text("cli.tls.no-ca")));
    session.say(Identity.pem(authority.last()).stripTrailing());
    session.console().aside(session.text("cli.tls.ca-use", Identity.fingerprint(authority.last())));
  }

  private Identity server() throws Failure, IOException, TlsFault {
    return folder
        .server()
        .orElseThrow(() -> new Failure(session.text("cli.tls.none", folder.path())));
  }

  private List<String> further() {
    List<String> words = session.arguments().words();
    return words.subList(Math.min(2, words.size()), words.size());
  }

  private static String names(Identity server) {
    return String.join(", ", server.names());
  }

  private static LocalDate day(Identity server) {
    return LocalDate.ofInstant(server.until(), ZoneOffset.UTC);
  }

  private static String json(Identity server, String further) {
    return "{\"names\":["
        + server.names().stream().map(Json::quote).collect(Collectors.joining(","))
        + "],\"until\":"
        + Json.quote(server.until().toString())
        + ",\"fingerprint\":"
        + Json.quote(server.fingerprint())
        + further
        + "}";
  }
}
