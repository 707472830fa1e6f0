package org.opora.itest.support;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.driver.Distribution;

/**
 * A wall between a colleague and a family, for which the product has no page yet: it is laid into
 * the database of a product that stands still, with the database engine the product brings along.
 */
public final class RaisedWall {
  private static final String WALL =
      "INSERT INTO ACCESS.WALL (ID, STAFF, SUBJECT_KIND, SUBJECT, GROUND, RAISED_BY, RAISED_ON)"
          + " VALUES (?, ?, 'CASE_FILE', ?, 'SEAL', ?, ?)";

  private RaisedWall() {}

  /**
   * @param data folder of a product on Derby that is stopped
   */
  public static void between(Path data, UUID colleague, UUID file, UUID raisedBy) {
    String log = System.setProperty("derby.stream.error.file", data + ".derby.log");
    try (URLClassLoader engine = new URLClassLoader(new URL[] {derby().toUri().toURL()})) {
      Driver driver =
          (Driver)
              engine
                  .loadClass("org.apache.derby.jdbc.EmbeddedDriver")
                  .getDeclaredConstructor()
                  .newInstance();
      String url = "jdbc:derby:" + data.resolve("db");
      try (Connection connection = driver.connect(url, new Properties());
          PreparedStatement wall = connection.prepareStatement(WALL)) {
        wall.setBytes(1, bytes(UUID.randomUUID()));
        wall.setBytes(2, bytes(colleague));
        wall.setBytes(3, bytes(file));
        wall.setBytes(4, bytes(raisedBy));
        wall.setDate(5, Date.valueOf(LocalDate.now()));
        wall.executeUpdate();
      }
      leave(driver);
    } catch (IOException | ReflectiveOperationException | SQLException failed) {
      throw new IllegalStateException(failed);
    } finally {
      if (log == null) {
        System.clearProperty("derby.stream.error.file");
      } else {
        System.setProperty("derby.stream.error.file", log);
      }
    }
  }

  /** The engine says by an exception that it has gone. */
  private static void leave(Driver driver) throws SQLException {
    try {
      driver.connect("jdbc:derby:;shutdown=true", new Properties());
    } catch (SQLException gone) {
      if (!"XJ015".equals(gone.getSQLState())) {
        throw gone;
      }
    }
  }

  private static byte[] bytes(UUID key) {
    return ByteBuffer.allocate(16)
        .putLong(key.getMostSignificantBits())
        .putLong(key.getLeastSignificantBits())
        .array();
  }

  private static Path derby() throws IOException {
    try (Stream<Path> files = Files.walk(Distribution.home().resolve("system/org/apache/derby"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("derby-[\\d.]+\\.jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("the product brings no Derby along"));
    }
  }
}
