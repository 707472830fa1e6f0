package org.opora.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class DutyPagesTest {
  private static final String KEY = "SOON%7E2026-11-30%7E0192_0193_cz.visit";

  private static String page(int told, String rows, String next) {
    return "<nav class=tabs><a>Vše ("
        + told
        + ")</a><a>Po lhůtě (1)</a></nav><ul>"
        + rows
        + "</ul>"
        + (next == null
            ? ""
            : "<nav class=pager><a rel=next href=\"/duties?after=" + next + "\">Další</a></nav>");
  }

  private static String row(String rule) {
    return "<li class=duty><a href=\"/duties/files/0192/" + rule + "/0193?ref=x\">Co</a></li>";
  }

  private static DutyPages walk(Map<String, String> pages) {
    return DutyPages.walk(path -> Jsoup.parse(pages.get(path)));
  }

  @Test
  void linksLeadThroughTheWholeListAndEachPageIsKnownByWhereTheNextBegins() {
    DutyPages pages =
        walk(
            Map.of(
                "/duties",
                page(3, row("cz.visit") + row("cz.report"), KEY),
                "/duties?after=" + KEY,
                page(3, row("cz.visit"), null)));
    assertEquals(3, pages.lines());
    assertEquals(Set.of("cz.visit", "cz.report"), pages.rules());
    assertEquals(
        List.of(
            new DutyPages.Page("/duties", "after=" + KEY),
            new DutyPages.Page("/duties?after=" + KEY, "class=\"duty\"")),
        pages.pages());
    assertEquals(pages.pages().subList(1, 2), pages.further());
  }

  @Test
  void aListThatHasAnotherNumberOfLinesThanItSaysIsRefused() {
    Map<String, String> missing = Map.of("/duties", page(2, row("cz.visit"), null));
    assertThrows(IllegalStateException.class, () -> walk(missing));
    Map<String, String> empty = Map.of("/duties", page(0, "", null));
    assertThrows(IllegalStateException.class, () -> walk(empty));
  }

  @Test
  void whatIsNoListIsRefused() {
    Map<String, String> other = Map.of("/duties", "<h1>Přihlášení</h1>");
    assertThrows(IllegalStateException.class, () -> walk(other));
  }
}
