package org.opora.operations.modules.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.api.text.Title;
import org.opora.operations.Recorded;

class ModuleNewsTest {
  private final Recorded house = new Recorded();

  @Test
  void aModuleIsCalledByItsNameInTheLanguageOfTheReader() {
    Plan plan =
        new Plan(
            Plan.Change.INSTALL,
            "sample",
            new Title("Ukázka", "Przykład", "Sample"),
            null,
            "1.0.0",
            List.of(),
            false,
            null);
    new ModuleNews(house, house, house).changed(Actor.of(Actor.Door.INBOX), "installed", plan);
    assertEquals(List.of("news.installed[Sample, 1.0.0]"), house.told);
    assertEquals(List.of("module.installed sample 1.0.0 inbox"), house.noted);
  }
}
