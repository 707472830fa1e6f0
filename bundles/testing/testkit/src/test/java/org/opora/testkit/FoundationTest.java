package org.opora.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.access.AccessModule;
import org.opora.persistence.PersistenceModule;

/** The bundles on which this one stands cannot use it for their own floor plan and texts. */
class FoundationTest {
  @ParameterizedTest
  @ValueSource(classes = {AccessModule.class, PersistenceModule.class})
  void theLanguagesAreInStep(Class<?> reception) throws IOException, URISyntaxException {
    Path built = built(reception);
    if (Files.isDirectory(built)) {
      assertEquals(List.of(), Texts.faults(built));
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(built)) {
        assertEquals(List.of(), Texts.faults(jar.getPath("/")));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {AccessModule.class})
  void theFloorPlanHolds(Class<?> reception) throws URISyntaxException {
    assertEquals(List.of(), ArchitectureRules.faults(built(reception), reception.getPackageName()));
  }

  private static Path built(Class<?> reception) throws URISyntaxException {
    return Path.of(reception.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
