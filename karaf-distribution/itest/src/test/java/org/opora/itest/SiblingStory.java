package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.opora.itest.StoryCentre.CONTACT;
import static org.opora.itest.StoryCentre.CONTACTS;
import static org.opora.itest.StoryCentre.GREEN;
import static org.opora.itest.StoryCentre.key;

import java.time.LocalDate;
import java.util.List;
import org.opora.itest.StoryCentre.Colleague;
import org.opora.itest.StoryCentre.NewFamily;
import org.opora.itest.support.Desk;
import org.opora.itest.support.Finger;
import org.opora.itest.support.Gallery;

/**
 * Siblings in two families: Ema with the Dvořáks, Jan with their grandmother. The court allows the
 * mother to meet them only both together, once a month, for 90 minutes, in the centre.
 */
final class SiblingStory {
  private static final LocalDate BOTH = LocalDate.of(2026, 8, 20);
  private static final LocalDate ONE = LocalDate.of(2026, 9, 21);
  private static final String SECRET_STREET = "Zapomenutá 7";
  private static final String DECISION = "0 P 77/2026";

  private final StoryCentre centre;
  private final Gallery gallery;
  private String dvoraks;
  private String vesela;
  private String ema;
  private String jan;
  private String mother;
  private String planOfEma;
  private String planOfJan;
  private String both;
  private String one;

  SiblingStory(StoryCentre centre) {
    this.centre = centre;
    this.gallery = centre.gallery();
  }

  private Desk director() {
    return centre.at(Colleague.DIRECTOR);
  }

  void twoFamiliesAreTakenIn() {
    dvoraks =
        centre.family(
            Colleague.PETRA,
            new NewFamily(
                "LONG_TERM",
                true,
                "Dvořákovi",
                new String[] {"Eva Dvořáková", "Karel Dvořák"},
                "Ema",
                "Horká",
                LocalDate.of(2018, 3, 3)));
    vesela =
        centre.family(
            Colleague.HANA,
            new NewFamily(
                "KINSHIP",
                false,
                "Veselí",
                new String[] {"Božena Veselá"},
                "Jan",
                "Horký",
                LocalDate.of(2021, 5, 5)));
    Desk hana = centre.at(Colleague.HANA);
    hana.open(centre.person(hana, vesela, "Božena") + "/edit");
    hana.type("street", SECRET_STREET).type("town", "Humpolec").type("postalCode", "396 01");
    hana.save().onPath("/people/[^/]+");
    ema = centre.person(director(), dvoraks, "Ema");
    jan = centre.person(director(), vesela, "Jan");
    centre.kin(director(), ema, jan, "Jan Horký", "SIBLING");
    mother = centre.relative(director(), ema, "Lenka", "Horká", "PARENT");
    centre.kin(director(), jan, mother, "Lenka Horká", "PARENT");
  }

  /** They see each other every six weeks, whatever the mother does. */
  void siblingsSeeEachOther() {
    Desk director = director();
    director.open(ema + "/kin").use("main a[href$='/rhythm']");
    director.type("weeks", "6").tick("decider", "COURT").type("reference", DECISION);
    director.type("since", "2026-07-01").save();
    director.open(ema + "/kin").reads("#relatives", "každých 6 týdnů");
    gallery.everyWidth(director, "siblings-rhythm");
  }

  void theEducationOfEachIsItsOwn() {
    Desk petra = centre.at(Colleague.PETRA).open(dvoraks + "/tab/ledgers");
    for (String carer : List.of("Eva Dvořáková", "Karel Dvořák")) {
      assertEquals("24 h", need(petra, carer));
    }
    gallery.everyWidth(petra, "siblings-education");
    assertEquals(
        "18 h", need(centre.at(Colleague.HANA).open(vesela + "/tab/ledgers"), "Božena Veselá"));
  }

  private static String need(Desk desk, String carer) {
    return desk.find("main tr:has-text('" + carer + "') td[data-label='Potřeba']")
        .first()
        .innerText()
        .strip();
  }

  void theMotherStandsInBothPlans() {
    planOfEma = plan(dvoraks, jan);
    planOfJan = plan(vesela, ema);
    director().open(planOfEma).reads(".safety", "Jan Horký");
    gallery.everyWidth(director(), "siblings-plan");
    centre.at(Colleague.PETRA).open(planOfEma).reads(".facts", "Lenka Horká");
    centre.at(Colleague.HANA).open(planOfJan).reads(".facts", "Lenka Horká");
  }

  private String plan(String file, String sibling) {
    director()
        .open(CONTACTS + file + "/plans/new")
        .type("basisReference", DECISION)
        .type("validFrom", "2026-07-01")
        .type("everyWeeks", "4")
        .type("minutes", "90")
        .tick("places", "CENTRE")
        .choose("person1", key(mother))
        .choose("kin1", "MOTHER")
        .tick("together1", key(sibling))
        .save()
        .onPath(CONTACTS + "/plans/[^/]+");
    return director().path();
  }

  void bookingHerWithOneOfThemShowsTheDecision() {
    Desk director = director();
    times(BOTH).save().onPath(planOfEma + "/contacts");
    director.reads("#decision", "Co říká plán").reads("main", "jen se všemi sourozenci");
    director.reads("main", DECISION).reads("#faults", "jedno z nich chybí");
    gallery.everyWidth(director, "siblings-one-alone");
  }

  private Desk times(LocalDate on) {
    return director()
        .open(planOfEma + "/book")
        .type("on", on.toString())
        .type("from", "14:00")
        .choose("room", GREEN)
        .choose("staff", Colleague.TOMAS.called());
  }

  private String book(LocalDate on) {
    times(on).tick("siblings", key(planOfJan)).save().onPath(CONTACT);
    return director().path();
  }

  void bothMeetHerAndEachHasItsOwnRecord() {
    both = book(BOTH);
    director().reads(".facts", "14:00–15:30").reads(".facts", "Ema Horká, Jan Horký");
    record("Ema", "Ema se těšila.", "Ema s maminkou malovala.", "Ema usnula v autě.");
    record("Jan", "Jan se držel babičky.", "Jan stavěl věž.", "Jan plakal.");
    director().open(both).reads(".facts", "uskutečněn").reads("main", "Jan stavěl věž.");
    director().reads("main", "Ema s maminkou malovala.");
    gallery.everyWidth(director(), "siblings-both");
    assertEquals("1", centre.statistic(BOTH, BOTH, "Plánované kontakty"));
    gallery.everyWidth(director(), "siblings-statistics");
    assertEquals("1", centre.statistic(BOTH, BOTH, "Proběhly"));
    assertEquals("2", centre.statistic(BOTH, BOTH, "Děti, které se s někým setkaly"));
    assertEquals("1", centre.statistic(BOTH, BOTH, "Osoby z registru, které se s dětmi setkaly"));
  }

  private void record(String child, String before, String during, String after) {
    Desk director = director().open(both);
    director.open(director.leads("a[href*='/record?child=']", child));
    director.type("before", before).type("during", during).type("after", after);
    director.save().onPath(both);
  }

  /** What the key worker of the Dvořáks may read, and what a carer would get. */
  void theDvoraksNeverLearnWhereTheGrandmotherLives() {
    Desk petra = centre.at(Colleague.PETRA).open(both);
    petra.reads("main", "Ema s maminkou malovala.").reads(".facts", "a ještě 1 dítě");
    gallery.everyWidth(petra, "siblings-seen-by-one");
    String report = reportOnEma();
    for (String path :
        List.of(
            both,
            planOfEma,
            planOfEma + "/contacts",
            CONTACTS + "?when=past",
            CONTACTS + "/export?when=past&format=csv",
            dvoraks,
            dvoraks + "/timeline",
            dvoraks + "/people",
            dvoraks + "/tab/supervised-contacts",
            CONTACTS + dvoraks,
            "/calendar?day=" + BOTH,
            report,
            report + "/as/carer",
            report + "/as/carer?more=yes")) {
      String page = petra.fetch(path);
      assertFalse(page.contains(SECRET_STREET), path + " says the street");
      assertFalse(page.contains("Humpolec"), path + " says the town");
      assertFalse(page.contains("Jan stavěl věž."), path + " says what Jan did");
    }
    petra.open(planOfJan).reads("h1", "Tady nic není");
    petra.open(report + "/as/carer").reads("main", "Ema se těšila.");
    gallery.everyWidth(petra, "siblings-for-the-carer");
  }

  private String reportOnEma() {
    Desk director = director().open(both);
    director.open(
        director.find("main li:has-text('Ema Horká') a[href$='/report']").getAttribute("href"));
    director.reads("[name=before]", "Ema se těšila.");
    director.tabTo("[name=assessment]").write("Kontakt Emě prospívá.");
    director.save().onPath(CONTACTS + "/reports/[^/]+");
    return director.path();
  }

  void theNextOneIsBooked() {
    one = book(ONE);
  }

  /** The facilitator stands in the room with the tablet, and Jan does not come. */
  void oneDoesNotComeAndTheTabletAsksHowToGoOn(Desk tablet) {
    Finger finger = new Finger(tablet);
    centre.comesIn(tablet, Colleague.TOMAS);
    finger.press(".rows a");
    tablet.onPath(one + "/meeting");
    gallery.everyWidth(tablet, "tablet-siblings");
    finger.press(".guests li", "Ema Horká", "Je tady");
    tablet.reads(".guests li:has-text('Ema Horká')", "tady od");
    finger.press(".guests li", "Lenka Horká", "Je tady");
    tablet.reads(".guests li:has-text('Lenka Horká')", "tady od");
    finger.press("button", "Kontakt začíná");
    tablet.reads("#faults", "Jedno z dětí chybí").reads("main", DECISION);
    tablet.reads("main", "jen se všemi sourozenci společně");
    gallery.everyWidth(tablet, "tablet-one-is-missing");
    finger.press("input[name=onward][value=CHILDREN_ALONE]").press("button", "Kontakt začíná");
    tablet.reads("p.moments", "Začátek 14:");
    finger.press("button", "Kontakt končí");
    tablet.reads(".notice", "Kontakt skončil.");
  }

  void theCountIsOneContactOneChildThereOneAway() {
    Desk director = director().open(one);
    director.reads(".facts", "uskutečněn").reads(".facts", "Ema Horká – bylo přítomno");
    director.reads(".facts", "Jan Horký – nebylo přítomno");
    director.reads(".facts", "přítomné děti byly spolu, bez této osoby");
    director.reads(".facts", "účast, s dětmi se nesetkal(a)");
    gallery.everyWidth(director, "siblings-one-is-missing");
    assertEquals("1", centre.statistic(ONE, ONE, "Plánované kontakty"));
    assertEquals("1", centre.statistic(ONE, ONE, "Proběhly"));
    assertEquals("0", centre.statistic(ONE, ONE, "Zrušené"));
    assertEquals("1", centre.statistic(ONE, ONE, "Děti, které se s někým setkaly"));
    assertEquals("0", centre.statistic(ONE, ONE, "Osoby z registru, které se s dětmi setkaly"));
    Desk petra = centre.at(Colleague.PETRA);
    assertEquals("2", StoryCentre.tally(petra, planOfEma, "Plánováno"));
    assertEquals("2", StoryCentre.tally(petra, planOfEma, "Proběhlo"));
    assertEquals(null, StoryCentre.tally(petra, planOfEma, "Dítě nebylo přítomno"));
    Desk hana = centre.at(Colleague.HANA);
    assertEquals("2", StoryCentre.tally(hana, planOfJan, "Plánováno"));
    assertEquals("1", StoryCentre.tally(hana, planOfJan, "Proběhlo"));
    assertEquals("1", StoryCentre.tally(hana, planOfJan, "Dítě nebylo přítomno"));
    gallery.everyWidth(hana, "siblings-tally");
  }
}
