package org.opora.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.testkit.Texts;

class TextsTest {
  @Test
  void theLanguagesAreInStep() {
    assertEquals(List.of(), Texts.faults(Path.of("target/classes")));
  }
}
