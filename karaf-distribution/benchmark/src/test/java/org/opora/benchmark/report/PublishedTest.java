package org.opora.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PublishedTest {
  @Test
  void figuresReplaceThoseOfTheLastTime() throws IOException {
    String page = Files.readString(Path.of("../../docs/benchmarks.md"));
    String once = Published.into(page, "of the first run\n");
    String twice = Published.into(once, "of the second run\n");
    assertEquals(once, twice.replace("of the second run", "of the first run"));
    assertEquals(page.substring(0, page.indexOf("<!--")), twice.substring(0, page.indexOf("<!--")));
  }

  @Test
  void aPageWithoutAPlaceForThemIsNotTouched() {
    assertThrows(IllegalArgumentException.class, () -> Published.into("no place", "figures"));
  }
}
