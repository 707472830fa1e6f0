package org.opora.registry.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.addressees.Addressees;
import org.opora.api.addressees.Addressees.Addressee;
import org.opora.api.addressees.Addressees.Lack;
import org.opora.api.duties.Duties;
import org.opora.api.evidence.Fact;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;
import org.opora.api.legal.DecisionKind;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonName;
import org.opora.api.web.spi.Route;
import org.opora.duties.application.ChildClock;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.AgreementLife;
import org.opora.registry.files.application.ProposalView.Step;
import org.opora.registry.files.application.ProposalsDesk.NewProposal;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.ledgers.application.RespiteLedger.NewRespite;
import org.opora.registry.legal.application.NewDecision;
import org.opora.registry.legal.application.Position;
import org.opora.registry.legal.domain.Appeal;
import org.opora.registry.register.AuthorityRoom;
import org.opora.registry.register.LegalRoom;
import org.opora.testkit.OnEveryDatabase;

/** Story S1: a child moves from a temporary carer to a long-term family. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChildMovesStoryTest {
  private static final LocalDate PLACED = LocalDate.of(2026, 2, 4);
  private static final LocalDate SEEN = LocalDate.of(2026, 7, 8);
  private static final LocalDate FORCE = LocalDate.of(2026, 8, 4);
  private static final LocalDate CONSENT = LocalDate.of(2026, 8, 14);
  private static final LocalDate SIGNED = LocalDate.of(2026, 8, 20);
  private static final LocalDate FROM_8_JULY = LocalDate.of(2026, 9, 8);
  private static final LocalDate FROM_SIGNING = LocalDate.of(2026, 10, 20);

  @Parameter TestDatabase.Product product;
  private StoryHouse house;
  private LegalRoom legal;
  private Viewer former;
  private Viewer next;
  private CaseFileId horakova;
  private CaseFileId novakovi;
  private PersonId marie;
  private PersonId jana;
  private PersonId petr;
  private PersonId tomas;
  private VisitId lastSeen;
  private ChildFileId subFile;
  private String beforeSigning;
  private UUID rested;

  @BeforeParameterizedClassInvocation
  void fromFebruaryToAugust() {
    house = new StoryHouse(product);
    legal = new LegalRoom(house.register);
    former = house.viewer("key-worker");
    next = house.viewer("key-worker");
    Viewer director = house.director;
    house.on(2026, 2, 4);
    marie =
        house.register.people.register(
            director,
            new NewPerson(
                new PersonName("Marie", "Horáková"),
                LocalDate.of(1970, 5, 1),
                null,
                "600 111 222",
                null,
                new NewPerson.Address("Lipová 5", "Liberec", "460 01"),
                false));
    LocalDate listed = LocalDate.of(2025, 3, 15);
    horakova = house.file(former, "Horáková", listed, marie);
    house.takenOver(horakova, CareKind.TEMPORARY, true, listed, "Magistrát Liberec");
    tomas = house.person("Tomáš", "Malý", LocalDate.of(2023, 6, 12));
    var stay = house.register.placements.place(director, horakova, tomas, PLACED, "12 P 4/2026");

    house.on(2026, 7, 8);
    lastSeen =
        house.visit(former, horakova, SEEN, marie, tomas, "Paní Horáková je unavená a stůně.");
    rested =
        house.ledgers.respite.add(
            former,
            horakova,
            new NewRespite(
                tomas,
                Set.of(marie),
                LocalDate.of(2026, 6, 15),
                LocalDate.of(2026, 6, 20),
                "Na táboře.",
                null));

    house.on(2026, 8, 4);
    jana = house.person("Jana", "Nováková", LocalDate.of(1984, 1, 2));
    petr = house.person("Petr", "Novák", LocalDate.of(1982, 3, 4));
    novakovi = house.file(next, "Novákovi", FORCE, jana, petr);
    legal.desk.add(director, tomas, entrusted());
    house.register.placements.end(director, stay, FORCE);
    house.register.placements.place(director, novakovi, tomas, FORCE, "12 P 40/2026");
    subFile = house.register.files.childFile(tomas);

    AgreementId proposal =
        house.register.proposals.begin(
            director,
            novakovi,
            new NewProposal(CareKind.LONG_TERM, true, "Městský úřad Turnov", FORCE, FORCE));
    beforeSigning = house.doors.open(director, "/files/" + novakovi + "/agreement");
    assertEquals(
        LocalDate.of(2026, 9, 3),
        house
            .register
            .proposals
            .find(director, novakovi, proposal)
            .concludeBy()
            .arguments()
            .get(0));
    house.take(novakovi, proposal, Step.REQUEST, FORCE, null);
    house.on(2026, 8, 14);
    house.take(novakovi, proposal, Step.GRANT, CONSENT, "MUT/77/2026");
    house.on(2026, 8, 20);
    Refused early =
        assertThrows(
            Refused.class,
            () -> house.take(novakovi, proposal, Step.SIGN, CONSENT.minusDays(1), null));
    assertEquals("agreement.signed-before-consent", early.text().key());
    house.take(novakovi, proposal, Step.SIGN, SIGNED, null);
    house.on(2026, 8, 21);
  }

  private NewDecision entrusted() {
    return new NewDecision(
        DecisionKind.CARE,
        "Okresní soud v Liberci",
        "12 P 40/2026",
        "Dítě se svěřuje do pěstounské péče Jany a Petra Novákových.",
        "spis, díl C, list 12",
        List.of(jana, petr),
        null,
        LocalDate.of(2026, 7, 15),
        FORCE,
        false,
        Appeal.NONE,
        null,
        null);
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  @Test
  void theFirstPlacementEndsByTheDecisionAndTheAgreementOfTheTemporaryCarerStays() {
    var stay = house.register.placements.of(house.director, horakova).get(0);
    assertEquals(PLACED, stay.from());
    assertEquals(FORCE, stay.until());
    Position.Ruling decision = legal.desk.position(house.director, tomas, FORCE).decisions().get(0);
    assertEquals(FORCE, decision.text().forceOn());
    assertEquals("spis, díl C, list 12", decision.text().scan(), "where the paper is");
    assertEquals(Set.of(jana, petr), Set.copyOf(decision.text().to()));
    AgreementLife agreement = house.life(horakova);
    assertEquals(AgreementState.ACTIVE, agreement.state());
    assertNull(agreement.agreement().endedOn());
    assertTrue(house.register.files.header(former, horakova).children().isEmpty());
    assertEquals(
        Map.of("Marie Horáková", FROM_8_JULY),
        house.due(former, horakova),
        "her own clock runs on, without a child, too");
  }

  @Test
  void theNewFamilySignsInTimeAndEverybodyHasAClock() {
    assertTrue(beforeSigning.contains("3. 9. 2026"), beforeSigning);
    AgreementLife agreement = house.life(novakovi);
    assertEquals(AgreementState.ACTIVE, agreement.state());
    assertEquals(CONSENT, agreement.consentOn());
    assertEquals(SIGNED, agreement.signedOn());
    assertEquals(SIGNED, agreement.agreement().concludedOn(), "effective on the same day");
    assertTrue(SIGNED.isBefore(LocalDate.of(2026, 9, 3)), "in time");
    assertEquals(
        Map.of(
            "Jana Nováková", FROM_SIGNING,
            "Petr Novák", FROM_SIGNING,
            "Tomáš Malý", FROM_8_JULY),
        house.due(next, novakovi),
        "by default the child keeps its own clock");

    LocalDate from = LocalDate.of(2026, 8, 1);
    var effect =
        house
            .readings
            .preview(house.director, ChildClock.READING, ChildClock.RESTARTS, from)
            .orElseThrow();
    assertEquals(1, effect.moved());
    assertEquals(FROM_8_JULY, effect.first().get(0).before());
    assertEquals(FROM_SIGNING, effect.first().get(0).after());
    choose(ChildClock.RESTARTS, from);
    assertEquals(FROM_SIGNING, house.due(next, novakovi).get("Tomáš Malý"));
    assertEquals(FROM_8_JULY, house.due(former, horakova).get("Marie Horáková"));
    choose(ChildClock.KEEPS, from);
    assertEquals(FROM_8_JULY, house.due(next, novakovi).get("Tomáš Malý"));
  }

  private void choose(String option, LocalDate from) {
    long version = house.readings.one(house.director, ChildClock.READING).version();
    house.readings.choose(
        house.director, ChildClock.READING, version, option, from, "Rozhodnutí porady");
  }

  @Test
  void theSubFileOfTheChildGoesAlongAndTheFormerFamilyIsNotTold() {
    var story = house.register.visits.ofChild(next, subFile, null, 10).items();
    assertEquals(SEEN, story.get(0).on());
    assertEquals("Chci kolo.", story.get(0).part().view());
    assertEquals(
        subFile, house.register.placements.of(next, novakovi).get(0).childFile(), "one for ever");
    assertThrows(NotFound.class, () -> house.register.visits.view(next, lastSeen));
    assertThrows(NotFound.class, () -> house.register.people.view(next, marie));
    assertThrows(NotFound.class, () -> house.register.files.header(next, horakova));
    assertEquals(
        "Paní Horáková je unavená a stůně.",
        house.register.visits.view(former, lastSeen).note(),
        "hers stays with her");
    assertThrows(NotFound.class, () -> house.register.people.view(former, tomas));

    int pages = 0;
    for (Route route : house.doors.routes()) {
      if (route.method() == Route.Method.GET
          && route.pattern().matches("/files/\\{file}(/[a-z]+)?")
          && next.may(route.permission())) {
        String page =
            house.page(next, route.pattern().replace("{file}", novakovi.toString())).orElse(null);
        if (page == null) {
          continue;
        }
        pages++;
        for (String secret : List.of("Horáková", "Lipová", "600 111 222", "unavená")) {
          assertFalse(page.contains(secret), () -> route.pattern() + " tells " + secret);
        }
      }
    }
    assertTrue(pages > 5, "pages of the file: " + pages);
    assertTrue(next.may(CaseFiles.READ));
  }

  private Duties.Line line(Viewer viewer, CaseFileId file, String rule, PersonId whose) {
    return house.duties.of(viewer, file, viewer.today()).stream()
        .filter(line -> line.rule().equals(rule) && whose.equals(line.subject()))
        .filter(line -> line.ref() == null)
        .findFirst()
        .orElseThrow();
  }

  private List<Integer> days(Viewer viewer, CaseFileId file, String rule, PersonId whose) {
    Duties.Ledger ledger = (Duties.Ledger) line(viewer, file, rule, whose).detail();
    return List.of(ledger.used(), ledger.amount(), ledger.left());
  }

  private void owes24Hours(
      Viewer viewer, CaseFileId file, PersonId whose, LocalDate from, LocalDate until) {
    Duties.Account account = (Duties.Account) line(viewer, file, "cz.education", whose).detail();
    assertEquals(from, account.from());
    assertEquals(until, account.until());
    assertEquals(List.of(24 * 60, 24 * 60), List.of(account.need(), account.missing()));
  }

  /** S1 (c), and the accounts of hours of (a) and (b). */
  @Test
  void daysOfRespiteStayWithTheFormerCarerAndGoWithTheChild() {
    for (PersonId carer : List.of(jana, petr)) {
      assertEquals(List.of(0, 14, 14), days(next, novakovi, "cz.respite", carer));
      owes24Hours(next, novakovi, carer, SIGNED, LocalDate.of(2027, 8, 19));
    }
    assertEquals(6, days(former, horakova, "cz.respite", marie).get(0), "hers remain hers");
    assertEquals(List.of(6, 14, 8), days(next, novakovi, "cz.respite-child", tomas));
    owes24Hours(former, horakova, marie, LocalDate.of(2026, 3, 15), LocalDate.of(2027, 3, 14));

    assertEquals("Na táboře.", house.ledgers.respite.find(former, horakova, rested).text().note());
    assertEquals(List.of(), house.ledgers.respite.page(next, novakovi, null, 10).items());
    assertThrows(
        NotFound.class, () -> house.ledgers.respite.find(next, horakova, rested), "not told");
    Duties.Line child = line(next, novakovi, "cz.respite-child", tomas);
    assertEquals(
        Map.of(),
        house.register.timeline.behind(
            next, novakovi, child.evidence().stream().map(Fact::source).toList()));
  }

  /** S1 (e). */
  @Test
  void theReportGoesToTheCarersTheirAuthorityAndThatOfTheChildEachOnce() {
    AuthorityRoom room = new AuthorityRoom(house.register);
    Addressees.Report before = room.addressees.report(next, novakovi);
    assertEquals(
        List.of("Petr Novák", "Jana Nováková", "Městský úřad Turnov"),
        before.to().stream().map(Addressee::name).toList(),
        "the agreement names the authority of the carers");
    assertEquals(1, before.missing().size());
    assertEquals(Lack.UNKNOWN, before.missing().get(0).lack());
    assertEquals("Tomáš", before.missing().get(0).whom().name().given(), "said plainly");

    BodyId turnov = room.authority("Městský úřad Turnov");
    BodyId liberec = room.authority("Magistrát města Liberec");
    UUID child = room.desk.state(next, novakovi, tomas, liberec, "Magistrát města Liberec", FORCE);
    Addressees.Report two = room.addressees.report(next, novakovi);
    assertEquals(List.of(), two.missing());
    assertEquals(
        List.of("Petr Novák", "Jana Nováková", "Městský úřad Turnov", "Magistrát města Liberec"),
        two.to().stream().map(Addressee::name).toList());
    assertEquals(List.of(), two.to().get(2).children(), "of the carers only");
    assertEquals(tomas, two.to().get(3).children().get(0).person());

    room.desk.withdraw(next, novakovi, tomas, child, 1);
    room.desk.state(next, novakovi, tomas, turnov, "Městský úřad Turnov", FORCE);
    assertEquals(
        4, room.addressees.report(next, novakovi).to().size(), "a name alone makes no two one");
    room.desk.state(next, novakovi, petr, turnov, "Městský úřad Turnov", FORCE);
    room.desk.state(next, novakovi, jana, turnov, "Městský úřad Turnov", FORCE);
    Addressees.Report same = room.addressees.report(next, novakovi);
    assertEquals(
        List.of("Petr Novák", "Jana Nováková", "Městský úřad Turnov"),
        same.to().stream().map(Addressee::name).toList(),
        "the same office once");
    Addressee office = same.to().get(2);
    assertTrue(office.ofCarers());
    assertEquals(turnov, office.body());
    assertEquals(tomas, office.children().get(0).person());
    String page = house.doors.open(next, "/files/" + novakovi);
    assertFalse(page.contains("Horáková"));
    assertThrows(NotFound.class, () -> room.addressees.report(next, horakova));
  }
}
