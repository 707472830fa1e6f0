package org.opora.supervisedcontacts.demo.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opora.supervisedcontacts.agreements.domain.AgreementId;
import org.opora.supervisedcontacts.agreements.domain.Signer;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.demo.application.DemoMeetings;
import org.opora.supervisedcontacts.demo.application.DemoMeetings.Booked;
import org.opora.supervisedcontacts.demo.application.DemoPapers;
import org.opora.supervisedcontacts.demo.application.DemoPapers.Adult;
import org.opora.supervisedcontacts.demo.application.DemoReports;
import org.opora.supervisedcontacts.demo.application.DemoReports.Until;
import org.opora.supervisedcontacts.demo.application.Scene;
import org.opora.supervisedcontacts.plans.application.Plans.Named;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.Places;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.preparation.domain.Whom;
import org.opora.supervisedcontacts.risks.application.NewAssessment.Area;
import org.opora.supervisedcontacts.risks.domain.RiskId;
import org.opora.supervisedcontacts.risks.domain.RiskKind;
import org.opora.supervisedcontacts.risks.domain.RiskLevel;
import org.opora.supervisedcontacts.risks.domain.RiskOutcome;

/** Plans that do not go as well, and contacts in other forms. */
record FurtherStories(DemoPapers papers, DemoMeetings meetings, DemoReports reports) {
  private static final int LONG_AGO = 188;
  private static final int WAY_MINUTES = 20;
  private static final Place NOWHERE = Place.elsewhere(null, 0);
  private static final Place PARK = Place.elsewhere(Places.PARK, WAY_MINUTES);

  /** High risk that a second person approved, a meeting that was stopped, and two missed. */
  void staysAway(Scene scene) {
    Adult father = papers.parent(scene, scene.worker(), false, "Radek Tichý");
    PlanTerms terms = terms(scene, LONG_AGO, ContactForm.SUPERVISED, 2, 45, Set.of(Places.CENTRE));
    PlanId plan = plan(scene, terms, allowed(father, Kin.FATHER));
    RiskId risk =
        papers.assesses(
            scene,
            LONG_AGO - 3,
            plan,
            List.of(
                new Area(
                    RiskKind.VIOLENCE,
                    RiskLevel.HIGH,
                    "Otec byl odsouzen za napadení matky.",
                    "Dva pracovníci, otec odchází první, druhý vchod.")),
            RiskOutcome.WITH_MEASURES,
            "Dítě otce chce vidět; bez opatření by to nebylo bezpečné.");
    papers.approves(scene, LONG_AGO - 5, risk, "Souhlasím, po třech kontaktech znovu posoudit.");
    AgreementId agreement = papers.agrees(scene, LONG_AGO - 8, plan, null);
    papers.signs(
        scene, scene.worker(scene.ago(LONG_AGO - 9)), agreement, Signer.PARENT, father, null);
    booked(scene, plan, -31, null)
        .ifPresent(
            one -> {
              meetings.noted(one, DemoWords.LOUD, DemoWords.STOPPED);
              reports.writes(one, DemoWords.report(DemoWords.SHY), Until.APPROVED);
            });
    booked(scene, plan, -17, null)
        .ifPresent(
            one ->
                meetings.missed(
                    one, "Telefon nebral, omluva nepřišla.", "Mlčelo, pak se ptalo na večeři."));
    booked(scene, plan, -3, null)
        .ifPresent(
            one -> meetings.missed(one, "Znovu bez omluvy.", "Řeklo, že už sem nechce chodit."));
    booked(scene, plan, 11, null);
  }

  /** A plan that waits: for the second person, for signatures, for a word about an uncle. */
  void waits(Scene scene) {
    Adult mother = papers.parent(scene, scene.worker(), true, "Iveta Krátká");
    PlanTerms terms = terms(scene, 9, ContactForm.SUPERVISED, 4, 60, Set.of(Places.CENTRE));
    PlanId plan =
        plan(
            scene,
            terms,
            allowed(mother, Kin.MOTHER),
            new Named(2, "Libor Krátký", Kin.OTHER_RELATIVE, Standing.FORBIDDEN));
    papers.preparesChild(scene, 6, plan, "Chci vidět mámu a taky strejdu Libora.", null);
    papers.prepares(scene, 6, plan, Whom.PARENT, mother, "Matka se bojí, že ji dítě nepozná.");
    papers.assesses(
        scene,
        5,
        plan,
        List.of(
            new Area(
                RiskKind.ABDUCTION,
                RiskLevel.HIGH,
                "Matka loni dítě bez dohody odvezla k příbuzným.",
                "Jen v centru, východ hlídá druhý pracovník."),
            new Area(RiskKind.MENTAL_STATE, RiskLevel.LOW, "Matka se léčí s úzkostmi.", null)),
        RiskOutcome.WITH_MEASURES,
        "S opatřeními lze začít; rozhodne vedoucí.");
    AgreementId agreement = papers.agrees(scene, 4, plan, "Chce, aby u toho byla pěstounka.");
    papers.signs(scene, scene.worker(scene.ago(3)), agreement, Signer.PARENT, mother, null);
    papers.signs(
        scene,
        scene.worker(scene.ago(2)),
        agreement,
        Signer.CARER,
        new Adult(scene.family().carers().get(0).person(), null),
        "Chce nejdřív mluvit se soudním znalcem.");
    papers.wantsReleased(
        scene, plan, terms, "Strýc předložil výpis z rejstříku a dítě si ho přeje vidět.");
  }

  /** A grandmother who takes the child for an afternoon. */
  void handedOver(Scene scene) {
    PlanTerms terms =
        terms(
            scene,
            80,
            ContactForm.ASSISTED_HANDOVER,
            2,
            20,
            Set.of(Places.PARK, Places.PLAYGROUND));
    PlanId plan =
        plan(scene, terms, new Named(1, "Emilie Hladká", Kin.GRANDPARENT, Standing.ALLOWED));
    booked(scene, plan, -24, PARK).ifPresent(one -> seen(one, DemoWords.HANDOVER, Until.APPROVED));
    booked(scene, plan, -5, PARK).ifPresent(one -> seen(one, DemoWords.HANDOVER, Until.SUBMITTED));
    booked(scene, plan, 4, PARK);
  }

  private void seen(Booked booked, DemoWords.Seen observation, Until until) {
    meetings.held(booked);
    reports.writes(booked, DemoWords.report(observation), until);
  }

  /** A father in prison. */
  void onScreen(Scene scene) {
    Adult father = papers.parent(scene, scene.worker(), false, "Ivo Bílý");
    PlanTerms terms = terms(scene, 60, ContactForm.PHONE_OR_VIDEO, 3, 30, Set.of());
    PlanId plan = plan(scene, terms, allowed(father, Kin.FATHER));
    booked(scene, plan, -15, NOWHERE).ifPresent(one -> seen(one, DemoWords.SCREEN, Until.APPROVED));
    booked(scene, plan, 6, NOWHERE);
  }

  /** Letters, which somebody reads first. */
  void byLetter(Scene scene) {
    Adult mother = papers.parent(scene, scene.worker(), true, "Soňa Tichá");
    PlanTerms terms = terms(scene, 45, ContactForm.LETTER, 6, 30, Set.of());
    PlanId plan = plan(scene, terms, allowed(mother, Kin.MOTHER));
    booked(scene, plan, -12, NOWHERE).ifPresent(one -> seen(one, DemoWords.LETTER, Until.APPROVED));
    booked(scene, plan, 30, NOWHERE);
  }

  private static PlanTerms terms(
      Scene scene, int ago, ContactForm form, int weeks, int minutes, Set<String> places) {
    LocalDate from = scene.ago(ago);
    return new PlanTerms(
        Basis.AGREEMENT,
        null,
        null,
        from,
        null,
        form,
        weeks,
        minutes,
        places,
        null,
        "Podle dohody s rodičem a pěstouny.",
        scene.today().plusDays(40));
  }

  private static Named allowed(Adult adult, String kin) {
    return new Named(1, adult.person(), adult.name(), kin, Standing.ALLOWED, Set.of());
  }

  private PlanId plan(Scene scene, PlanTerms terms, Named... named) {
    return papers.plans(scene, scene.worker(terms.validFrom()), terms, List.of(named), null);
  }

  private Optional<Booked> booked(Scene scene, PlanId plan, int days, Place outside) {
    return meetings.books(scene, scene.worker(), List.of(plan), scene.workday(days), outside);
  }
}
