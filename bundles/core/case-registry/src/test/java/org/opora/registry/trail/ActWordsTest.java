package org.opora.registry.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.opora.api.text.Text;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.trail.application.ActWords;
import org.opora.testkit.BundleTexts;

/**
 * Whatever any bundle writes into the trail has words: acts of use cases, refused permissions, and
 * doors. What a test of the register writes is looked at once more when the test ends.
 */
class ActWordsTest {
  private static final Path BUNDLES = Path.of("../..");

  /** The first word in dots of a call that writes a row. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:audit\\.(?:wrote|noted|read)|\\bwrote(?:Version)?|\\bwrite|change\\.(?:in|wrote"
              + "|followed|again)|[^.\\w]change)\\([^;\"]*?\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");

  /** Where a path begins; what follows after a plus only goes on. */
  private static final Pattern DOOR = Pattern.compile("(?<!\\+ )(?<!\\+)\"(/[a-z][^\"? ]*)\"");

  /** What a part of a detail is called, where one is written. */
  private static final Pattern CALLED = Pattern.compile("\";?([a-z][a-z-]*)=\"");

  private final ActWords words = new ActWords();

  @Test
  void whatUseCasesWriteHasWords() {
    Set<String> without = new TreeSet<>();
    int found = 0;
    for (Path source : sources()) {
      String text = read(source);
      if (!text.contains("AuditTrail") && !text.contains("FileChange")) {
        continue;
      }
      Matcher acts = WRITTEN.matcher(text);
      while (acts.find()) {
        found++;
        if (words.known(acts.group(1)).isEmpty()) {
          without.add(acts.group(1) + " in " + source.getFileName());
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
        if (words.known("GET " + path).isEmpty()) {
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
    BundleTexts texts = new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS);
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
      assertTrue(!texts.text(Locale.ENGLISH, "detail." + one).isBlank());
    }
  }

  @Test
  void refusedPermissionsHaveWords() {
    List<String> without =
        Stream.of(new CaseRegistryModule(), new AccessModule())
            .flatMap(module -> module.permissions().stream())
            .map(Permission::id)
            .filter(id -> words.known(id).isEmpty())
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
    assertEquals("Another part of Opora: another act", said("vendor.painted", Locale.ENGLISH));
    assertEquals("Visits: another act", said("visit.sung", Locale.ENGLISH));
    assertEquals("visit", words.topic("registry.visit.read"));
    assertEquals("visit", words.topic("POST /files/{file}/visits/new"));
  }

  /** The extract says of everybody on what ground they looked. */
  @Test
  void everyRelationIsAGround() {
    BundleTexts texts = new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS);
    for (RelationKind kind : RelationKind.values()) {
      assertTrue(!texts.text(Locale.ENGLISH, "extract.why." + kind).isBlank());
    }
  }

  private String said(String act, Locale locale) {
    BundleTexts texts = new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS);
    List<Object> parts = words.text(act).arguments();
    return texts.text(
        locale,
        words.text(act).key(),
        parts.stream().map(part -> texts.text(locale, (Text) part)).toArray());
  }

  private static List<Path> sources() {
    try (Stream<Path> all = Files.walk(BUNDLES)) {
      return all.filter(path -> path.toString().endsWith(".java"))
          .filter(path -> path.toString().contains("src/main/java"))
          .filter(path -> !path.toString().contains("/testing/"))
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
