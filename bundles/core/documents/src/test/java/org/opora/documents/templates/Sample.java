package org.opora.documents.templates;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.documents.templates.domain.Catalogue;
import org.opora.documents.templates.domain.Values;

/** The fields of a family, as whoever brings them would. */
final class Sample implements Catalogue, Values {
  private static final Map<String, String> VALUES =
      Map.of(
          "carer", "Jana Nováková",
          "town", "Písek",
          "jméno dítěte", "Tomáš",
          "tricky", "{{town}} & <w:t> }} \"'",
          "lines", "první\nč. 2\tx\r\ntřetí");
  private static final Map<String, List<Map<String, String>>> LISTS =
      Map.of(
          "child",
          List.of(
              Map.of("name", "Anna", "born", "1. 2. 2015"),
              Map.of("name", "Petr {{town}}", "born", "3. 4. 2018")),
          "visit",
          List.of(Map.of("day", "5. 5. 2026")),
          "none",
          List.of());

  @Override
  public Set<String> fields() {
    return VALUES.keySet();
  }

  @Override
  public Map<String, Set<String>> lists() {
    return Map.of("child", Set.of("name", "born"), "visit", Set.of("day"), "none", Set.of("name"));
  }

  @Override
  public String value(String field) {
    return VALUES.get(field);
  }

  @Override
  public List<Map<String, String>> rows(String list) {
    return LISTS.get(list);
  }
}
