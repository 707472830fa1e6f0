package org.opora.modulekit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Viewer;
import org.opora.modulekit.broken.BrokenModule;
import org.opora.registry.register.Register;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.House;

/** A gap in a page is seen even by who does not look at it. */
class OnlookerTest {
  /** Public, as what a template reads has to be. */
  public record Guest(String name) {}

  @Test
  void whatATemplateAsksForInVainIsSaid() {
    Onlooker onlooker = new Onlooker();
    PageHouse pages =
        PageHouse.watched(
            Register.TODAY,
            "broken",
            BrokenModule.class,
            "org.opora.broken",
            onlooker::over,
            onlooker);
    try (House house = House.with()) {
      Viewer viewer = house.viewer("director");
      String made = pages.page("asking", Map.of("guests", List.of(new Guest("Ema"))), viewer);
      assertTrue(made.contains("Ema"), made);
    }
    assertTrue(onlooker.seen().contains("asking"), "" + onlooker.seen());
    assertEquals(
        List.of(
            "a template asks for gusets, which no handler gives",
            "asking.peb line 1 asks Guest for nmae"),
        onlooker.faults(Path.of("target/test-classes")));
  }
}
