package org.opora.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opora.api.web.spi.Navigation;

/** What the rooms of the register put into the menu. */
class NavigationTest {
  /** Those of other bundles of the house. */
  private static final List<String> TAKEN =
      List.of("home", "key", "clock", "calendar", "parts", "pulse", "part");

  @Test
  void noTwoEntriesHaveTheSameIconOrThePlaceOfAnother() throws Exception {
    List<Navigation.Entry> all = entries();
    assertTrue(all.size() > 10, "it looks");
    List<String> icons = new ArrayList<>(TAKEN);
    all.forEach(entry -> icons.add(entry.icon()));
    assertEquals(icons.stream().distinct().toList(), icons);
    List<String> places = all.stream().map(entry -> entry.group() + " " + entry.order()).toList();
    assertEquals(places.stream().distinct().toList(), places);
    all.forEach(
        entry -> assertNotEquals(Navigation.Group.SERVICES, entry.group(), "left to modules"));
  }

  private static List<Navigation.Entry> entries()
      throws IOException, URISyntaxException, ReflectiveOperationException {
    Path classes =
        Path.of(RegistrySchema.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Navigation.Entry> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(one -> one.toString().endsWith("Navigation.class")).toList()) {
        String name = classes.relativize(file).toString().replace(".class", "").replace('/', '.');
        Navigation one = (Navigation) Class.forName(name).getDeclaredConstructor().newInstance();
        all.addAll(one.entries());
      }
    }
    return all;
  }
}
