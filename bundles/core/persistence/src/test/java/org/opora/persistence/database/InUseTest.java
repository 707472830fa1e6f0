package org.opora.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.persistence.Foundation;
import org.opora.persistence.migration.Scripts;

class InUseTest {
  @TempDir Path folder;

  @Test
  void aFolderThatAnotherProcessUsesIsRefusedAndFreeWhenThatOneEnds() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectError(new File("/dev/null"))
            .start();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
      assertTrue(said.readLine().startsWith("holding"));
      DatabaseUnavailable refused = assertThrows(DatabaseUnavailable.class, this::open);
      assertEquals("database.in-use", refused.text().key());
      other.getOutputStream().close();
      assertTrue(other.waitFor(60, TimeUnit.SECONDS));
    } finally {
      other.destroyForcibly();
    }
    open().close();
  }

  private Foundation open() {
    return Foundation.lay(Holder.settings(folder), Scripts.beside(Foundation.class));
  }
}
