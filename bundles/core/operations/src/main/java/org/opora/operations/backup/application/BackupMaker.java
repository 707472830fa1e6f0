package org.opora.operations.backup.application;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.access.AuditTrail;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Database;
import org.opora.operations.backup.application.Backups.Made;
import org.opora.operations.backup.domain.BackupArchive;
import org.opora.operations.backup.domain.BackupArchive.Source;
import org.opora.operations.backup.domain.BackupCipher;
import org.opora.operations.backup.domain.BackupMade;
import org.opora.operations.backup.domain.Passphrase;
import org.opora.operations.backup.persistence.BackupsMade;
import org.opora.operations.shared.SafeFiles;

/**
 * Makes a backup while colleagues work: the database as of one moment, then the files. The database
 * comes first: a file may be there that no row names yet, but never a row without its file.
 */
final class BackupMaker {
  /** What a running product makes for itself, and what belongs to this machine alone. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "db",
          "db.unpacked",
          "database",
          "run",
          "tmp",
          "cache",
          "log",
          "logs",
          "deploy",
          "outgoing",
          "operator.key",
          "operator.session",
          "restore.outcome",
          "demo.session",
          "address",
          "running.lock",
          "server.pid");

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Database database;
  private final AuditTrail audit;
  private final BackupsMade made;
  private final String version;

  BackupMaker(Database database, AuditTrail audit, BackupsMade made, String version)
      throws IOException {
    this.database = database;
    this.audit = audit;
    this.made = made;
    this.version = version;
    // Made at the first start, so that it can be printed before it is needed.
    Passphrase.ofFolder(database.keyFolder());
  }

  Made make() throws IOException {
    Path data = database.dataFolder();
    Path copy = data.resolve("tmp").resolve("copy-" + Ids.next());
    Path outgoing = data.resolve("outgoing");
    SafeFiles.createPrivateFolder(data.resolve("tmp"));
    SafeFiles.createPrivateFolder(outgoing);
    AuditTrail.Verdict trail = audit.verify();
    String name = "opora-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + ".backup";
    Path file = outgoing.resolve(name);
    Path part = outgoing.resolve(name + ".part");
    try {
      SafeFiles.createPrivateFolder(copy);
      database.copyTo(copy);
      Files.deleteIfExists(part);
      SafeFiles.createPrivate(part);
      try (OutputStream out =
          BackupCipher.seal(
              new BufferedOutputStream(Files.newOutputStream(part)),
              Passphrase.ofFolder(database.keyFolder()))) {
        BackupArchive.write(out, sources(data, copy), facts(trail));
      }
      SafeFiles.force(part);
      SafeFiles.rename(part, file);
    } finally {
      SafeFiles.deleteTree(copy);
      Files.deleteIfExists(part);
    }
    Made result = new Made(name, file, Files.size(file), SafeFiles.sha256(file));
    made.add(new BackupMade(Ids.next(), name, result.bytes(), result.sha256(), Instant.now()));
    audit.noted(null, "backup.made", name + " " + result.sha256());
    return result;
  }

  private Map<String, String> facts(AuditTrail.Verdict trail) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("opora", version);
    facts.put("made", Instant.now().toString());
    facts.put("database", database.product());
    facts.put("audit-rows", Long.toString(trail.rows()));
    facts.put("audit-intact", Boolean.toString(trail.intact()));
    facts.put("audit-head", String.valueOf(trail.head()));
    return facts;
  }

  private List<Source> sources(Path data, Path copy) throws IOException {
    List<Source> sources = new ArrayList<>();
    // The copy of the embedded database is a folder with the name of the database inside.
    add(sources, database.product().contains("Derby") ? "data" : "data/database", copy);
    try (DirectoryStream<Path> top = Files.newDirectoryStream(data)) {
      for (Path path : top) {
        String name = path.getFileName().toString();
        if (!LEFT_OUT.contains(name) && !name.endsWith(".part")) {
          add(sources, "data/" + name, path);
        }
      }
    }
    add(sources, "keys", database.keyFolder());
    return sources;
  }

  private static void add(List<Source> sources, String name, Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      sources.add(new Source(name, path));
      return;
    }
    try (Stream<Path> tree = Files.walk(path)) {
      tree.filter(Files::isRegularFile)
          .sorted()
          .forEach(
              file ->
                  sources.add(
                      new Source(
                          name + "/" + path.relativize(file).toString().replace('\\', '/'), file)));
    }
  }
}
