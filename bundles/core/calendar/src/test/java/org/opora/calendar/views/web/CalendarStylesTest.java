package org.opora.calendar.views.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the templates name the style sheets know, and paper is no telephone. */
class CalendarStylesTest {
  private static final Path OWN = Path.of("src/main/resources");
  private static final Pattern CLASS = Pattern.compile("class=\"([^\"]*)\"");

  /** Of the toolkit beneath the shell. */
  private static final Set<String> TOOLKIT =
      Set.of(
          "btn-sm",
          "btn-link",
          "col-6",
          "col-md-3",
          "form-label",
          "lead",
          "row",
          "visually-hidden");

  private static String sheet(Path path) throws IOException {
    return Files.readString(path);
  }

  @Test
  void noNarrowLayoutAppliesToPaper() throws IOException {
    List<String> layouts =
        sheet(OWN.resolve("static/calendar.css"))
            .lines()
            .filter(line -> line.contains("@media"))
            .toList();
    assertFalse(layouts.isEmpty());
    assertEquals(
        List.of(),
        layouts.stream()
            .filter(line -> line.contains("-width") && !line.contains("@media screen and"))
            .toList());
  }

  @Test
  void everyClassOfATemplateIsKnown() throws IOException {
    String known =
        sheet(OWN.resolve("static/calendar.css"))
            + sheet(Path.of("../web/src/main/resources/static/shell.css"));
    Set<String> unknown = new TreeSet<>();
    try (Stream<Path> templates = Files.list(OWN.resolve("templates"))) {
      for (Path template : templates.toList()) {
        CLASS
            .matcher(sheet(template))
            .results()
            .flatMap(found -> Stream.of(plain(found.group(1)).split(" ")))
            .filter(name -> !name.isBlank() && !TOOLKIT.contains(name))
            .filter(name -> !Pattern.compile("\\." + name + "\\b").matcher(known).find())
            .forEach(unknown::add);
      }
    }
    assertEquals(Set.of(), unknown);
  }

  /** Numbered classes are looked at below. */
  private static String plain(String classes) {
    return classes
        .replaceAll("\\b[rsl]\\{\\{[^}]*\\}\\}", "")
        .replaceAll("\\b[rsl]\\{\\{ [^}]* \\}\\}", "")
        .replaceAll("\\{%[^%]*%\\}", " ");
  }

  @Test
  void everyRowOfTheLongestDayHasAPlace() throws IOException {
    String own = sheet(OWN.resolve("static/calendar.css"));
    List<String> missing =
        Stream.concat(
                IntStream.rangeClosed(1, 100).boxed().flatMap(i -> Stream.of(".r" + i, ".s" + i)),
                IntStream.rangeClosed(1, Picture.LANES).mapToObj(i -> ".l" + i))
            .filter(name -> !own.contains(name + " {"))
            .toList();
    assertEquals(List.of(), missing);
  }
}
