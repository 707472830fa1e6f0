package org.opora.supervisedcontacts.observations.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.addressees.Addressees;
import org.opora.api.documents.Deliveries;
import org.opora.api.documents.Documents;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.meeting.domain.StepKind;
import org.opora.supervisedcontacts.observations.contributions.ReportsPersonData;
import org.opora.supervisedcontacts.observations.domain.ReceiverKind;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.domain.ReportState;
import org.opora.supervisedcontacts.observations.domain.Section;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.testkit.OnEveryDatabase;

/** A report from its draft to those who get it. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsTest {
  @Parameter Product product;
  private MeetingHouse house;
  private Centre centre;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new MeetingHouse(product);
    centre = house.centre;
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private Viewer facilitator() {
    return centre.viewer("facilitator");
  }

  private ReportView view(ReportId id) {
    return house.reportReader.view(centre.director, id);
  }

  private long version(ReportId id) {
    return view(id).version();
  }

  private ReportId approved(Case opened, Viewer author) {
    ReportId id = house.submitted(author, house.held(opened, author));
    house.review.approve(centre.director, id, version(id));
    return id;
  }

  @Test
  void itIsDraftedFromWhatWasNotedEachWithItsTime() {
    Case opened = centre.opened();
    Viewer author = facilitator();
    ContactId contact = house.soon(opened, author);
    note(author, contact, StepKind.NOTE, "Čekala u okna.");
    house.desk.arrived(author, contact, house.all(contact));
    centre.forward(Duration.ofMinutes(1));
    house.desk.begin(author, contact, null, null);
    centre.forward(Duration.ofMinutes(1));
    note(author, contact, StepKind.NOTE, "Staví věž.");
    note(author, contact, StepKind.CHILD_WORDS, "Ještě!");
    note(author, contact, StepKind.INTERVENTION, null);
    centre.forward(Duration.ofMinutes(9));
    house.desk.end(author, contact);
    centre.forward(Duration.ofMinutes(1));
    note(author, contact, StepKind.NOTE, "Mává.");
    Reports.Beginning beginning = house.reports.beginning(author, house.line(contact));
    assertNull(beginning.report());
    Map<Section, String> words = new EnumMap<>(beginning.words());
    words.replaceAll((section, said) -> said.replaceFirst("^\\d\\d:\\d\\d ", ""));
    assertEquals(
        Map.of(
            Section.BEFORE, "Čekala u okna.",
            Section.DURING, "Staví věž.",
            Section.CHILD_WORDS, "Ještě!",
            Section.INTERVENTIONS, "Zásah",
            Section.AFTER, "Mává."),
        words);
    assertTrue(beginning.words().get(Section.AFTER).matches("\\d\\d:\\d\\d Mává[.]"));
  }

  private void note(Viewer author, ContactId contact, StepKind kind, String words) {
    house.desk.note(author, contact, UUID.randomUUID(), kind, Set.of(), words);
  }

  @Test
  void allThreePartsAreMandatoryWhenItIsSubmittedAndNotBefore() {
    Case opened = centre.opened();
    Viewer author = facilitator();
    ContactId contact = house.held(opened, author);
    Map<Section, String> some = Map.of(Section.DURING, "Hráli si.");
    assertEquals(
        "before: observation.missing.BEFORE",
        Centre.refusal(() -> house.reports.begin(author, house.line(contact), some, true)));
    ReportId id = house.reports.begin(author, house.line(contact), some, false);
    assertThrows(Stale.class, () -> house.reports.begin(author, house.line(contact), some, false));
    assertEquals(id, house.reports.beginning(author, house.line(contact)).report());
    assertEquals(
        "before: observation.missing.BEFORE",
        Centre.refusal(() -> house.reports.submit(author, id, version(id))));
    house.reports.write(author, id, version(id), MeetingHouse.words(), true);
    assertEquals(ReportState.SUBMITTED, view(id).state());
    assertEquals(MeetingHouse.words(), view(id).words());
    assertEquals(Centre.TODAY, view(id).submittedOn());
    assertEquals(
        1,
        centre
            .register
            .evidence
            .of(
                centre.director,
                opened.family().file(),
                opened.family().child(),
                Reports.EVIDENCE,
                5)
            .size());
    assertTrue(
        centre.register.inbox.of(centre.director, null, 50).items().stream()
            .anyMatch(one -> one.href().endsWith("/reports/" + id)));
    assertTrue(centre.story(opened.worker(), opened).toString().contains("Zpráva o kontaktu"));
  }

  @Test
  void thereIsNoneOfAContactThatHasNotTakenPlace() {
    Case opened = centre.opened();
    Viewer author = facilitator();
    ContactId contact = house.soon(opened, author);
    assertEquals(
        "null: observation.no-contact",
        Centre.refusal(
            () -> house.reports.begin(author, house.line(contact), MeetingHouse.words(), false)));
  }

  @Test
  void somebodyElseThanTheAuthorApprovesOrGivesBack() {
    Case opened = centre.opened();
    ReportId own = house.submitted(centre.director, house.held(opened, facilitator()));
    assertEquals(
        "null: observation.own",
        Centre.refusal(() -> house.review.approve(centre.director, own, version(own))));
    Viewer author = facilitator();
    Case other = centre.opened();
    ReportId id = house.submitted(author, house.held(other, author));
    assertThrows(
        RuntimeException.class,
        () -> house.review.approve(other.worker(), id, version(id)),
        "the permission is not theirs");
    house.review.giveBack(centre.director, id, version(id), "Doplňte časy.");
    assertEquals("Doplňte časy.", view(id).back().words());
    assertEquals(ReportState.DRAFT, view(id).state());
    house.reports.submit(author, id, version(id));
    assertNull(view(id).back());
    long seen = version(id);
    house.review.approve(centre.director, id, seen);
    assertThrows(Stale.class, () -> house.review.approve(centre.director, id, seen));
    assertEquals(
        "null: observation.wrong-state",
        Centre.refusal(
            () -> house.reports.write(author, id, version(id), MeetingHouse.words(), false)));
  }

  @Test
  void aChangeAfterApprovalIsTheNextVersionWithTheReason() {
    Case opened = centre.opened();
    Viewer author = facilitator();
    ReportId id = approved(opened, author);
    assertEquals(
        "reason: words.missing",
        Centre.refusal(() -> house.review.revise(author, id, version(id), " ")));
    house.review.revise(author, id, version(id), "Chybný čas.");
    ReportView draft = view(id);
    assertEquals(2, draft.number());
    assertEquals(ReportState.DRAFT, draft.state());
    assertEquals("Chybný čas.", draft.shown().reason());
    assertEquals(MeetingHouse.words(), draft.words());
    Map<Section, String> words = new EnumMap<>(MeetingHouse.words());
    words.put(Section.AFTER, "Usnula doma.");
    house.reports.write(author, id, version(id), words, true);
    house.review.approve(centre.director, id, version(id));
    assertEquals("Usnula doma.", view(id).words().get(Section.AFTER));
    ReportView former = house.reportReader.view(centre.director, id, 1);
    assertEquals("Usnula v autě.", former.words().get(Section.AFTER));
    assertFalse(former.present());
    assertEquals("Mgr. Jana Testová", former.shown().approvedBy());
    assertThrows(NotFound.class, () -> house.reportReader.view(centre.director, id, 3));
  }

  @Test
  void oneThatStandsFastIsWithdrawnByWhoeverApproves() {
    Case opened = centre.opened();
    Viewer author = facilitator();
    ReportId id = approved(opened, author);
    assertThrows(
        RuntimeException.class, () -> house.review.withdraw(author, id, version(id), "Omyl."));
    house.review.withdraw(centre.director, id, version(id), "Jiné dítě.");
    assertEquals("Jiné dítě.", view(id).withdrawn().words());
    assertEquals(
        ReportState.DRAFT,
        view(house.reports.begin(author, view(id).line(), MeetingHouse.words(), false)).state(),
        "another one can be written");
  }

  private Addressees.Addressee office(String name, PersonId... children) {
    return new Addressees.Addressee(
        null,
        new BodyId(UUID.randomUUID()),
        name,
        "Praha",
        null,
        children.length == 0,
        Stream.of(children)
            .map(child -> new Addressees.Named(child, new PersonName("Ema", "N")))
            .toList());
  }

  private String text(Documents.Paper paper) {
    return paper.blocks().stream().map(Documents.Block::words).collect(Collectors.joining("\n"));
  }

  @Test
  void everybodyGetsACopyWithWhatMayBeInTheirs() {
    Case opened = centre.opened();
    Case foreign = centre.opened();
    house.addressees.clear();
    house.papers.clear();
    house.addressees.add(office("Úřad dítěte", opened.family().child()));
    house.addressees.add(office("Cizí úřad", foreign.family().child()));
    house.addressees.add(
        new Addressees.Addressee(
            opened.family().carer(), null, "Pěstounka", null, null, false, List.of()));
    Viewer author = facilitator();
    ReportId draft = house.submitted(author, house.held(opened, author));
    ReportCopies.Wanted none = new ReportCopies.Wanted(Set.of(), null, null);
    assertEquals(
        "null: observation.not-approved",
        Centre.refusal(() -> house.copies.issue(centre.director, draft, version(draft), none)));
    house.review.approve(centre.director, draft, version(draft));
    assertEquals(
        "to: observation.copies.nobody",
        Centre.refusal(() -> house.copies.issue(centre.director, draft, version(draft), none)));
    List<Receiver> all = house.receivers.of(centre.director, draft);
    assertEquals(
        List.of(
            "COURT Okresní soud v Pelhřimově",
            "AUTHORITY Úřad dítěte",
            "CARER Pěstounka",
            "PARENT Lenka Slavíková"),
        all.stream().map(one -> one.kind() + " " + one.name()).toList());
    ReportCopies.Wanted everybody =
        new ReportCopies.Wanted(
            all.stream().map(Receiver::key).collect(Collectors.toSet()), null, null);
    assertEquals(4, house.copies.issue(centre.director, draft, version(draft), everybody));
    assertEquals(
        0,
        house.copies.issue(centre.director, draft, version(draft), everybody),
        "nobody gets two");
    assertEquals(ReportState.ISSUED, view(draft).state());
    String court = text(house.papers.get(0));
    assertTrue(court.contains("Kontakt jí prospívá."), court);
    assertTrue(court.contains("Lenka Slavíková") && court.contains("Chci zase."), court);
    String carer = text(house.papers.get(2));
    assertTrue(carer.contains("Usnula v autě."), carer);
    for (String hidden :
        List.of("Lenka", "Matka jí četla.", "Chci zase.", "prospívá", "Prodloužit.")) {
      assertFalse(carer.contains(hidden), hidden);
    }
    String parent = text(house.papers.get(3));
    assertTrue(parent.contains("Matka jí četla."), parent);
    assertFalse(parent.contains("prospívá") || parent.contains("Chci zase."), parent);
    for (Documents.Paper paper : house.papers) {
      assertEquals(opened.family().child(), paper.about());
      assertFalse(paper.title().contains("Ema"), paper.title());
    }
    assertEquals(
        text(house.papers.get(2)).lines().skip(1).toList(),
        text(house.copies.seen(centre.director, draft, ReceiverKind.CARER, false))
            .lines()
            .skip(1)
            .toList(),
        "it is seen as its recipient sees it");
  }

  @Test
  void whoeverApprovesMayLetAParentHaveMoreAndNobodyElse() {
    Case opened = centre.opened();
    Viewer author = facilitator();
    ReportId id = approved(opened, author);
    house.papers.clear();
    String parent =
        house.receivers.of(centre.director, id).stream()
            .filter(one -> one.kind() == ReceiverKind.PARENT)
            .findFirst()
            .orElseThrow()
            .key();
    ReportCopies.Wanted more =
        new ReportCopies.Wanted(Set.of(parent), null, "Požádala o celou zprávu.");
    assertEquals(
        "moreWhy: observation.more.not-yours",
        Centre.refusal(() -> house.copies.issue(opened.worker(), id, version(id), more)));
    house.copies.issue(centre.director, id, version(id), more);
    assertTrue(text(house.papers.get(0)).contains("prospívá"));
    ReportView.Copy copy = view(id).copies().get(0);
    assertTrue(copy.more());
    house.deliveries.send(opened.worker(), copy.id(), Deliveries.Channel.IN_PERSON, Centre.TODAY);
    assertEquals(1, house.deliveries.sending(opened.worker(), copy.id()).deliveries().size());
    assertThrows(
        RuntimeException.class,
        () -> house.deliveries.send(author, copy.id(), Deliveries.Channel.IN_PERSON, Centre.TODAY));
  }

  @Test
  void whoSeesWhat() {
    Case opened = centre.opened();
    Viewer author = facilitator();
    ReportId id = house.submitted(author, house.held(opened, author));
    assertTrue(house.reportReader.view(opened.worker(), id).may().read());
    Viewer stranger = centre.viewer("key-worker");
    assertThrows(NotFound.class, () -> house.reportReader.view(stranger, id));
    assertThrows(NotFound.class, () -> house.receivers.of(stranger, id));
    Set<ReportState> all = EnumSet.allOf(ReportState.class);
    assertTrue(house.reportReader.list(stranger, all, null, 100).items().isEmpty());
    assertTrue(
        house.reportReader.list(author, all, null, 100).items().stream()
            .anyMatch(line -> line.id().equals(id)));
    centre.wall(opened.worker(), Subject.of(opened.family().file()));
    assertThrows(NotFound.class, () -> house.reportReader.view(opened.worker(), id));
    assertTrue(house.reportReader.list(opened.worker(), all, null, 100).items().isEmpty());
  }

  @Test
  void listsArePagedByKey() {
    Viewer author = facilitator();
    for (int i = 0; i < 3; i++) {
      house.submitted(author, house.held(centre.opened(), author));
      centre.forward(Duration.ofMinutes(80));
    }
    Set<ReportState> submitted = EnumSet.of(ReportState.SUBMITTED);
    var first = house.reportReader.list(author, submitted, null, 2);
    assertEquals(2, first.items().size());
    var second = house.reportReader.list(author, submitted, UUID.fromString(first.next()), 2);
    assertEquals(1, second.items().size());
    assertNull(second.next());
  }

  @Test
  void wordsGoWithTheChildAndThatThereWasAReportStays() {
    Case opened = centre.opened();
    Viewer author = facilitator();
    ReportId id = approved(opened, author);
    ReportsPersonData data =
        new ReportsPersonData(new ReportData(centre.tx, centre.register.timeline));
    Set<PersonId> child = Set.of(opened.family().child());
    assertEquals(1, data.count(child));
    assertEquals(1, data.review(child).size());
    data.erase(child);
    assertEquals(Map.of(), view(id).words());
    assertEquals(ReportState.APPROVED, view(id).state());
    assertFalse(centre.story(opened.worker(), opened).toString().contains("Zpráva"));
  }

  /** Goes on for some days, and comes back. */
  private void after(int days, Runnable deed) {
    centre.forward(Duration.ofDays(days));
    try {
      deed.run();
    } finally {
      centre.forward(Duration.ofDays(-days));
    }
  }

  private void closed(Viewer viewer, ContactId contact) {
    assertThrows(NotFound.class, () -> centre.views.view(viewer, contact));
  }

  @Test
  void aLateReportIsInTheReachOfWhoeverAssistedUntilItIsApproved() {
    Case opened = centre.opened();
    Viewer author = facilitator();
    ContactId contact = house.held(opened, author);
    after(
        30,
        () -> {
          ReportId id = house.submitted(author, contact);
          after(30, () -> centre.views.view(author, contact));
          house.review.giveBack(centre.director, id, version(id), "Doplnit.");
          after(30, () -> centre.views.view(author, contact));
          house.reports.write(author, id, version(id), MeetingHouse.words(), true);
          house.review.approve(centre.director, id, version(id));
          after(14, () -> centre.views.view(author, contact));
          after(15, () -> closed(author, contact));
        });
  }

  @Test
  void aReportThatIsRevisedOpensTheChildAgain() {
    Case opened = centre.opened();
    Viewer author = facilitator();
    ContactId contact = house.held(opened, author);
    ReportId id = house.submitted(author, contact);
    house.review.approve(centre.director, id, version(id));
    after(
        20,
        () -> {
          closed(author, contact);
          house.review.revise(centre.director, id, version(id), "Doplněno.");
          after(30, () -> centre.views.view(author, contact));
          house.reports.write(author, id, version(id), MeetingHouse.words(), false);
          house.reports.submit(author, id, version(id));
          // Who wrote it last does not approve it: the author is the facilitator now.
          house.review.approve(centre.director, id, version(id));
          after(15, () -> closed(author, contact));
          house.review.withdraw(centre.director, id, version(id), "Jiné dítě.");
          after(30, () -> centre.views.view(author, contact));
        });
  }

  @Test
  void whereThereIsNothingToWriteTheReachEndsByItself() {
    Case opened = centre.opened();
    Viewer waited = facilitator();
    ContactId missed = house.soon(opened, waited);
    centre.forward(Duration.ofMinutes(40));
    centre.missed(waited, missed);
    Viewer alone = facilitator();
    Case other = centre.opened();
    ContactId away = house.soon(other, alone);
    ContactId cancelled = centre.booked(centre.opened(), alone);
    centre.cancel(
        centre.director, cancelled, 1, CancelledBy.CENTRE, centre.director.now(), "Nemoc.");
    after(1, () -> closed(alone, cancelled));
    after(14, () -> centre.views.view(waited, missed));
    after(15, () -> closed(waited, missed));
    after(30, () -> centre.views.view(alone, away));
  }
}
