package org.opora.documents.letters.application;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.documents.spi.TemplateData.Given;
import org.opora.api.documents.spi.TemplateData.Left;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.documents.letters.domain.Sheet;
import org.opora.documents.templates.domain.Language;
import org.opora.documents.templates.domain.Values;

/**
 * Values as words of the language of the letter.
 *
 * @param columns of each list, as the catalogue has them
 * @param marked whether what is not written is marked, for the page that shows it
 */
record Filled(
    Given given,
    Map<String, Set<String>> columns,
    Language language,
    Messages messages,
    boolean marked)
    implements Values {

  Filled marking() {
    return new Filled(given, columns, language, messages, true);
  }

  @Override
  public String value(String field) {
    return words(field, given.values().get(field));
  }

  @Override
  public List<Map<String, String>> rows(String list) {
    return given.rows().getOrDefault(list, List.of()).stream()
        .map(
            row -> {
              Map<String, String> words = new HashMap<>();
              columns
                  .getOrDefault(list, Set.of())
                  .forEach(
                      column -> words.put(column, words(list + "." + column, row.get(column))));
              return words;
            })
        .toList();
  }

  private String words(String key, Object value) {
    if (value != null) {
      return Sheet.plain(written(value));
    }
    return marked ? Sheet.mark(key, why(key)) : "";
  }

  private String why(String key) {
    return given.left().stream()
        .filter(left -> left.key().equals(key))
        .map(Left::why)
        .map(Enum::name)
        .findFirst()
        .orElse(Sheet.NOT_KNOWN);
  }

  private String written(Object value) {
    if (value instanceof LocalDate day) {
      return day(day);
    }
    if (value instanceof Text text) {
      return messages.text(language.locale(), text);
    }
    return value.toString();
  }

  private String day(LocalDate day) {
    return day(language, day);
  }

  /** A day as people write it in that language. */
  static String day(Language language, LocalDate day) {
    String pattern =
        switch (language) {
          case CS -> "d. M. uuuu";
          case PL -> "d.MM.uuuu";
          case EN -> "d MMMM uuuu";
        };
    return DateTimeFormatter.ofPattern(pattern, language.locale()).format(day);
  }
}
