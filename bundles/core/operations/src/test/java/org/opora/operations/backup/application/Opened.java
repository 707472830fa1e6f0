package org.opora.operations.backup.application;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.opora.api.ids.Ids;
import org.opora.api.persistence.Transactions;
import org.opora.operations.OperationsSchema;
import org.opora.operations.Recorded;
import org.opora.operations.backup.domain.BackupMade;
import org.opora.operations.backup.persistence.BackupsMade;
import org.opora.persistence.Foundation;
import org.opora.persistence.database.HouseDatabase;
import org.opora.persistence.database.Settings;
import org.opora.persistence.keys.MasterKey;
import org.opora.persistence.keys.TypedKey;
import org.opora.persistence.migration.Scripts;

/** A house with the tables of this bundle, open on a real database. */
record Opened(Foundation foundation, Transactions transactions) implements AutoCloseable {
  /** Ends the name of the second row of a pair. */
  static final String TWIN = "-twin";

  /**
   * @param url null for the embedded database
   */
  static Opened at(Path data, Path keys, String url) {
    return at(data, keys, url, null);
  }

  /** On the embedded database, with a master key that was typed. */
  static Opened typed(Path data, Path keys, List<String> sheet) {
    String line = String.join("", sheet) + "\n";
    byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
    return at(data, keys, null, TypedKey.read(new ByteArrayInputStream(bytes)));
  }

  private static Opened at(Path data, Path keys, String url, MasterKey typed) {
    String embedded = "jdbc:derby:" + data.resolve("db");
    Foundation foundation =
        Foundation.lay(
            new Settings(data, keys, url == null ? embedded : url, null, null),
            Scripts.beside(Foundation.class),
            typed);
    OperationsSchema schema = new OperationsSchema();
    var unit =
        foundation.add(
            schema,
            Scripts.beside(OperationsSchema.class),
            OperationsSchema.class.getClassLoader(),
            OperationsSchema.class.getProtectionDomain().getCodeSource().getLocation());
    return new Opened(foundation, unit.transactions());
  }

  Set<String> rows() {
    List<String> names =
        transactions.read(
            em -> em.createQuery("SELECT b.name FROM BackupMade b", String.class).getResultList());
    return new TreeSet<>(names);
  }

  /** Two rows in one transaction: a copy holds both or none. */
  void write(String name) {
    transactions.run(
        em -> {
          em.persist(new BackupMade(Ids.next(), name, 1, "0", Instant.now()));
          em.flush();
          em.persist(new BackupMade(Ids.next(), name + TWIN, 1, "0", Instant.now()));
        });
  }

  @Override
  public void close() {
    foundation.close();
  }

  Backups.Made backup() throws Exception {
    return new BackupMaker(
            new HouseDatabase(foundation.database()),
            new Recorded(),
            new BackupsMade(transactions),
            "0.1.0")
        .make();
  }
}
