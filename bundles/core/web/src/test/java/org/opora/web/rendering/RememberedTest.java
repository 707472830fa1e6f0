package org.opora.web.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private static final int MORE_THAN_ARE_KEPT = 250;

  private final AtomicInteger made = new AtomicInteger();
  private final PebbleEngine engine = engine();

  @Test
  void aPieceIsMadeOnceForWhatItIsMadeOf() throws IOException {
    assertEquals("a1", page("a", Locale.ENGLISH));
    assertEquals("a1", page("a", Locale.ENGLISH));
    assertEquals("b2", page("b", Locale.ENGLISH));
    assertEquals("a3", page("a", Locale.forLanguageTag("cs")));
  }

  @Test
  void whatIsAskedForWithoutEndIsForgottenAgain() throws IOException {
    String first = page("first", Locale.ENGLISH);
    for (int i = 0; i < MORE_THAN_ARE_KEPT; i++) {
      page("piece " + i, Locale.ENGLISH);
    }
    assertNotEquals(first, page("first", Locale.ENGLISH));
  }

  @Test
  void menusThatDifferInAnythingAreDifferent() {
    Frame.Item here = new Frame.Item("Files", "/files", "file", true);
    Frame.Item there = new Frame.Item("Files", "/files", "file", false);
    assertNotEquals(menu(here, true, null), menu(there, true, null));
    assertNotEquals(menu(here, true, null), menu(here, false, null));
    assertNotEquals(menu(here, true, null), menu(here, true, "Families"));
    assertEquals(menu(here, true, "Families"), menu(here, true, "Families"));
  }

  private static String menu(Frame.Item item, boolean open, String heading) {
    List<Frame.Section> sections = List.of(new Frame.Section(heading, open, List.of(item)));
    return new Frame(() -> sections, () -> null, () -> null, false, "", "en", null).menu();
  }

  private String page(String of, Locale locale) throws IOException {
    Map<String, Object> model = new HashMap<>(Map.of("of", of, "made", made));
    PageWriter page = new PageWriter();
    engine.getTemplate("page").evaluate(page, model, locale);
    return page.toString();
  }

  private static PebbleEngine engine() {
    MemoryLoader loader = new MemoryLoader();
    loader.addTemplate("page", "{% cache of %}{{ of }}{{ made.incrementAndGet() }}{% endcache %}");
    return new PebbleEngine.Builder().loader(loader).tagCache(new Remembered()).build();
  }
}
