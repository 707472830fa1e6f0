package org.opora.documents.letters.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.documents.spi.TemplateData.Left;
import org.opora.api.documents.spi.TemplateData.Reader;
import org.opora.api.documents.spi.TemplateData.Why;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.api.text.Text;
import org.opora.documents.content.domain.ContentKind;
import org.opora.documents.letters.domain.Sheet;
import org.opora.documents.pdf.application.Verified;
import org.opora.documents.store.application.Archive;
import org.opora.documents.store.application.Archive.Case;
import org.opora.documents.store.application.Shelf;
import org.opora.documents.templates.Samples;
import org.opora.documents.templates.domain.Language;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** Letters say what they should to whom they go, and nothing else. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetterTest {
  @Parameter Product product;
  private Bureau bureau;

  @BeforeParameterizedClassInvocation
  void open() throws Exception {
    bureau = new Bureau(product);
  }

  @AfterParameterizedClassInvocation
  void close() throws Exception {
    bureau.close();
  }

  private static final String ADDRESS = "Skrytá 13";

  private static NewLetter words(Reader to, PersonId about, String... lines) {
    return new NewLetter(
        null, to, about, "Pozvání – ěščřžýáíé, łąę", Language.CS, String.join("\n\n", lines));
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private static String shown(Sheet sheet) {
    return sheet.lines().stream()
        .flatMap(line -> line.pieces().stream())
        .map(
            piece ->
                piece.words() == null ? "[" + piece.key() + " " + piece.why() + "]" : piece.words())
        .collect(Collectors.joining("|"));
  }

  private static Reader carer(Case opened) {
    return Bureau.to(opened.family().carer(), "Pěstounka");
  }

  private static PersonId secondChild(Bureau bureau, Case opened) {
    Viewer director = bureau.archive.director;
    PersonId child =
        bureau.archive.register.people.register(
            director, NewPerson.named("Vzdálenka", "Cizí", Archive.TODAY.minusYears(7)));
    bureau.archive.register.placements.place(
        director, opened.family().file(), child, Archive.TODAY.minusDays(30), null);
    return child;
  }

  @Test
  void whatIsWrittenHereBecomesAPdfThatReadsAsItWasShown() throws Exception {
    Case opened = bureau.archive.opened();
    NewLetter letter =
        words(
            carer(opened),
            opened.family().child(),
            "Vážená rodino {{family.name}},\nzveme vás <b> & \"spol\".",
            "- {{children.name}} ({{children.placed}})",
            "Telefon: {{person.phone}}",
            "{{letter.day}} {{letter.writer}} pro {{addressee.name}}");
    LetterDesk.Draft draft = bureau.letters.draft(opened.worker(), opened.family().file(), letter);
    assertEquals(ContentKind.PDF, draft.content());
    assertEquals(List.of("person.phone"), draft.unknown());
    assertEquals(List.of(), bureau.archive.listed(opened.worker(), opened), "nothing is kept");

    DocumentId id = bureau.write(opened.worker(), opened.family().file(), letter);
    byte[] pdf = bureau.archive.content(opened.worker(), id);
    Verified.keepsBothPromises(pdf);
    String text = text(pdf);
    for (String word :
        List.of(
            "Papírová",
            "<b> & \"spol\"",
            "Ema",
            "Pozvání – ěščřžýáíé, łąę",
            "pro Pěstounka",
            "Opora Zkušební")) {
      assertTrue(text.contains(word), word + " in " + text);
    }
    assertFalse(text.contains("{{"), text);
    LetterDesk.Seen seen = bureau.letters.seen(opened.worker(), id);
    assertEquals(draft.sheet(), seen.sheet());
    assertEquals("Pěstounka", seen.to());
    assertTrue(shown(seen.sheet()).contains("Telefon: |[person.phone NOT_KNOWN]"));
    Shelf.Line line = bureau.archive.shelf.view(opened.worker(), id).line();
    assertEquals(opened.family().child(), line.place().person());
    assertEquals(carer(opened), bureau.letters.reader(opened.worker(), line).orElseThrow());
    DocumentId brought = bureau.archive.letter(opened);
    assertThrows(NotFound.class, () -> bureau.letters.seen(opened.worker(), brought));
    bureau.archive.withdraw(opened.worker(), id, "omyl");
    assertThrows(NotFound.class, () -> bureau.letters.seen(opened.worker(), id));
  }

  @Test
  void whatIsKeptIsWhatWasLookedAt() throws Exception {
    Case opened = bureau.archive.opened();
    Viewer worker = opened.worker();
    NewLetter good = words(carer(opened), null, "Telefony:", "- {{carers.phone}}");
    String looked = bureau.letters.draft(worker, opened.family().file(), good).looked();
    assertThrows(
        Stale.class,
        () -> bureau.letters.write(worker, opened.family().file(), good, ""),
        "nobody has looked");
    NewLetter other = words(Bureau.to((PersonId) null, "Soused"), null, good.words());
    assertThrows(
        Stale.class,
        () -> bureau.letters.write(worker, opened.family().file(), other, looked),
        "it would go to somebody else");
    PersonView view = bureau.archive.register.people.view(worker, opened.family().carer());
    bureau.archive.register.people.amend(
        worker,
        view.id(),
        view.version(),
        new NewPerson(view.name(), view.birthDate(), null, "777 999 111", null, null, false));
    assertThrows(
        Stale.class,
        () -> bureau.letters.write(worker, opened.family().file(), good, looked),
        "the telephone is another one by now");
    assertEquals(List.of(), bureau.archive.listed(worker, opened));
    bureau.write(worker, opened.family().file(), good);
    assertEquals(1, bureau.archive.listed(worker, opened).size());
  }

  @Test
  void aTemplateIsFilledAndNothingIsLeftToFail() throws Exception {
    Case opened = bureau.archive.opened();
    UUID version =
        bureau
            .template(
                "Oznámení",
                Samples.rows(
                    "Spis {{family.number}}, {{agreement.concluded}}, {{person.email}}",
                    "{{children.name}}",
                    "{{children.born}}"))
            .valid()
            .id();
    NewLetter letter =
        new NewLetter(version, carer(opened), opened.family().carer(), "Oznámení", null, null);
    LetterDesk.Draft draft = bureau.letters.draft(opened.worker(), opened.family().file(), letter);
    assertEquals(ContentKind.DOCX, draft.content());
    assertEquals(List.of("person.email"), draft.unknown());
    DocumentId id = bureau.write(opened.worker(), opened.family().file(), letter);
    Shelf.File file = bureau.archive.shelf.view(opened.worker(), id).files().get(0);
    assertEquals("Oznámení.docx", file.name());
    String words = Samples.words(bureau.archive.content(opened.worker(), id));
    assertTrue(words.contains("Ema") && !words.contains("{{") && !words.contains("\uE000"), words);
    assertEquals(
        "template: template.refused.not-valid",
        Archive.refusal(
            () ->
                bureau.write(
                    opened.worker(),
                    opened.family().file(),
                    new NewLetter(UUID.randomUUID(), carer(opened), null, "Jiné", null, null))));
  }

  @Test
  void anOfficeLearnsOfNoChildThatIsNotItsOwn() throws Exception {
    Case opened = bureau.archive.opened();
    secondChild(bureau, opened);
    BodyId office = bureau.authorities.authority("Městský úřad Jinde");
    bureau.authorities.desk.state(
        bureau.archive.director,
        opened.family().file(),
        opened.family().child(),
        office,
        "Městský úřad Jinde",
        Archive.TODAY.minusDays(5));
    String[] lines = {"Děti: {{family.children}}", "- {{children.name}}"};
    Reader to = Bureau.to(office, "Městský úřad Jinde");
    NewLetter letter = words(to, null, lines);
    LetterDesk.Draft draft = bureau.letters.draft(opened.worker(), opened.family().file(), letter);
    assertEquals(List.of(new Left("children", Why.NOT_THEIRS, 1)), draft.sheet().left());
    DocumentId id = bureau.write(opened.worker(), opened.family().file(), letter);
    String text = text(bureau.archive.content(opened.worker(), id));
    assertTrue(text.contains("Ema"), text);
    assertFalse(text.contains("Vzdálenka"), text);
    assertFalse(shown(bureau.letters.seen(opened.worker(), id).sheet()).contains("Vzdálenka"));

    UUID version = bureau.template("Úřadu", Samples.rows("Děti", "{{children.name}}")).valid().id();
    DocumentId filled =
        bureau.write(
            opened.worker(),
            opened.family().file(),
            new NewLetter(version, to, null, "Úřadu", null, null));
    String words = Samples.words(bureau.archive.content(opened.worker(), filled));
    assertTrue(words.contains("Ema") && !words.contains("Vzdálenka"), words);

    Reader court = Bureau.to(bureau.authorities.authority("Okresní soud"), "Okresní soud");
    LetterDesk.Draft nobody =
        bureau.letters.draft(opened.worker(), opened.family().file(), words(court, null, lines));
    assertEquals(List.of(new Left("children", Why.NOT_THEIRS, 2)), nobody.sheet().left());
    LetterDesk.Draft about =
        bureau.letters.draft(
            opened.worker(), opened.family().file(), words(court, opened.family().child(), lines));
    assertEquals(List.of(new Left("children", Why.NOT_THEIRS, 1)), about.sheet().left());
    LetterDesk.Draft both =
        bureau.letters.draft(
            opened.worker(), opened.family().file(), words(carer(opened), null, lines));
    assertEquals(List.of(), both.sheet().left());
    assertTrue(shown(both.sheet()).contains("Vzdálenka"));
  }

  @Test
  void whereSomebodyIsWhoIsNotToBeFoundStandsInNoLetter() throws Exception {
    Case opened = bureau.archive.opened();
    Viewer director = bureau.archive.director;
    PersonId carer = opened.family().carer();
    PersonView view = bureau.archive.register.people.view(director, carer);
    bureau.archive.register.people.amend(
        director,
        carer,
        view.version(),
        new NewPerson(
            new PersonName(view.name().given(), view.name().family()),
            view.birthDate(),
            null,
            "777 123 456",
            null,
            new NewPerson.Address(ADDRESS, "Nikde", "100 00"),
            true));
    Reader court = Bureau.to(bureau.authorities.authority("Okresní soud"), "Okresní soud");
    String[] lines = {"{{person.address}} {{person.phone}}", "- {{carers.address}}"};
    for (Viewer writer : List.of(director, opened.worker())) {
      NewLetter letter = words(court, carer, lines);
      DocumentId id = bureau.write(writer, opened.family().file(), letter);
      String text = text(bureau.archive.content(writer, id));
      assertFalse(text.contains(ADDRESS) || text.contains("777"), text);
      assertTrue(
          shown(bureau.letters.seen(writer, id).sheet()).contains("[person.address UNDISCLOSED]"));
    }
    LetterDesk.Draft own =
        bureau.letters.draft(director, opened.family().file(), words(carer(opened), carer, lines));
    assertTrue(shown(own.sheet()).contains(ADDRESS), "people are told where they are themselves");
  }

  @Test
  void whatIsWrongWithAFieldIsSaidAtOnceAndNothingIsKept() throws Exception {
    Case opened = bureau.archive.opened();
    NewLetter letter =
        words(
            carer(opened),
            null,
            "{{famly.name}}",
            "{{children.name}}",
            "- {{children.name}} a {{carers.name}}",
            "{{nobody-brings-anything-like-it}} {{ konec");
    WordFaults faults =
        assertThrows(
            WordFaults.class, () -> bureau.write(opened.worker(), opened.family().file(), letter));
    assertEquals(
        List.of(
            "template.misspelt",
            "letter.list-outside",
            "letter.two-lists",
            "template.unknown",
            "template.braces"),
        faults.texts().stream().map(Text::key).toList());
    assertEquals(
        "words: pdf.character",
        Archive.refusal(
            () ->
                bureau.write(
                    opened.worker(),
                    opened.family().file(),
                    words(carer(opened), null, "Smích 😀"))));
    assertEquals(
        "title: refused.required",
        Archive.refusal(
            () ->
                bureau.write(
                    opened.worker(),
                    opened.family().file(),
                    new NewLetter(null, carer(opened), null, " ", Language.CS, "a"))));
    assertEquals(List.of(), bureau.archive.listed(opened.worker(), opened));
  }

  @Test
  void whoDoesNotWorkWithTheFamilyWritesNothingAboutItAndSeesNothing() throws Exception {
    Case opened = bureau.archive.opened();
    NewLetter letter = words(carer(opened), opened.family().child(), "{{family.name}}");
    DocumentId id = bureau.write(opened.worker(), opened.family().file(), letter);
    Viewer stranger = bureau.archive.opened().worker();
    Viewer kept = bureau.archive.viewer("director");
    bureau.archive.wall(kept, Subject.of(opened.family().child()));
    assertThrows(
        NotFound.class, () -> bureau.letters.draft(stranger, opened.family().file(), letter));
    assertThrows(NotFound.class, () -> bureau.write(stranger, opened.family().file(), letter));
    // Whoever is kept away from the child sees a family without it.
    assertEquals(
        "person: document.refused.person",
        Archive.refusal(() -> bureau.letters.draft(kept, opened.family().file(), letter)));
    assertEquals(
        "person: document.refused.person",
        Archive.refusal(() -> bureau.write(kept, opened.family().file(), letter)));
    for (Viewer viewer : List.of(stranger, kept)) {
      assertThrows(NotFound.class, () -> bureau.letters.seen(viewer, id));
    }
  }

  @Test
  void ofWhomAWallKeepsAwayNothingComesIntoALetter() throws Exception {
    Case opened = bureau.archive.opened();
    PersonId second = secondChild(bureau, opened);
    Viewer kept = bureau.archive.viewer("director");
    bureau.archive.wall(kept, Subject.of(second));
    LetterDesk.Draft draft =
        bureau.letters.draft(
            kept,
            opened.family().file(),
            words(carer(opened), null, "{{family.children}}", "- {{children.name}}"));
    assertFalse(shown(draft.sheet()).contains("Vzdálenka"), shown(draft.sheet()));
  }

  @Test
  void whoIsKeptAwayFromTheRecipientDoesNotLearnThatThereIsOne() throws Exception {
    Case opened = bureau.archive.opened();
    Case other = bureau.archive.opened();
    Viewer kept = bureau.archive.viewer("director");
    DocumentId id =
        bureau.write(
            opened.worker(), opened.family().file(), words(carer(opened), null, "Zveme vás."));
    Shelf.Line line = bureau.archive.shelf.view(kept, id).line();
    assertEquals("Pěstounka", bureau.letters.seen(kept, id).to());
    // The wall stands at another entry of the same person.
    bureau.archive.wall(kept, Subject.of(other.family().carer()));
    bureau.archive.register.same.declare(
        bureau.archive.director, other.family().carer(), opened.family().carer());
    assertThrows(NotFound.class, () -> bureau.letters.seen(kept, id));
    assertEquals(Optional.empty(), bureau.letters.reader(kept, line));
    assertEquals("Pěstounka", bureau.letters.seen(opened.worker(), id).to());
  }

  @Test
  void nothingOfALetterLiesOpenInTheDatabase() throws Exception {
    Case opened = bureau.archive.opened();
    DocumentId id =
        bureau.write(
            opened.worker(),
            opened.family().file(),
            words(Bureau.to((PersonId) null, "Tajnosladký úřad"), null, "Tajnosladká slova"));
    List<byte[]> lying = new ArrayList<>();
    bureau.archive.tx.run(
        em -> {
          for (String column : List.of("l.to", "l.words")) {
            lying.addAll(
                em.createQuery(
                        "SELECT " + column + " FROM Letter l WHERE l.document = :id", byte[].class)
                    .setParameter("id", id.value())
                    .getResultList());
          }
        });
    assertEquals(2, lying.size());
    for (byte[] one : lying) {
      assertFalse(new String(one, StandardCharsets.UTF_8).contains("ajnosladk"));
    }
  }

  @Test
  void aSheetIsKeptAsItWas() {
    Sheet sheet =
        new Sheet(
            List.of(
                new Sheet.Line(Sheet.Look.ASIDE, "a\nb"),
                new Sheet.Line(Sheet.Look.ITEM, Sheet.mark("x.y", "NOT_SEEN") + "c")),
            List.of(new Left("children", Why.NOT_SEEN, 3)));
    assertEquals(sheet, Sheet.of(sheet.text()));
    assertEquals(new Sheet(List.of(), List.of()), Sheet.of(new Sheet(List.of(), List.of()).text()));
    assertEquals("ab", Sheet.plain("a\u001D\uE000b"), "nobody types a mark");
    Sheet.Piece mark = sheet.lines().get(1).pieces().get(0);
    assertNull(mark.words());
    assertEquals(Map.of("x.y", "NOT_SEEN"), Map.of(mark.key(), mark.why()));
    assertEquals(Set.of("c"), Set.of(sheet.lines().get(1).pieces().get(1).words()));
  }
}
