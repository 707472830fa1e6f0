package org.opora.supervisedcontacts.plans.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.house.application.ChoicesDesk;
import org.opora.registry.house.domain.ChoiceWords;
import org.opora.registry.overrides.application.OverrideLine;
import org.opora.registry.overrides.persistence.Wanted;
import org.opora.registry.register.Register.Family;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.NewContact;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.Places;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/** The plan: whom a child may meet, whom not, on what basis, in what form, how often. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansTest {
  @Parameter Product product;
  private Centre centre;

  @BeforeParameterizedClassInvocation
  void open() {
    centre = new Centre(product);
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  @Test
  void aPlanSaysWhomTheChildMayMeetOnWhatBasisAndHowOften() {
    Case opened = centre.opened();
    PlanView plan = centre.planReader.view(opened.worker(), opened.plan());
    assertEquals(opened.family().child().value(), plan.row().child());
    assertEquals(opened.family().file().value(), plan.row().caseFile());
    assertEquals("Ema", plan.childName().given());
    assertEquals(Basis.COURT_DECISION, plan.row().basis());
    assertEquals("12 P 34/2026", plan.row().basisReference());
    assertEquals(LocalDate.of(2026, 9, 1), plan.row().validFrom());
    assertEquals(LocalDate.of(2027, 8, 31), plan.row().validUntil());
    assertEquals(ContactForm.SUPERVISED, plan.row().form());
    assertEquals(2, plan.row().everyWeeks());
    assertEquals(120, plan.row().minutes());
    assertEquals("Jen v místnosti centra.", plan.conditions());
    assertEquals(
        List.of("Lenka Slavíková"), plan.allowed().stream().map(PlanView.Person::name).toList());
    assertEquals(
        List.of("Radek Slavík"), plan.forbidden().stream().map(PlanView.Person::name).toList());
    assertEquals(Kin.FATHER, plan.forbidden().get(0).kin().code());
    assertEquals(List.of(plan), centre.planReader.of(opened.worker(), List.of(opened.childFile())));
    assertEquals(List.of("2026-09-01 Plán kontaktů"), centre.story(opened.worker(), opened));
    assertEquals(
        1, centre.audited(opened.worker(), "supervised-contacts.plan.make", opened.childFile()));
  }

  @Test
  void namesAndConditionsLieSealed() {
    Case opened = centre.opened();
    String stored =
        centre.tx.read(
            em ->
                new String(
                        centre.contents(
                            em, "SELECT p.name FROM PlanPerson p WHERE p.plan = :plan", opened),
                        java.nio.charset.StandardCharsets.UTF_8)
                    + new String(
                        centre.contents(
                            em,
                            "SELECT p.conditions FROM ContactPlan p WHERE p.id = :plan",
                            opened),
                        java.nio.charset.StandardCharsets.UTF_8));
    assertFalse(stored.contains("Slav"), "a name is readable");
    assertFalse(stored.contains("centra"), "a condition is readable");
  }

  @Test
  void aPlanThatCannotBeRightIsRefusedBesideItsField() {
    Viewer worker = centre.viewer("key-worker");
    Family family = centre.register.family(centre.director, worker, "Opatrná");
    PersonId stranger = centre.register.person(worker, "Jan", "Odjinud", LocalDate.of(2019, 1, 1));
    assertEquals(
        "child: plan.child.not-here",
        Centre.refusal(
            () ->
                centre.plans.make(
                    worker, family.file(), stranger, Centre.TERMS, List.of(Centre.MOTHER))));
    assertEquals(
        "validUntil: plan.until.before-from",
        refused(worker, family, terms(LocalDate.of(2026, 8, 31), 60), List.of(Centre.MOTHER)));
    assertEquals(
        "minutes: plan.minutes.range",
        refused(worker, family, terms(null, 9), List.of(Centre.MOTHER)));
    assertEquals(
        "minutes: plan.minutes.range",
        refused(worker, family, terms(null, 721), List.of(Centre.MOTHER)));
    assertEquals("name1: plan.nobody-allowed", refused(worker, family, Centre.TERMS, List.of()));
    assertEquals(
        "name1: plan.nobody-allowed",
        refused(worker, family, Centre.TERMS, List.of(Centre.FATHER)));
    assertTrue(
        centre
            .planReader
            .of(worker, List.of(centre.register.files.childFile(family.child())))
            .isEmpty());
  }

  private String refused(Viewer worker, Family family, PlanTerms terms, List<Plans.Named> named) {
    return Centre.refusal(
        () -> centre.plans.make(worker, family.file(), family.child(), terms, named));
  }

  private static PlanTerms terms(LocalDate until, int minutes) {
    return new PlanTerms(
        Basis.AGREEMENT,
        null,
        LocalDate.of(2026, 9, 1),
        until,
        ContactForm.ASSISTED_HANDOVER,
        null,
        minutes,
        null);
  }

  @Test
  void whatWasAgreedChangesAndPeopleAreAdded() {
    Case opened = centre.opened();
    Plans.Named aunt = new Plans.Named(1, "Jitka Malá", Kin.OTHER_RELATIVE, Standing.ALLOWED);
    change(opened, 1, terms(null, 90), Map.of(), List.of(aunt));
    PlanView plan = centre.planReader.view(opened.worker(), opened.plan());
    assertEquals(Basis.AGREEMENT, plan.row().basis());
    assertNull(plan.row().validUntil());
    assertNull(plan.row().everyWeeks());
    assertNull(plan.conditions());
    assertEquals(90, plan.row().minutes());
    assertEquals(2, plan.allowed().size());
    assertEquals(1, centre.story(opened.worker(), opened).size(), "one line for one plan");
    assertEquals(
        1, centre.audited(opened.worker(), "supervised-contacts.plan.change", opened.childFile()));
  }

  @Test
  void whoSomebodyIsToTheChildIsAListOfTheCentre() {
    ChoicesDesk desk =
        new ChoicesDesk(
            centre.register.tx,
            centre.register.house.access(),
            centre.register.house.audit(),
            centre.register.staff,
            centre.choices);
    long version = desk.one(centre.director, Kin.LIST).version();
    String code =
        desk.add(
            centre.director,
            Kin.LIST,
            version,
            new ChoiceWords("kmotra", "chrzestna", null),
            Centre.TODAY);
    Case opened = centre.opened();
    Plans.Named godmother = new Plans.Named(3, "Jitka Malá", code, Standing.ALLOWED);
    change(opened, 1, terms(null, 90), Map.of(), List.of(godmother));
    PlanView plan = centre.planReader.view(opened.worker(), opened.plan());
    assertEquals(
        List.of("mother", "kmotra"),
        plan.allowed().stream().map(person -> person.kin().words().en()).toList(),
        "in the order of the list, and where a word is missing, that of another language");
    assertEquals(1, desk.uses(centre.director, Kin.LIST, code));
    desk.retire(centre.director, Kin.LIST, version + 1, code, Centre.TODAY, "Jinak");
    assertEquals(plan.allowed(), centre.planReader.view(opened.worker(), opened.plan()).allowed());
    assertEquals(
        "kin3: plan.kin.gone",
        Centre.refusal(() -> change(opened, 2, terms(null, 90), Map.of(), List.of(godmother))),
        "beside the line on which it stands");
  }

  @Test
  void aPlaceIsUsedByThePlansThatNameItAndByTheContactsThatAreThere() {
    ChoicesDesk desk =
        new ChoicesDesk(
            centre.register.tx,
            centre.register.house.access(),
            centre.register.house.audit(),
            centre.register.staff,
            centre.choices);
    long before = desk.uses(centre.director, Places.LIST, Places.HOSPITAL);
    Case opened = centre.opened();
    centre.bookings.book(
        opened.worker(),
        NewContact.of(
            opened.plan(),
            centre.slot(Centre.TODAY.plusDays(2), "14:00", "15:00"),
            Place.elsewhere(Places.HOSPITAL, 20),
            centre.viewer("key-worker").staff(),
            centre.allowed(opened)),
        null);
    assertEquals(
        before + 1,
        desk.uses(centre.director, Places.LIST, Places.HOSPITAL),
        "the plan names no place, and the contact is there");
    PlanTerms there =
        new PlanTerms(
            Basis.AGREEMENT,
            null,
            null,
            Centre.TODAY,
            null,
            ContactForm.SUPERVISED,
            2,
            60,
            Set.of(Places.HOSPITAL),
            null,
            null,
            null);
    centre.plans.make(
        opened.worker(),
        opened.family().file(),
        opened.family().child(),
        there,
        List.of(new Plans.Named(1, "Jitka Malá", Kin.CLOSE_PERSON, Standing.ALLOWED)));
    assertEquals(before + 2, desk.uses(centre.director, Places.LIST, Places.HOSPITAL));
  }

  @Test
  void aPersonIsForbiddenLaterAndWhatWasBookedWithThemIsShown() {
    Case opened = centre.opened();
    ContactId contact = centre.booked(opened, centre.viewer("key-worker"));
    PlanPersonId mother = centre.allowed(opened).iterator().next();
    assertTrue(centre.reader.against(opened.worker(), opened.plan()).isEmpty());
    change(opened, 1, Centre.TERMS, Map.of(mother, Standing.FORBIDDEN), List.of());
    PlanView plan = centre.planReader.view(opened.worker(), opened.plan());
    assertEquals(List.of(), plan.allowed());
    assertEquals(
        List.of(contact.value()),
        centre.reader.against(opened.worker(), opened.plan()).stream()
            .map(row -> row.id())
            .toList());
    assertThrows(
        NotFound.class, () -> centre.reader.against(centre.viewer("key-worker"), opened.plan()));
    assertEquals(
        List.of(mother),
        centre.views.view(opened.worker(), contact).against().stream()
            .map(ContactView.Met::id)
            .toList());
    assertEquals(
        "people: book.forbidden",
        Centre.refusal(
            () ->
                centre.bookings.book(
                    opened.worker(),
                    NewContact.of(
                        opened.plan(),
                        centre.slot(Centre.TODAY, "09:00", "10:00"),
                        Place.in(centre.room()),
                        centre.director.staff(),
                        Set.of(mother)),
                    null)));
  }

  @Test
  void whoComesSecondIsToldEvenWhenOnlyAPersonWasChanged() {
    Case opened = centre.opened();
    PlanTerms same =
        new PlanTerms(
            Basis.AGREEMENT,
            null,
            LocalDate.of(2026, 9, 1),
            null,
            ContactForm.LETTER,
            null,
            60,
            null);
    change(opened, 1, same, Map.of(), List.of());
    PlanPersonId mother = centre.allowed(opened).iterator().next();
    long version = centre.planReader.view(opened.worker(), opened.plan()).row().version();
    change(opened, version, same, Map.of(mother, Standing.FORBIDDEN), List.of());
    assertThrows(
        Stale.class,
        () -> change(opened, version, same, Map.of(mother, Standing.ALLOWED), List.of()));
    assertEquals(2, centre.forbidden(opened).size());
  }

  @Test
  void aPlanByCourtIsWidenedOnlyWithAReasonThatTheHouseLearnsOf() {
    Case opened = centre.opened();
    PlanPersonId father = centre.forbidden(opened).iterator().next();
    PlanTerms longer = byCourt("12 P 34/2026", LocalDate.of(2027, 12, 31), ContactForm.SUPERVISED);
    PlanTerms looser = byCourt("12 P 34/2026", LocalDate.of(2027, 8, 31), ContactForm.UNSUPERVISED);
    Plans.Named aunt = new Plans.Named(1, "Jitka Malá", Kin.OTHER_RELATIVE, Standing.ALLOWED);
    String asked = "despite: plan.beyond-decision";
    assertEquals(
        asked, Centre.refusal(() -> change(opened, 1, longer, Map.of(), List.of())), "days");
    assertEquals(
        asked, Centre.refusal(() -> change(opened, 1, looser, Map.of(), List.of())), "form");
    assertEquals(
        asked,
        Centre.refusal(() -> change(opened, 1, Centre.TERMS, Map.of(), List.of(aunt))),
        "one more");
    assertEquals(
        "standing-" + father + ": plan.court-forbids",
        Centre.refusal(
            () -> change(opened, 1, Centre.TERMS, Map.of(father, Standing.ALLOWED), List.of())),
        "no reason helps against a court");
    assertEquals(
        "despite: shell.because.choose", widened(opened, longer, new Because(null, "soud")));
    assertEquals(
        "despite-words: shell.because.write",
        widened(opened, longer, new Because(Reason.WRONG_DATA, " ")));
    assertEquals(
        "despite-words: shell.because.more",
        widened(opened, longer, new Because(Reason.OTHER, "jen tak")));
    assertEquals(List.of(), told(opened));

    centre.plans.change(
        opened.worker(),
        opened.plan(),
        1,
        longer,
        Map.of(),
        List.of(),
        new Because(Reason.WRONG_DATA, "v rozsudku je rok 2027"));
    assertEquals(LocalDate.of(2027, 12, 31), plan(opened).row().validUntil());
    assertEquals(
        List.of("údaje, ze kterých se vychází, jsou chybné: v rozsudku je rok 2027"), told(opened));
    centre.plans.change(
        opened.worker(),
        opened.plan(),
        plan(opened).row().version(),
        byCourt("12 P 34/2026", null, ContactForm.SUPERVISED),
        Map.of(),
        List.of(),
        new Because(Reason.AUTHORITY_DECISION, "OSPOD souhlasí"));
    assertEquals(2, told(opened).size(), "each change is a decision of its own");
    assertNull(lines(opened).get(0).href(), "no page of a module that is not installed");

    PlanTerms anew = byCourt("12 P 99/2026", null, ContactForm.UNSUPERVISED);
    change(opened, plan(opened).row().version(), anew, Map.of(), List.of(aunt));
    change(
        opened, plan(opened).row().version(), anew, Map.of(father, Standing.FORBIDDEN), List.of());
    assertEquals(2, told(opened).size(), "a new decision, and less than it allows");
  }

  private PlanView plan(Case opened) {
    return centre.planReader.view(opened.worker(), opened.plan());
  }

  private String widened(Case opened, PlanTerms terms, Because because) {
    return Centre.refusal(
        () ->
            centre.plans.change(
                opened.worker(), opened.plan(), 1, terms, Map.of(), List.of(), because));
  }

  private static PlanTerms byCourt(String reference, LocalDate until, ContactForm form) {
    return new PlanTerms(
        Basis.COURT_DECISION, reference, LocalDate.of(2026, 9, 1), until, form, 2, 60, null);
  }

  private List<OverrideLine> lines(Case opened) {
    return centre
        .register
        .overrideDesk
        .list(centre.director, Wanted.ALL, null, 100)
        .items()
        .stream()
        .filter(line -> line.subject().equals(opened.subject()))
        .toList();
  }

  private List<String> told(Case opened) {
    return lines(opened).stream().map(line -> line.reason() + ": " + line.words()).toList();
  }

  private void change(
      Case opened,
      long version,
      PlanTerms terms,
      Map<PlanPersonId, Standing> standings,
      List<Plans.Named> added) {
    PlanId plan = opened.plan();
    centre.plans.change(opened.worker(), plan, version, terms, standings, added, null);
  }
}
