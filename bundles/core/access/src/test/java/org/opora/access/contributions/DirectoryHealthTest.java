package org.opora.access.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opora.access.TestHouse;
import org.opora.api.access.Directory;
import org.opora.api.access.DirectoryAway;
import org.opora.api.faults.Refused;
import org.opora.api.health.spi.HealthCheck.Level;
import org.opora.api.text.Text;

class DirectoryHealthTest {
  private final TestHouse.Time clock = new TestHouse.Time();
  private Directory.Connection connection;
  private RuntimeException fault;
  private int asked;

  @Test
  void itIsAskedOnceAMinuteAndSaysWhatToDo() {
    DirectoryHealth health = new DirectoryHealth(new Asked(), clock);
    said(health, Level.OK, "health.directory.none");
    assertEquals(0, asked);
    connection = new Directory.Connection("ldaps://one", false, "a", "b", "uid", null);
    fault = new DirectoryAway(Text.of("org.opora.access", "directory.away.silent"));
    said(health, Level.FAULT, "directory.away.silent");
    fault = null;
    said(health, Level.FAULT, "directory.away.silent");
    assertEquals(1, asked);
    clock.pass(Duration.ofMinutes(1));
    said(health, Level.OK, "health.directory.ok");
    fault = new DirectoryAway(Text.of("org.opora.access", "directory.away.account"));
    connection = new Directory.Connection("ldaps://two", false, "a", "b", "uid", null);
    said(health, Level.FAULT, "directory.away.account");
    assertEquals(3, asked, "another one is asked at once");
    connection = null;
    fault = new Refused(null, Text.of("org.opora.access", "directory.open-file"));
    said(health, Level.FAULT, "directory.open-file");
  }

  private static void said(DirectoryHealth health, Level level, String key) {
    assertEquals(level, health.check().level());
    assertEquals(key, health.check().text().key());
  }

  private final class Asked implements Directory {
    @Override
    public Optional<Connection> connection() {
      if (fault instanceof Refused) {
        throw fault;
      }
      return Optional.ofNullable(connection);
    }

    @Override
    public void connect(Connection other, char[] password, String certificates) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long disconnect() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Finding look(String signInName) {
      asked++;
      if (fault != null) {
        throw fault;
      }
      return Finding.UNKNOWN;
    }
  }
}
