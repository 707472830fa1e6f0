package org.opora.documents.letters.application;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.documents.spi.TemplateData;
import org.opora.api.documents.spi.TemplateData.Given;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.documents.letters.domain.Sheet;
import org.opora.documents.letters.domain.Sheet.Line;
import org.opora.documents.templates.application.FieldBook;
import org.opora.documents.templates.domain.Language;

/** The page of what the house writes: who sends it, to whom, where and when. */
record LetterHead(FieldBook fields) {
  /** What stands at the head of a letter, as far as somebody brings it. */
  private static final List<String> SENDER =
      List.of(
          "centre.name",
          "centre.print-name",
          "centre.street",
          "centre.postal-code",
          "centre.town",
          "centre.ico",
          "centre.data-box",
          "centre.phone",
          "centre.email",
          "centre.letterhead");

  Page page(
      Viewer viewer,
      CaseFileId file,
      PersonId about,
      TemplateData.Reader to,
      Language language,
      String title,
      List<Line> lines) {
    Given head =
        fields.given(
            viewer,
            new TemplateData.Wanted(file, about, to, Set.copyOf(SENDER), language.locale()));
    String town = text(head, "centre.town");
    String day = Filled.day(language, viewer.today());
    return new Page(
        language.locale(),
        sender(head),
        to.name(),
        town == null ? day : town + ", " + day,
        title,
        lines,
        viewer.name());
  }

  private static List<String> sender(Given head) {
    String name = text(head, "centre.print-name");
    String town =
        Stream.of(text(head, "centre.postal-code"), text(head, "centre.town"))
            .filter(Objects::nonNull)
            .reduce((code, place) -> code + " " + place)
            .orElse(null);
    return Stream.of(
            name == null ? text(head, "centre.name") : name,
            text(head, "centre.letterhead"),
            text(head, "centre.street"),
            town,
            text(head, "centre.phone"),
            text(head, "centre.email"))
        .filter(Objects::nonNull)
        .toList();
  }

  private static String text(Given given, String key) {
    return given.values().get(key) instanceof String text ? Sheet.plain(text) : null;
  }
}
