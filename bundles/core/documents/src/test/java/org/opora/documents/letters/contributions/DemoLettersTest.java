package org.opora.documents.letters.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.documents.Deliveries.Delivery;
import org.opora.api.documents.Deliveries.Outcome;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.DocumentId;
import org.opora.documents.content.domain.ContentKind;
import org.opora.documents.letters.application.Bureau;
import org.opora.documents.letters.application.LetterDesk;
import org.opora.documents.store.application.Archive;
import org.opora.documents.store.application.Archive.Case;
import org.opora.documents.store.application.Shelf;
import org.opora.documents.templates.Samples;
import org.opora.documents.templates.application.TemplateBook;
import org.opora.documents.templates.application.TemplateBook.State;
import org.opora.documents.templates.contributions.DemoTemplates;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** Templates, letters and deliveries of the made-up centre. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoLettersTest {
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

  private DemoCast cast(Case opened) {
    return new DemoCast(
        bureau.archive.director,
        List.of(opened.worker()),
        bureau.archive.register.facts.inForce(
            bureau.archive.director, CaseFiles.READ, Archive.TODAY, opened.family().file()));
  }

  /** As the made-up centre does: everything in one transaction. */
  private void write(DemoChapter chapter, DemoCast cast) {
    bureau.archive.tx.run(em -> chapter.write(cast));
  }

  private DemoLetters letters() {
    return new DemoLetters(
        bureau.letters, bureau.archive.filing, bureau.deliveries, bureau.authorities.bodies);
  }

  @Test
  void aLetterIsMadeOfATemplateAndEveryFateOfADeliveryIsThere() throws Exception {
    Case opened = bureau.archive.opened();
    DemoCast cast = cast(opened);
    assertThrows(
        Refused.class, () -> write(letters(), cast), "without its template it waits for it");
    assertEquals(List.of(), bureau.archive.listed(opened.worker(), opened), "and leaves nothing");

    write(new DemoTemplates(bureau.templates), cast);
    Map<String, State> states = new TreeMap<>();
    bureau
        .templates
        .list(bureau.archive.director)
        .forEach(line -> states.put(line.name(), line.state()));
    assertEquals(
        Map.of(
            DemoTemplates.INVITATION,
            State.VALID,
            "Podklady pro úřad",
            State.VALID,
            "Potvrzení o vzdělávání",
            State.VALID,
            "Pozvánka na letní pobyt",
            State.ENDED),
        states);
    TemplateBook.Line invitation =
        bureau.templates.list(bureau.archive.director).stream()
            .filter(line -> line.name().equals(DemoTemplates.INVITATION))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(State.LATER, State.VALID),
        bureau.templates.view(bureau.archive.director, invitation.id()).versions().stream()
            .map(TemplateBook.Version::state)
            .toList());

    write(letters(), cast);
    deliveries(opened);
    LetterDesk.Seen read = made(opened);
    String words = Samples.words(bureau.archive.content(opened.worker(), read.document().id()));
    CaseFiles.Header header =
        bureau.archive.register.files.header(opened.worker(), opened.family().file());
    assertEquals("Marie " + header.familyName(), read.to());
    assertTrue(words.contains(read.to()) && words.contains(header.number()), words);
    assertTrue(words.contains("u nás v centru"), "the version of today: " + words);
    assertFalse(words.contains("{{"), words);
  }

  private List<Shelf.Line> shelf(Case opened) {
    return bureau.archive.shelf.of(opened.worker(), opened.family().file(), null, 9).items();
  }

  /** The letter that was filled into a document of Word. */
  private LetterDesk.Seen made(Case opened) {
    Viewer worker = opened.worker();
    DocumentId id =
        shelf(opened).stream()
            .filter(line -> line.file().kind() == ContentKind.DOCX)
            .map(Shelf.Line::id)
            .findFirst()
            .orElseThrow();
    return bureau.letters.seen(worker, id);
  }

  private void deliveries(Case opened) {
    Viewer worker = opened.worker();
    LocalDate today = worker.today();
    List<Delivery> all =
        shelf(opened).stream()
            .flatMap(line -> bureau.deliveries.of(worker, line.id()).stream())
            .toList();
    assertEquals(4, shelf(opened).size());
    assertEquals(5, all.size());
    assertEquals(
        List.of(Outcome.RETURNED, Outcome.TAKEN_OVER),
        all.stream()
            .filter(one -> one.receipt() != null)
            .map(one -> one.receipt().outcome())
            .sorted(Comparator.comparing(Enum::name))
            .toList());
    assertEquals(1, all.stream().filter(one -> one.late(today)).count(), "one is forgotten");
    assertEquals(
        2,
        all.stream()
            .filter(one -> one.receipt() == null && !one.late(today))
            .filter(one -> one.sent().dueOn() != null)
            .count(),
        "two are on their way");
  }
}
