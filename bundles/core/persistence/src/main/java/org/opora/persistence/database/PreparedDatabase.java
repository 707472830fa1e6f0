package org.opora.persistence.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The empty database that comes with the product. A first start unpacks it instead of applying each
 * script of the house; like any other it is compared with the scripts afterwards, and migrated
 * where it is older. It holds no key: the house makes its own.
 */
final class PreparedDatabase {
  private static final Logger LOG = LoggerFactory.getLogger(PreparedDatabase.class);

  private final PackedDatabase packed;
  private final Path place;
  private final Path beside;

  private PreparedDatabase(Path archive, Path place) {
    this.packed = new PackedDatabase(archive);
    this.place = place;
    this.beside = place.resolveSibling(place.getFileName() + ".unpacked");
  }

  /**
   * Puts it where the database will be looked for, if nothing is there. That it cannot be used is
   * no reason not to start: the database is created and migrated then.
   */
  static void moveIn(Settings settings) {
    Path place = DerbyEngine.folder(settings.url(), settings.data());
    if (settings.prepared() != null && place != null) {
      new PreparedDatabase(settings.prepared(), place).moveIn();
    }
  }

  /**
   * Whatever stands at the place of the database is whole: it was opened once before it came there,
   * in one step. What was interrupted lies beside it and is thrown away by the next start.
   */
  private void moveIn() {
    try {
      delete(beside);
      if (Files.notExists(place)) {
        Files.createDirectories(place.getParent());
        begin(packed.unpack(beside));
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        force(place.getParent());
        LOG.info("The house begins with the prepared database");
      }
    } catch (IOException | SQLException | RuntimeException e) {
      LOG.warn("The prepared database {} cannot be used, one is created", packed.archive(), e);
      discard();
    }
  }

  /** Opening it tells whether this Derby reads it. */
  private void begin(List<String> firstDay) throws SQLException {
    EmbeddedDataSource source = new EmbeddedDataSource();
    source.setDatabaseName(beside.toString());
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : firstDay) {
        statement.execute(each);
      }
    } finally {
      DerbyEngine.shutDown("jdbc:derby:" + beside);
    }
  }

  private void discard() {
    try {
      delete(beside);
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("It was not removed: {}", e.toString());
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** Not every system lets a folder be written out by itself. */
  private static void force(Path folder) {
    try (FileChannel open = FileChannel.open(folder, StandardOpenOption.READ)) {
      open.force(true);
    } catch (IOException e) {
      LOG.debug("The folder was not written out", e);
    }
  }
}
