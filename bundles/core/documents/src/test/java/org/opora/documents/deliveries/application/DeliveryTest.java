package org.opora.documents.deliveries.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Deliveries.Addressee;
import org.opora.api.documents.Deliveries.Channel;
import org.opora.api.documents.Deliveries.Delivery;
import org.opora.api.documents.Deliveries.NewDelivery;
import org.opora.api.documents.Deliveries.Outcome;
import org.opora.api.documents.Deliveries.Receipt;
import org.opora.api.evidence.Fact;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.Wanted;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.Placements;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.api.timeline.Timeline;
import org.opora.documents.letters.application.Bureau;
import org.opora.documents.letters.application.NewLetter;
import org.opora.documents.store.application.Archive;
import org.opora.documents.store.application.Archive.Case;
import org.opora.documents.store.application.Shelf;
import org.opora.documents.store.contributions.DocumentsPersonData;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.templates.domain.Language;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** To whom documents went, what proves it, and what was noted by mistake. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryTest {
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

  private static NewDelivery to(Addressee who, Channel channel, int daysAgo, Integer dueIn) {
    return new NewDelivery(
        who,
        channel,
        Archive.TODAY.minusDays(daysAgo),
        dueIn == null ? null : Archive.TODAY.plusDays(dueIn));
  }

  private static Addressee named(String name) {
    return new Addressee(null, null, name);
  }

  private static Delivery one(Bureau bureau, Viewer viewer, DocumentId id) {
    return bureau.deliveries.of(viewer, id).get(0);
  }

  private static List<Fact> facts(Bureau bureau, Case opened) {
    return bureau
        .archive
        .register
        .evidence
        .facts(
            List.of(Kinds.LETTER_DELIVERED),
            Wanted.in(List.of(opened.family().file()), null, Archive.TODAY))
        .all();
  }

  private static List<String> told(Bureau bureau, Case opened) {
    return told(bureau, opened.worker(), opened);
  }

  private static List<String> told(Bureau bureau, Viewer viewer, Case opened) {
    return bureau
        .archive
        .register
        .timeline
        .of(viewer, opened.family().file(), null, 50)
        .items()
        .stream()
        .filter(entry -> entry.kind().equals("delivery"))
        .map((Timeline.Entry entry) -> entry.title().cs())
        .toList();
  }

  @Test
  void aDeliveryKeepsTheNameOfTheDayAndProvesItself() throws Exception {
    Case opened = bureau.archive.opened();
    Viewer worker = opened.worker();
    DocumentId id = bureau.archive.add(opened, DocumentKind.LETTER, opened.family().child());
    BodyId office = bureau.authorities.authority("Městský úřad Tam");
    UUID delivery =
        bureau.deliveries.put(
            worker, id, to(new Addressee(null, office, "jinak napsaný"), Channel.DATA_BOX, 3, 5));
    Delivery sent = one(bureau, worker, id);
    assertEquals("Městský úřad Tam", sent.sent().to().name(), "as the directory has it");
    assertEquals(1, sent.number());
    assertEquals(List.of(), facts(bureau, opened));
    assertEquals(List.of("Dokument odeslán"), told(bureau, opened));
    bureau.archive.filing.renew(
        worker, id, bureau.archive.sent("2.txt", "Druhá".getBytes(StandardCharsets.UTF_8)));
    assertEquals(1, one(bureau, worker, id).number(), "what was sent was the first version");

    DocumentId proof = bureau.archive.letter(opened);
    bureau.deliveries.delivered(
        worker,
        delivery,
        sent.version(),
        new Receipt(Archive.TODAY.minusDays(1), Outcome.TAKEN_OVER, proof, "nepotřebný důvod"));
    Delivery delivered = one(bureau, worker, id);
    assertEquals(
        new Receipt(Archive.TODAY.minusDays(1), Outcome.TAKEN_OVER, proof, null),
        delivered.receipt(),
        "nobody keeps a reason that is not asked for");
    Fact fact = facts(bureau, opened).get(0);
    assertEquals(opened.family().child(), fact.about().person());
    assertEquals(Archive.TODAY.minusDays(1), fact.on());
    assertEquals(id.toString(), fact.ref());
    assertEquals(List.of("Dokument doručen"), told(bureau, opened));
    assertEquals(1, bureau.archive.trail(worker, "delivery.sent"));
    assertEquals(1, bureau.archive.trail(worker, "delivery.delivered"));
    assertThrows(
        Stale.class,
        () ->
            bureau.deliveries.delivered(
                worker,
                delivery,
                sent.version(),
                new Receipt(Archive.TODAY, Outcome.TAKEN_OVER, null, null)));
  }

  /** The same one on another day. */
  private static Viewer on(Viewer viewer, LocalDate day) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        viewer.locale(),
        viewer.zone(),
        Clock.fixed(day.atTime(12, 0).atZone(viewer.zone()).toInstant(), viewer.zone()),
        viewer.requestId());
  }

  @Test
  void whatWasSentEarlierIsTheVersionOfThatDay() throws Exception {
    Case opened = bureau.archive.opened();
    Viewer worker = opened.worker();
    DocumentId id = bureau.archive.letter(opened);
    for (int days : List.of(5, 9)) {
      bureau.archive.filing.renew(
          on(worker, Archive.TODAY.plusDays(days)),
          id,
          bureau.archive.sent("n.txt", ("Verze " + days).getBytes(StandardCharsets.UTF_8)));
    }
    Viewer later = on(worker, Archive.TODAY.plusDays(20));
    Map<Integer, Integer> expected = new LinkedHashMap<>(Map.of(-3, 1, 0, 1, 4, 1, 5, 2, 8, 2));
    expected.putAll(Map.of(9, 3, 20, 3));
    expected.forEach(
        (days, number) -> {
          UUID sent =
              bureau.deliveries.put(
                  later,
                  id,
                  new NewDelivery(named("A"), Channel.EMAIL, Archive.TODAY.plusDays(days), null));
          assertEquals(
              number, bureau.deliveries.one(later, id, sent).number(), "sent on day " + days);
        });
  }

  @Test
  void whatIsLateSaysWhyAndAProofComesInWithIt() throws Exception {
    Case opened = bureau.archive.opened();
    Viewer worker = opened.worker();
    DocumentId id = bureau.archive.letter(opened);
    UUID delivery =
        bureau.deliveries.put(
            worker,
            id,
            to(new Addressee(opened.family().carer(), null, null), Channel.REGISTERED_POST, 9, -4));
    Delivery sent = one(bureau, worker, id);
    assertTrue(sent.late(Archive.TODAY));
    assertEquals(
        "late-why: delivery.refused.late",
        Archive.refusal(
            () ->
                bureau.deliveries.delivered(
                    worker,
                    delivery,
                    sent.version(),
                    new Receipt(Archive.TODAY, Outcome.TAKEN_OVER, null, " "),
                    "Doručenka",
                    bureau.archive.sent("d.txt", Archive.LETTER))));
    assertEquals(
        List.of(id),
        bureau.archive.listed(worker, opened),
        "a proof of what is not written down does not come in");
    assertEquals(
        "file: content.executable",
        Archive.refusal(
            () ->
                bureau.deliveries.delivered(
                    worker,
                    delivery,
                    sent.version(),
                    new Receipt(Archive.TODAY, Outcome.TAKEN_OVER, null, "Nemoc"),
                    "Doručenka",
                    bureau.archive.sent("d.exe", new byte[] {'M', 'Z', 0, 1}))));
    bureau.deliveries.delivered(
        worker,
        delivery,
        sent.version(),
        new Receipt(Archive.TODAY, Outcome.TAKEN_OVER, null, "Nemoc"),
        "Doručenka",
        bureau.archive.sent("d.txt", Archive.LETTER));
    Delivery delivered = one(bureau, worker, id);
    assertEquals("Nemoc", delivered.receipt().lateWhy());
    Shelf.Line proof = bureau.archive.shelf.view(worker, delivered.receipt().proof()).line();
    assertEquals("Doručenka", proof.title());
    assertTrue(delivered.late(Archive.TODAY));
    assertFalse(
        new Delivery(delivery, 1, id, 1, sent.sent(), null, "x", null)
            .late(Archive.TODAY.minusDays(4)));
  }

  @Test
  void whatDoesNotFitIsRefusedBesideItsField() throws Exception {
    Case opened = bureau.archive.opened();
    Case other = bureau.archive.opened();
    Viewer worker = opened.worker();
    DocumentId id = bureau.archive.letter(opened);
    assertEquals(
        "to-name: refused.required",
        Archive.refusal(
            () -> bureau.deliveries.put(worker, id, to(named(" "), Channel.EMAIL, 1, null))));
    assertEquals(
        "sent-on: delivery.refused.sent",
        Archive.refusal(
            () -> bureau.deliveries.put(worker, id, to(named("A"), Channel.EMAIL, -1, null))));
    assertEquals(
        "channel: refused.required",
        Archive.refusal(() -> bureau.deliveries.put(worker, id, to(named("A"), null, 1, null))));
    for (Addressee unknown :
        List.of(
            new Addressee(null, BodyId.next(), "x"),
            new Addressee(other.family().carer(), null, "x"))) {
      assertEquals(
          "to: delivery.refused.to",
          Archive.refusal(
              () -> bureau.deliveries.put(worker, id, to(unknown, Channel.EMAIL, 1, null))));
    }
    UUID delivery = bureau.deliveries.put(worker, id, to(named("A"), Channel.EMAIL, 3, null));
    long seen = one(bureau, worker, id).version();
    for (int days : List.of(-1, 4)) {
      assertEquals(
          "delivered-on: delivery.refused.delivered",
          Archive.refusal(
              () ->
                  bureau.deliveries.delivered(
                      worker,
                      delivery,
                      seen,
                      new Receipt(Archive.TODAY.minusDays(days), Outcome.TAKEN_OVER, null, null))));
    }
    DocumentId foreign = bureau.archive.letter(other);
    for (DocumentId proof : List.of(foreign, id)) {
      assertEquals(
          "proof: delivery.refused.proof",
          Archive.refusal(
              () ->
                  bureau.deliveries.delivered(
                      worker,
                      delivery,
                      seen,
                      new Receipt(Archive.TODAY, Outcome.TAKEN_OVER, proof, null))));
    }
    bureau.archive.withdraw(worker, id, "omyl");
    assertEquals(
        "null: delivery.refused.withdrawn",
        Archive.refusal(
            () -> bureau.deliveries.put(worker, id, to(named("B"), Channel.EMAIL, 1, null))));
    assertEquals(1, bureau.deliveries.of(worker, id).size(), "what went out stays written");
  }

  /** Days on which somebody is to look after a delivery, as their own tasks say. */
  private List<LocalDate> open(Viewer viewer, UUID delivery) {
    return bureau.archive.register.tx.read(
        em ->
            em.createQuery(
                    "SELECT t.due FROM Task t WHERE t.source = :source AND t.doer = :doer"
                        + " AND t.doneOn IS NULL",
                    LocalDate.class)
                .setParameter("source", delivery)
                .setParameter("doer", viewer.staff().value())
                .getResultList());
  }

  @Test
  void whoWroteItDownLooksAfterItUntilItIsKnownWhatBecameOfIt() throws Exception {
    Case opened = bureau.archive.opened();
    Viewer worker = opened.worker();
    DocumentId id = bureau.archive.letter(opened);
    UUID free = bureau.deliveries.put(worker, id, to(named("A"), Channel.EMAIL, 3, null));
    assertEquals(List.of(), open(worker, free), "nothing is due");
    UUID settled = bureau.deliveries.put(worker, id, to(named("B"), Channel.EMAIL, 2, 5));
    assertEquals(List.of(Archive.TODAY.plusDays(5)), open(worker, settled));
    bureau.deliveries.delivered(
        worker,
        settled,
        one(bureau, worker, id).version(),
        new Receipt(Archive.TODAY, Outcome.LAPSED, null, null));
    assertEquals(List.of(), open(worker, settled));
    assertEquals(Outcome.LAPSED, one(bureau, worker, id).receipt().outcome());
    assertEquals(1, facts(bureau, opened).size(), "the law has it for delivered");
    UUID struck = bureau.deliveries.put(worker, id, to(named("C"), Channel.EMAIL, 1, 5));
    bureau.deliveries.strike(worker, struck, one(bureau, worker, id).version(), "omyl");
    assertEquals(List.of(), open(worker, struck));
    UUID closed =
        bureau.deliveries.put(
            worker,
            bureau.archive.add(opened, DocumentKind.MEDICAL, opened.family().child()),
            to(named("D"), Channel.EMAIL, 1, 5));
    assertEquals(1, open(worker, closed).size());
  }

  @Test
  void whatCameBackIsNotDeliveredAndNobodyWaitsForIt() throws Exception {
    Case opened = bureau.archive.opened();
    Viewer worker = opened.worker();
    DocumentId id = bureau.archive.letter(opened);
    UUID delivery =
        bureau.deliveries.put(worker, id, to(named("A"), Channel.REGISTERED_POST, 9, -4));
    assertTrue(one(bureau, worker, id).late(Archive.TODAY));
    assertEquals(
        "outcome: refused.required",
        Archive.refusal(
            () ->
                bureau.deliveries.delivered(
                    worker, delivery, 1, new Receipt(Archive.TODAY, null, null, null))));
    bureau.deliveries.delivered(
        worker,
        delivery,
        one(bureau, worker, id).version(),
        new Receipt(Archive.TODAY, Outcome.RETURNED, null, null));
    Delivery returned = one(bureau, worker, id);
    assertEquals(Outcome.RETURNED, returned.receipt().outcome());
    assertFalse(returned.late(Archive.TODAY));
    assertEquals(List.of(), facts(bureau, opened), "it proves nothing");
    assertEquals(List.of("Dokument se vrátil"), told(bureau, opened));
    assertEquals(List.of(), open(worker, delivery));
    assertEquals(1, bureau.archive.trail(worker, "delivery.returned"));
    assertEquals(0, bureau.archive.trail(worker, "delivery.delivered"));
  }

  @Test
  void whatWasNotedByMistakeProvesNothingAnyMore() throws Exception {
    Case opened = bureau.archive.opened();
    Viewer worker = opened.worker();
    DocumentId id = bureau.archive.letter(opened);
    UUID delivery = bureau.deliveries.put(worker, id, to(named("A"), Channel.SMS, 3, null));
    bureau.deliveries.delivered(
        worker,
        delivery,
        one(bureau, worker, id).version(),
        new Receipt(Archive.TODAY, Outcome.TAKEN_OVER, null, null));
    assertEquals(1, facts(bureau, opened).size());
    long seen = one(bureau, worker, id).version();
    assertEquals(
        "why: refused.required",
        Archive.refusal(() -> bureau.deliveries.strike(worker, delivery, seen, " ")));
    bureau.deliveries.strike(worker, delivery, seen, "Šlo jiné rodině");
    assertEquals("Šlo jiné rodině", one(bureau, worker, id).struckWhy());
    assertEquals(List.of(), facts(bureau, opened));
    assertEquals(List.of(), told(bureau, opened));
    assertThrows(Stale.class, () -> bureau.deliveries.strike(worker, delivery, seen + 1, "zas"));
  }

  @Test
  void whoDoesNotSeeTheDocumentKnowsOfNoDelivery() throws Exception {
    Case opened = bureau.archive.opened();
    DocumentId id = bureau.archive.add(opened, DocumentKind.SCHOOL, opened.family().child());
    UUID delivery =
        bureau.deliveries.put(opened.worker(), id, to(named("A"), Channel.EMAIL, 1, null));
    Viewer stranger = bureau.archive.opened().worker();
    Viewer kept = bureau.archive.viewer("director");
    bureau.archive.wall(kept, Subject.of(opened.family().child()));
    for (Viewer viewer : List.of(stranger, kept)) {
      assertThrows(NotFound.class, () -> bureau.deliveries.of(viewer, id));
      assertThrows(
          NotFound.class,
          () -> bureau.deliveries.put(viewer, id, to(named("B"), Channel.EMAIL, 1, null)));
      assertThrows(
          NotFound.class,
          () ->
              bureau.deliveries.delivered(
                  viewer, delivery, 1, new Receipt(Archive.TODAY, Outcome.TAKEN_OVER, null, null)));
      assertThrows(NotFound.class, () -> bureau.deliveries.strike(viewer, delivery, 1, "x"));
    }
    Viewer inspector = bureau.archive.viewer("inspector");
    // Of the family: the file alone is lent here.
    DocumentId other = bureau.archive.letter(opened);
    Executable sending =
        () -> bureau.deliveries.put(inspector, other, to(named("B"), Channel.EMAIL, 1, null));
    assertThrows(NotFound.class, sending);
    bureau.archive.lend(inspector, opened, RelationKind.INSPECTOR);
    assertThrows(NotAllowed.class, sending);
    assertThrows(NotFound.class, () -> bureau.deliveries.one(opened.worker(), other, delivery));
  }

  @Test
  void whatWentWithTheChildIsSentFromWhereTheChildIsNow() throws Exception {
    Case from = bureau.archive.opened();
    Case to = bureau.archive.opened();
    DocumentId id = bureau.archive.add(from, DocumentKind.SCHOOL, from.family().child());
    Placements placements = bureau.archive.register.placements;
    placements.end(
        bureau.archive.director,
        placements.of(bureau.archive.director, from.family().file()).get(0).id(),
        Archive.TODAY.minusDays(2));
    placements.place(
        bureau.archive.director,
        to.family().file(),
        from.family().child(),
        Archive.TODAY.minusDays(1),
        null);
    Viewer worker = to.worker();
    UUID delivery = bureau.deliveries.put(worker, id, to(named("Škola"), Channel.EMAIL, 1, null));
    bureau.deliveries.delivered(
        worker,
        delivery,
        one(bureau, worker, id).version(),
        new Receipt(Archive.TODAY, Outcome.TAKEN_OVER, null, null),
        "Doručenka",
        bureau.archive.sent("d.txt", Archive.LETTER));
    DocumentId proof = one(bureau, worker, id).receipt().proof();
    assertEquals(
        to.family().file(), bureau.archive.shelf.view(worker, proof).line().place().file());
    Shelf.Line line = bureau.archive.shelf.view(worker, id).line();
    for (Viewer viewer : List.of(worker, bureau.archive.director)) {
      assertEquals(Optional.of(to.family().file()), bureau.archive.shelf.home(viewer, line));
    }
    assertThrows(NotFound.class, () -> bureau.deliveries.of(from.worker(), id));
    assertEquals(1, facts(bureau, to).size(), "it is proven where the child is now");
    assertEquals(List.of(), facts(bureau, from));
  }

  @Test
  void aProofComesInAlsoOnceThePersonHasLeft() throws Exception {
    Case opened = bureau.archive.opened();
    Viewer worker = opened.worker();
    var register = bureau.archive.register;
    PersonId adult =
        register.person(bureau.archive.director, "Karel", "Odešlý", Archive.TODAY.minusYears(50));
    register.files.addCarer(
        bureau.archive.director, opened.family().file(), adult, Archive.TODAY.minusDays(40));
    List<DocumentId> sent = new ArrayList<>();
    for (PersonId about : List.of(adult, opened.family().child())) {
      DocumentId id = bureau.archive.add(opened, DocumentKind.LETTER, about);
      bureau.deliveries.put(worker, id, to(named("A"), Channel.EMAIL, 3, null));
      sent.add(id);
    }
    register.files.endCarer(
        bureau.archive.director,
        opened.family().file(),
        adult,
        CaseFiles.Leaving.otherwise(Archive.TODAY.minusDays(1)));
    bureau.archive.leaves(opened, Archive.TODAY.minusDays(1));
    for (DocumentId id : sent) {
      Delivery delivery = one(bureau, worker, id);
      bureau.deliveries.delivered(
          worker,
          delivery.id(),
          delivery.version(),
          new Receipt(Archive.TODAY, Outcome.TAKEN_OVER, null, null),
          "Doručenka",
          bureau.archive.sent("d.txt", Archive.LETTER));
      DocumentId proof = one(bureau, worker, id).receipt().proof();
      assertEquals(
          bureau.archive.shelf.view(worker, id).line().place(),
          bureau.archive.shelf.view(worker, proof).line().place(),
          "beside what it proves");
    }
  }

  @Test
  void ofWhatIsClosedToSomeTheStoryIsSilentAndNothingIsProven() throws Exception {
    Case opened = bureau.archive.opened();
    Viewer worker = opened.worker();
    for (DocumentKind closed : List.of(DocumentKind.INCIDENT, DocumentKind.MEDICAL)) {
      DocumentId id = bureau.archive.add(opened, closed, opened.family().child());
      UUID delivery = bureau.deliveries.put(worker, id, to(named("A"), Channel.EMAIL, 1, null));
      bureau.deliveries.delivered(
          worker,
          delivery,
          one(bureau, worker, id).version(),
          new Receipt(Archive.TODAY, Outcome.TAKEN_OVER, null, null));
      assertEquals(List.of(), told(bureau, opened));
      assertEquals(List.of(), facts(bureau, opened));
    }
  }

  @Test
  void inAFileOfTheArchiveNothingIsSentProvenOrStruckOut() throws Exception {
    Case opened = bureau.archive.opened();
    Viewer worker = opened.worker();
    DocumentId id = bureau.archive.letter(opened);
    UUID delivery = bureau.deliveries.put(worker, id, to(named("A"), Channel.EMAIL, 1, null));
    long seen = one(bureau, worker, id).version();
    bureau.archive.leaves(opened, Archive.TODAY.minusDays(1));
    bureau.archive.close(opened);
    bureau.archive.putAway(opened);
    Viewer director = bureau.archive.director;
    List<Executable> changes =
        List.of(
            () -> bureau.deliveries.put(director, id, to(named("B"), Channel.EMAIL, 1, null)),
            () ->
                bureau.deliveries.delivered(
                    director,
                    delivery,
                    seen,
                    new Receipt(Archive.TODAY, Outcome.TAKEN_OVER, null, null)),
            () -> bureau.deliveries.strike(director, delivery, seen, "omyl"));
    for (Executable change : changes) {
      assertEquals("null: document.refused.archived", Archive.refusal(change));
    }
    assertEquals(1, bureau.deliveries.of(director, id).size());
  }

  @Test
  void aWallAtWhomTheDocumentIsAboutClosesTheLineOfItsDelivery() throws Exception {
    Case opened = bureau.archive.opened();
    Viewer worker = opened.worker();
    DocumentId id = bureau.archive.add(opened, DocumentKind.LETTER, opened.family().carer());
    bureau.deliveries.put(worker, id, to(named("A"), Channel.EMAIL, 1, null));
    assertEquals(List.of("Dokument odeslán"), told(bureau, opened));
    Viewer kept = bureau.archive.viewer("director");
    assertEquals(List.of("Dokument odeslán"), told(bureau, kept, opened));
    bureau.archive.wall(kept, Subject.of(opened.family().carer()));
    assertEquals(List.of(), told(bureau, kept, opened));
  }

  @Test
  void whoIsKeptAwayFromTheRecipientKnowsOfNoDelivery() throws Exception {
    Case opened = bureau.archive.opened();
    Viewer worker = opened.worker();
    DocumentId id = bureau.archive.letter(opened);
    Addressee carer = new Addressee(opened.family().carer(), null, null);
    UUID delivery = bureau.deliveries.put(worker, id, to(carer, Channel.EMAIL, 2, null));
    bureau.deliveries.put(worker, id, to(named("A"), Channel.EMAIL, 1, null));
    Viewer kept = bureau.archive.viewer("director");
    assertEquals(2, bureau.deliveries.of(kept, id).size());
    bureau.archive.wall(kept, Subject.of(opened.family().carer()));
    assertEquals(
        List.of("A"),
        bureau.deliveries.of(kept, id).stream().map(one -> one.sent().to().name()).toList());
    assertThrows(NotFound.class, () -> bureau.deliveries.one(kept, id, delivery));
    assertThrows(NotFound.class, () -> bureau.deliveries.strike(kept, delivery, 1, "x"));
    assertThrows(
        NotFound.class,
        () ->
            bureau.deliveries.delivered(
                kept, delivery, 1, new Receipt(Archive.TODAY, Outcome.TAKEN_OVER, null, null)));
    assertEquals(2, bureau.deliveries.of(worker, id).size());
  }

  private DocumentsPersonData data() {
    return new DocumentsPersonData(
        bureau.archive.tx,
        bureau.archive.register.timeline,
        bureau.archive.register.evidence,
        bureau.archive.register.tasks);
  }

  @Test
  void whatWentToAPersonIsToldToThemAndGoesWithThem() throws Exception {
    Case opened = bureau.archive.opened();
    Viewer worker = opened.worker();
    Set<PersonId> carer = Set.of(opened.family().carer());
    DocumentId letter = bureau.archive.letter(opened);
    UUID delivery =
        bureau.deliveries.put(
            worker,
            letter,
            to(new Addressee(opened.family().carer(), null, null), Channel.EMAIL, 2, null));
    bureau.deliveries.delivered(
        worker,
        delivery,
        one(bureau, worker, letter).version(),
        new Receipt(Archive.TODAY, Outcome.TAKEN_OVER, null, null));
    DocumentsPersonData data = data();
    assertEquals(1, data.count(carer));
    assertEquals(Archive.TODAY.minusDays(2).toString(), data.export(carer).get(0).value());
    assertEquals("/documents/" + letter + "/deliveries", data.review(carer).get(0).href());
    data.erase(carer);
    assertEquals(0, data.count(carer));
    assertEquals(List.of(), bureau.deliveries.of(worker, letter));
    assertEquals(List.of(), told(bureau, opened));
    assertEquals(List.of(), facts(bureau, opened));
    bureau.archive.shelf.view(worker, letter);

    DocumentId about = bureau.archive.add(opened, DocumentKind.SCHOOL, opened.family().child());
    bureau.deliveries.put(worker, about, to(named("Škola"), Channel.EMAIL, 2, null));
    data.erase(Set.of(opened.family().child()));
    assertThrows(NotFound.class, () -> bureau.deliveries.of(worker, about));
    assertEquals(List.of(), told(bureau, opened));
  }

  @Test
  void whoPreparesAnExtractLooksAtLettersToThePersonAndAtWhereTheirDocumentsWent()
      throws Exception {
    Case opened = bureau.archive.opened();
    Viewer worker = opened.worker();
    PersonId carer = opened.family().carer();
    DocumentId written =
        bureau.write(
            worker,
            opened.family().file(),
            new NewLetter(null, Bureau.to(carer, "Pěstounka"), null, "A", Language.CS, "Zveme."));
    DocumentId about = bureau.archive.add(opened, DocumentKind.SCHOOL, carer);
    UUID elsewhere =
        bureau.deliveries.put(worker, about, to(named("Škola"), Channel.EMAIL, 2, null));
    UUID theirs =
        bureau.deliveries.put(
            worker, about, to(new Addressee(carer, null, null), Channel.EMAIL, 2, null));
    DocumentsPersonData data = data();
    assertEquals(
        Map.of(
            about.value(),
            "document.kind.SCHOOL",
            written.value(),
            "letter.fact",
            theirs,
            "delivery.fact",
            elsewhere,
            "delivery.fact.about"),
        data.review(Set.of(carer)).stream()
            .collect(Collectors.toMap(Review::record, one -> one.label().key())));
  }

  @Test
  void nothingOfADeliveryLiesOpenInTheDatabase() throws Exception {
    Case opened = bureau.archive.opened();
    Viewer worker = opened.worker();
    DocumentId id = bureau.archive.letter(opened);
    UUID delivery =
        bureau.deliveries.put(worker, id, to(named("Tajnosladká"), Channel.EMAIL, 9, -4));
    bureau.deliveries.delivered(
        worker,
        delivery,
        one(bureau, worker, id).version(),
        new Receipt(Archive.TODAY, Outcome.TAKEN_OVER, null, "Tajnosladká"));
    bureau.deliveries.strike(worker, delivery, one(bureau, worker, id).version(), "Tajnosladká");
    List<byte[]> lying = new ArrayList<>();
    bureau.archive.tx.run(
        em -> {
          for (String column : List.of("to", "lateWhy", "struckWhy")) {
            lying.addAll(
                em.createQuery(
                        "SELECT d." + column + " FROM DeliveryRow d WHERE d.id = :id", byte[].class)
                    .setParameter("id", delivery)
                    .getResultList());
          }
        });
    assertEquals(3, lying.size());
    for (byte[] one : lying) {
      assertFalse(new String(one, StandardCharsets.UTF_8).contains("ajnosladk"));
    }
  }
}
