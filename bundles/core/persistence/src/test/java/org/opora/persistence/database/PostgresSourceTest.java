package org.opora.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresSourceTest {
  @TempDir Path folder;

  /** Whatever searches the address, as Flyway does at each migration, searches what was said. */
  @Test
  void aConnectionNamesWhatWasSaidAndNoStandardProperty() throws IOException {
    assertEquals(
        "jdbc:postgresql://127.0.0.1:5433/opora"
            + "?ApplicationName=opora&logServerErrorDetail=false&options=-c+lock_timeout%3D5000",
        at("jdbc:postgresql://127.0.0.1:5433/opora", null, null).getURL());
  }

  @Test
  void whatTheAddressSaysHolds() throws IOException {
    PGSimpleDataSource source =
        at(
            "jdbc:postgresql://a:1,b:2/opora?user=x&sslmode=require&logServerErrorDetail=true",
            null,
            null);
    assertEquals(
        "jdbc:postgresql://a:1,b:2/opora?ApplicationName=opora&logServerErrorDetail=false"
            + "&options=-c+lock_timeout%3D5000&sslmode=require",
        source.getURL());
    assertEquals("x", source.getUser());
  }

  @Test
  void whoIsNamedBesidesComesBeforeWhoStandsInTheAddress() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "tajné\n");
    PGSimpleDataSource source = at("jdbc:postgresql:opora?user=x&password=y", "opora", password);
    assertEquals(
        "jdbc:postgresql://localhost:5432/opora", source.getURL().replaceFirst("[?].*", ""));
    assertEquals("opora", source.getUser());
    assertEquals("tajné", source.getPassword());
  }

  /** As the driver itself has it; and where it leads nowhere, that is said. */
  @Test
  void whatTheDriverDoesNotKnowIsPassedOver() throws IOException {
    assertEquals("opora", at("jdbc:postgresql://a/opora?nothing=1", null, null).getDatabaseName());
    assertThrows(IllegalArgumentException.class, () -> at("jdbc:derby:opora", null, null));
  }

  private static PGSimpleDataSource at(String url, String user, Path password) throws IOException {
    return (PGSimpleDataSource) PostgresSource.at(url, user, password);
  }
}
