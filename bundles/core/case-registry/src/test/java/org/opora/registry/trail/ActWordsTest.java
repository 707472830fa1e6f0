package org.opora.registry.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opora.access.AccessModule;
import org.opora.api.access.Permission;
import org.opora.api.access.RelationKind;
import org.opora.api.module.Modules;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.trail.application.ActWords;
import org.opora.testkit.ActCodes;
import org.opora.testkit.BundleTexts;

/**
 * Whatever the house writes into the trail has words: acts of use cases, refused permissions, and
 * doors. A module brings its own, and its contract test asks for them. What a test of the register
 * writes is looked at once more when the test ends.
 */
class ActWordsTest {
  private static final Path BUNDLES = Path.of("../..");

  /** Where a path begins; what follows after a plus only goes on. */
  private static final Pattern DOOR = Pattern.compile("(?<!\\+ )(?<!\\+)\"(/[a-z][^\"? ]*)\"");

  /** What a part of a detail is called, where one is written. */
  private static final Pattern CALLED = Pattern.compile("\";?([a-z][a-z-]*)=\"");

  private static final BundleTexts TEXTS =
      new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS);
  private static final Title GUESTS = new Title("Hosté", "Goście", "Guests");

  private final ActWords words = new ActWords(TEXTS, Parts.none());

  @Test
  void whatUseCasesWriteHasWords() {
    Set<String> without = new TreeSet<>();
    int found = 0;
    for (Path source : sources()) {
      for (String act : ActCodes.in(read(source))) {
        found++;
        if (!words.known(act)) {
          without.add(act + " in " + source.getFileName());
        }
      }
    }
    assertEquals(Set.of(), without);
    assertTrue(found > 150, "only " + found + " acts were found, the search is broken");
  }

  @Test
  void doorsHaveWords() {
    Set<String> without = new TreeSet<>();
    int found = 0;
    for (Path source : sources()) {
      String text = read(source);
      if (!text.contains("Route.page(") && !text.contains("new Route(")) {
        continue;
      }
      Matcher doors = DOOR.matcher(text);
      while (doors.find()) {
        String path = doors.group(1);
        // Doors of the console and of the sign-in show nobody, and are not written as reads.
        if (path.startsWith("/ops/") || path.startsWith("/static") || path.equals("/language")) {
          continue;
        }
        found++;
        if (!words.known("GET " + path)) {
          without.add(path + " in " + source.getFileName());
        }
      }
    }
    assertEquals(Set.of(), without);
    assertTrue(found > 80, "only " + found + " doors were found, the search is broken");
  }

  /** Of days, people and states these say different things, and have words for each. */
  @Test
  void detailsHaveWords() {
    Set<String> called = new TreeSet<>();
    for (Path source : sources()) {
      String text = read(source);
      if (text.contains("AuditTrail") && !source.toString().contains("/web/")) {
        CALLED.matcher(text).results().forEach(part -> called.add(part.group(1)));
      }
    }
    assertTrue(called.size() > 50, "only " + called + " were found, the search is broken");
    for (String end : List.of("-day", "-state", "-whom")) {
      called.add("from" + end);
      called.add("to" + end);
    }
    called.removeAll(List.of("from", "to"));
    for (String one : called) {
      assertTrue(!TEXTS.text(Locale.ENGLISH, "detail." + one).isBlank());
    }
  }

  @Test
  void refusedPermissionsHaveWords() {
    List<String> without =
        Stream.of(new CaseRegistryModule(), new AccessModule())
            .flatMap(module -> module.permissions().stream())
            .map(Permission::id)
            .filter(id -> !words.known(id))
            .toList();
    assertEquals(List.of(), without);
  }

  @Test
  void theyAreWhatPeopleSay() {
    assertEquals("Visits: corrected", said("visit.amended", Locale.ENGLISH));
    assertEquals("Návštěvy: oprava", said("visit.amended", Locale.forLanguageTag("cs")));
    assertEquals("Visits: looked at", said("GET /files/{file}/visits/{visit}", Locale.ENGLISH));
    assertEquals("Visits: printed", said("GET /files/{file}/visits/{visit}/print", Locale.ENGLISH));
    assertEquals("Person: form", said("GET /people/{person}/edit", Locale.ENGLISH));
    assertEquals("Visits: read", said("registry.visit.read", Locale.ENGLISH));
    assertEquals(
        "Record of access: list taken away as a file", said("GET /trail/export", Locale.ENGLISH));
    assertEquals(
        "Another part of Opora (vendor): another act", said("vendor.painted", Locale.ENGLISH));
    assertEquals("Another part of Opora: another act", said("GET /unheard", Locale.ENGLISH));
    assertEquals("Visits: another act", said("visit.sung", Locale.ENGLISH));
    assertEquals("visit", words.topic("registry.visit.read"));
    assertEquals("visit", words.topic("POST /files/{file}/visits/new"));
  }

  /** What a part has written stays readable when the words of the part went with it. */
  @Test
  void aPartThatWentIsStillCalledByItsName() {
    ActWords after = new ActWords(TEXTS, new Parts(List.of(gone("guests"))));
    assertEquals("Guests: another act", said(after, "guests.room.painted"));
    assertEquals("Guests: read", said(after, "guests.read"));
    assertEquals("Guests: form", said(after, "POST /m/guests/files/{file}/new"));
    assertEquals("guests", after.topic("GET /m/guests/files/{file}"));
    assertFalse(after.known("guests.room.painted"), "so that its code is shown");
    assertTrue(after.isTopic("guests"));
    assertEquals("other", after.topic("vendor.painted"));
  }

  /** What the bundle of an act says of it comes before what the house would say. */
  @Test
  void aPartSpeaksForItself() {
    Text own = Text.of("org.opora.visit", "act.visit.amended");
    ActWords with = new ActWords(knowing(own), Parts.none());
    assertEquals(own, with.text("visit.amended").arguments().get(1));
    assertTrue(with.known("visit.amended"));
    assertEquals("Visits: corrected", said("visit.amended", Locale.ENGLISH));
  }

  /** The extract says of everybody on what ground they looked. */
  @Test
  void everyRelationIsAGround() {
    for (RelationKind kind : RelationKind.values()) {
      assertTrue(!TEXTS.text(Locale.ENGLISH, "extract.why." + kind).isBlank());
    }
  }

  private String said(String act, Locale locale) {
    return said(words.text(act), locale);
  }

  private static String said(ActWords words, String act) {
    return said(words.text(act), Locale.ENGLISH);
  }

  private static String said(Text text, Locale locale) {
    return TEXTS.text(
        locale,
        text.key(),
        text.arguments().stream()
            .map(
                part ->
                    part instanceof Text inner
                        ? said(inner, locale)
                        : part instanceof Title title ? title.in(locale) : part)
            .toArray());
  }

  private static Messages knowing(Text text) {
    return (Messages)
        Proxy.newProxyInstance(
            Messages.class.getClassLoader(),
            new Class<?>[] {Messages.class},
            (self, method, arguments) -> arguments[0].equals(text));
  }

  private static Modules.Info gone(String id) {
    return new Modules.Info(id, GUESTS, "1.0.0", null, Modules.State.REMOVED, null, Instant.EPOCH);
  }

  private static List<Path> sources() {
    try (Stream<Path> all = Files.walk(BUNDLES)) {
      return all.filter(path -> path.toString().endsWith(".java"))
          .filter(path -> path.toString().contains("src/main/java"))
          .filter(path -> !path.toString().contains("/testing/"))
          .filter(path -> !path.toString().contains("/modules/"))
          .filter(path -> !path.toString().contains("/cli/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
