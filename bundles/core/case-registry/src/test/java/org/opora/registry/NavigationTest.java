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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opora.api.web.spi.CaseTab;
import org.opora.api.web.spi.Navigation;

/** What the rooms of the register put into the menu, and into the file of a family. */
class NavigationTest {
  private static final Path BUNDLES = Path.of("../..");

  /** The icon of an entry where a bundle contributes one. */
  private static final Pattern ICON =
      Pattern.compile("new Entry\\(\\s*Group\\.\\w+,[^,]+,\\s*\"[^\"]+\",\\s*\"([a-z-]+)\"");

  /** Places of other bundles of the house: duties, documents, reports on the course of care. */
  private static final List<String> TAKEN_PLACES = List.of("DUE 60", "PAPERS 60", "PAPERS 65");

  @Test
  void noTwoEntriesHaveTheSameIconOrThePlaceOfAnother() throws Exception {
    List<Navigation.Entry> all =
        every(Navigation.class, "Navigation").stream()
            .flatMap(one -> one.entries().stream())
            .toList();
    assertTrue(all.size() > 10, "it looks");
    List<String> icons = ofOthers();
    assertTrue(icons.size() > 3, "it looks at other bundles, too");
    all.forEach(entry -> icons.add(entry.icon()));
    assertEquals(icons.stream().distinct().toList(), icons);
    List<String> places = all.stream().map(entry -> entry.group() + " " + entry.order()).toList();
    assertEquals(places.stream().distinct().toList(), places);
    all.forEach(
        entry -> assertNotEquals(Navigation.Group.SERVICES, entry.group(), "left to modules"));
  }

  @Test
  void everyTabOfAFileNamesItsGroupAndHasAPlaceOfItsOwn() throws Exception {
    List<CaseTab> all = every(CaseTab.class, "Tab");
    assertTrue(all.size() > 10, "it looks");
    all.forEach(tab -> assertNotEquals(CaseTab.Group.SERVICES, tab.group(), "left to modules"));
    List<String> places = new ArrayList<>(TAKEN_PLACES);
    all.forEach(tab -> places.add(tab.group() + " " + tab.order()));
    assertEquals(places.stream().distinct().toList(), places);
    List<String> ids = all.stream().map(CaseTab::id).toList();
    assertEquals(ids.stream().distinct().toList(), ids);
  }

  /** Icons of whatever else lies in the folder of the house, modules as they are. */
  private static List<String> ofOthers() throws IOException {
    List<String> icons = new ArrayList<>();
    try (Stream<Path> files = Files.walk(BUNDLES)) {
      for (Path file :
          files
              .filter(one -> one.toString().endsWith("Navigation.java"))
              .filter(one -> one.toString().contains("src/main/java"))
              .filter(one -> !one.toString().contains("/case-registry/"))
              .toList()) {
        ICON.matcher(Files.readString(file)).results().forEach(one -> icons.add(one.group(1)));
      }
    }
    return icons;
  }

  private static <T> List<T> every(Class<T> kind, String ending)
      throws IOException, URISyntaxException, ReflectiveOperationException {
    Path classes =
        Path.of(RegistrySchema.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<T> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(one -> one.toString().endsWith(ending + ".class")).toList()) {
        String name = classes.relativize(file).toString().replace(".class", "").replace('/', '.');
        Class<?> found = Class.forName(name);
        if (kind.isAssignableFrom(found)) {
          all.add(kind.cast(found.getDeclaredConstructor().newInstance()));
        }
      }
    }
    return all;
  }
}
