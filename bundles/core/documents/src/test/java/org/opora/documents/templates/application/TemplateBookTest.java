package org.opora.documents.templates.application;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.documents.spi.TemplateData;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.text.Text;
import org.opora.documents.letters.application.Bureau;
import org.opora.documents.letters.application.NewLetter;
import org.opora.documents.store.application.Archive;
import org.opora.documents.store.application.Turns;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.store.domain.Limits;
import org.opora.documents.templates.Samples;
import org.opora.documents.templates.application.TemplateBook.State;
import org.opora.documents.templates.domain.Language;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** Templates come in without a fault, in versions, and are valid on their days. */
class TemplateBookTest {
  private static final byte[] GOOD =
      Samples.docx("Vážená rodino {{family.name}},", "{{letter.day}}");

  private static NewTemplate named(String name) {
    return new NewTemplate(name, DocumentKind.LETTER, Language.CS, Archive.TODAY);
  }

  @OnEveryDatabase
  void whatIsWrongIsSaidAtOnceAndNothingOfItComesIn(Product product) throws Exception {
    try (Bureau bureau = new Bureau(product)) {
      Viewer director = bureau.archive.director;
      byte[] wrong =
          Samples.docx(
              "Rodina {{family.nmae}}",
              "{{nobody-brings-anything-like-it}}",
              "{{children.name}}",
              "{{family.name");
      TemplateFaults faults =
          assertThrows(
              TemplateFaults.class,
              () ->
                  bureau.templates.add(
                      director, named("Špatná"), bureau.archive.sent("s.docx", wrong)));
      assertEquals(
          List.of(
              "template.misspelt", "template.unknown", "template.list-outside", "template.braces"),
          faults.texts().stream()
              .map(Text::key)
              .sorted(
                  java.util.Comparator.comparing(
                      key ->
                          List.of(
                                  "template.misspelt",
                                  "template.unknown",
                                  "template.list-outside",
                                  "template.braces")
                              .indexOf(key)))
              .toList());
      Text misspelt =
          faults.texts().stream()
              .filter(text -> text.key().equals("template.misspelt"))
              .findFirst()
              .orElseThrow();
      String said = Archive.texts().text(java.util.Locale.forLanguageTag("cs"), misspelt);
      assertTrue(said.contains("family.nmae") && said.contains("family.name"), said);
      assertEquals(List.of(), bureau.templates.list(director));
      TemplateFaults program =
          assertThrows(
              TemplateFaults.class,
              () ->
                  bureau.templates.add(
                      director, named("Program"), bureau.archive.sent("a.docx", "MZ".getBytes())));
      assertEquals("template.not-docx", program.texts().get(0).key());
    }
  }

  @OnEveryDatabase
  void aVersionIsValidFromItsDayUntilTheNextOne(Product product) throws Exception {
    try (Bureau bureau = new Bureau(product)) {
      Viewer director = bureau.archive.director;
      TemplateBook.Line line = bureau.template("Pozvánka", GOOD);
      assertEquals(State.VALID, line.state());
      UUID id = line.id();
      byte[] next = Samples.docx("Milá rodino {{family.name}}");
      bureau.templates.renew(
          director,
          id,
          line.version(),
          Archive.TODAY.plusDays(1),
          bureau.archive.sent("p.docx", next));
      TemplateBook.View view = bureau.templates.view(director, id);
      assertEquals(
          List.of(State.LATER, State.VALID),
          view.versions().stream().map(TemplateBook.Version::state).toList());
      assertEquals(1, view.line().valid().number());
      assertEquals(List.of("family.name", "letter.day"), view.line().valid().names());
      UUID first = view.versions().get(1).id();
      assertArrayEquals(GOOD, bureau.templates.file(director, id, first).content());
      assertThrows(
          Stale.class,
          () ->
              bureau.templates.renew(
                  director,
                  id,
                  line.version(),
                  Archive.TODAY,
                  bureau.archive.sent("p.docx", next)));
      long seen = view.line().version();
      assertEquals(
          "from: template.refused.past",
          Archive.refusal(
              () ->
                  bureau.templates.renew(
                      director,
                      id,
                      seen,
                      Archive.TODAY.minusDays(1),
                      bureau.archive.sent("p.docx", next))));
      bureau.templates.renew(
          director, id, seen, Archive.TODAY, bureau.archive.sent("p.docx", next));
      TemplateBook.View renewed = bureau.templates.view(director, id);
      assertEquals(
          List.of(State.VALID, State.LATER, State.FORMER),
          renewed.versions().stream().map(TemplateBook.Version::state).toList());
      assertEquals(
          List.of("Milá rodino ‹family.name›"),
          bureau
              .templates
              .preview(director, id, renewed.line().valid().id(), key -> "‹" + key + "›")
              .stream()
              .map(Reading.Paragraph::words)
              .toList());
      assertEquals(1, bureau.archive.trail(director, "template.added"));
      assertEquals(2, bureau.archive.trail(director, "template.version-added"));
    }
  }

  @OnEveryDatabase
  void whatEndedIsOfferedToNobodyAndMayGoOn(Product product) throws Exception {
    try (Bureau bureau = new Bureau(product)) {
      Viewer director = bureau.archive.director;
      Viewer worker = bureau.archive.opened().worker();
      TemplateBook.Line line = bureau.template("Pozvánka", GOOD);
      UUID version = line.valid().id();
      assertEquals(1, bureau.templates.usable(worker).size());
      assertEquals(
          "name: template.refused.taken", Archive.refusal(() -> bureau.template("pozvánka", GOOD)));
      bureau.templates.until(director, line.id(), line.version(), Archive.TODAY.minusDays(1));
      TemplateBook.Line ended = bureau.templates.view(director, line.id()).line();
      assertEquals(State.ENDED, ended.state());
      assertEquals(List.of(), bureau.templates.usable(worker));
      assertEquals(
          "template: template.refused.not-valid",
          Archive.refusal(() -> bureau.templates.open(worker, version)));
      bureau.template("Pozvánka", GOOD);
      bureau.templates.until(director, line.id(), ended.version(), null);
      assertEquals(2, bureau.templates.usable(worker).size());
      assertThrows(NotFound.class, () -> bureau.templates.view(director, version));
    }
  }

  @OnEveryDatabase
  void aTemplateWhoseFieldsHaveGoneIsNotOfferedUntilTheyAreBack(Product product) throws Exception {
    try (Bureau bureau = new Bureau(product)) {
      Viewer worker = bureau.archive.opened().worker();
      TemplateData module = new Module();
      bureau.fields.addData(module);
      TemplateBook.Line line =
          bureau.template("S modulem", Samples.docx("{{camp.name}}, {{family.name}}"));
      assertEquals(1, bureau.templates.usable(worker).size());
      bureau.fields.removeData(module);
      TemplateBook.Line lacking = bureau.templates.view(bureau.archive.director, line.id()).line();
      assertEquals(State.LACKING, lacking.state());
      assertEquals(List.of("camp.name"), lacking.lacking());
      assertEquals(List.of(), bureau.templates.usable(worker));
      bureau.fields.addData(module);
      assertEquals(1, bureau.templates.usable(worker).size());
    }
  }

  @OnEveryDatabase
  void whoeverReadsATemplateTakesTheirTurnAndNoneIsLargerThanTheCentreLetsIn(Product product)
      throws Exception {
    Turns turns = Turns.waiting(Duration.ofMillis(1));
    try (Bureau bureau = new Bureau(product, turns)) {
      Viewer director = bureau.archive.director;
      Archive.Case opened = bureau.archive.opened();
      TemplateBook.Line line = bureau.template("Pozvánka", GOOD);
      NewLetter letter =
          new NewLetter(
              line.valid().id(),
              Bureau.to(opened.family().carer(), "Pěstounka"),
              null,
              "Pozvání",
              null,
              null);
      turns.one(
          () -> {
            assertEquals(
                "template: document.busy",
                Archive.refusal(
                    () -> bureau.letters.draft(opened.worker(), opened.family().file(), letter)));
            assertEquals(
                "file: document.busy",
                Archive.refusal(
                    () ->
                        bureau.templates.preview(
                            director, line.id(), line.valid().id(), key -> key)));
            return null;
          });
      bureau.letters.draft(opened.worker(), opened.family().file(), letter);
      bureau.archive.limits.decide(director, 0, new Limits(1, 500, 50));
      assertEquals(
          "file: content.large",
          Archive.refusal(
              () ->
                  bureau.templates.add(
                      director,
                      named("Velká"),
                      bureau.archive.sent("v.docx", new byte[(1 << 20) + 1]))));
    }
  }

  @OnEveryDatabase
  void onlyWhoLooksAfterTemplatesComesToThem(Product product) throws Exception {
    try (Bureau bureau = new Bureau(product)) {
      TemplateBook.Line line = bureau.template("Pozvánka", GOOD);
      Viewer worker = bureau.archive.opened().worker();
      assertThrows(NotAllowed.class, () -> bureau.templates.list(worker));
      assertThrows(NotAllowed.class, () -> bureau.templates.view(worker, line.id()));
      assertThrows(
          NotAllowed.class, () -> bureau.templates.file(worker, line.id(), line.valid().id()));
      assertThrows(
          NotAllowed.class,
          () -> bureau.templates.add(worker, named("Má"), bureau.archive.sent("m.docx", GOOD)));
      assertThrows(
          NotAllowed.class, () -> bureau.templates.until(worker, line.id(), line.version(), null));
      Viewer minder = bureau.archive.viewer("minder");
      assertThrows(NotAllowed.class, () -> bureau.templates.usable(minder));
    }
  }

  /** A module that brings a field. */
  private static final class Module implements TemplateData {
    @Override
    public List<Field> fields() {
      return List.of(new Field("camp.name", Text.of("x", "x")));
    }

    @Override
    public Given given(Viewer viewer, Wanted wanted) {
      return new Given(Map.of("camp.name", "Tábor"), Map.of(), List.of());
    }
  }
}
