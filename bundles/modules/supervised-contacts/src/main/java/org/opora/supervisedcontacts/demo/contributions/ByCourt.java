package org.opora.supervisedcontacts.demo.contributions;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles.Carer;
import org.opora.supervisedcontacts.agreements.domain.AgreementId;
import org.opora.supervisedcontacts.agreements.domain.Signer;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.demo.application.DemoMeetings;
import org.opora.supervisedcontacts.demo.application.DemoMeetings.Booked;
import org.opora.supervisedcontacts.demo.application.DemoPapers;
import org.opora.supervisedcontacts.demo.application.DemoPapers.Adult;
import org.opora.supervisedcontacts.demo.application.DemoReports;
import org.opora.supervisedcontacts.demo.application.DemoReports.Until;
import org.opora.supervisedcontacts.demo.application.Scene;
import org.opora.supervisedcontacts.evaluations.application.NewEvaluation;
import org.opora.supervisedcontacts.evaluations.domain.Decision;
import org.opora.supervisedcontacts.evaluations.domain.Learnt;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.Places;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.preparation.domain.Whom;
import org.opora.supervisedcontacts.requests.domain.Asker;
import org.opora.supervisedcontacts.requests.domain.Channel;
import org.opora.supervisedcontacts.requests.domain.RequestId;
import org.opora.supervisedcontacts.risks.application.NewAssessment.Area;
import org.opora.supervisedcontacts.risks.domain.RiskKind;
import org.opora.supervisedcontacts.risks.domain.RiskLevel;
import org.opora.supervisedcontacts.risks.domain.RiskOutcome;

/** A mother who sees her child by the decision of a court, from her request to an evaluation. */
record ByCourt(DemoPapers papers, DemoMeetings meetings, DemoReports reports) {
  private static final int PLANNED = 150;
  private static final int EVALUATED = 25;
  private static final List<Integer> WENT_WELL = List.of(-88, -60, -46);

  void write(Scene scene) {
    Adult mother = papers.parent(scene, scene.worker(), true, "Renata Bílá");
    PlanId plan = plan(scene, mother);
    before(scene, plan);
    AgreementId agreement = agreement(scene, plan, mother);
    booked(scene, plan, -102)
        .ifPresent(
            one -> {
              signedByWhoAssists(one, agreement);
              wentWell(one, DemoWords.SHY);
            });
    for (int day : WENT_WELL) {
      booked(scene, plan, day).ifPresent(one -> wentWell(one, DemoWords.CALM));
    }
    booked(scene, plan, -74)
        .ifPresent(
            one ->
                meetings.cancelled(
                    one,
                    CancelledBy.PARENT,
                    Duration.ofHours(5),
                    "Matka volala, že nestihne autobus.",
                    "Chvíli plakalo, pak chtělo matce namalovat obrázek."));
    booked(scene, plan, -32)
        .ifPresent(
            one ->
                meetings.cancelled(
                    one,
                    CancelledBy.CARER,
                    Duration.ofHours(28),
                    "Dítě má horečku.",
                    "Zlobilo se, že zrovna dnes je nemocné."));
    evaluated(scene, plan);
    booked(scene, plan, -18).ifPresent(this::delivered);
    booked(scene, plan, -4)
        .ifPresent(
            one -> {
              meetings.noted(one, DemoWords.NOTES, null);
              reports.writes(one, DemoWords.begun(), Until.DRAFT);
            });
    booked(scene, plan, 2);
    booked(scene, plan, 16);
  }

  private PlanId plan(Scene scene, Adult mother) {
    RequestId asked =
        papers.asks(
            scene,
            PLANNED + 12,
            Asker.PARENT,
            mother,
            Channel.IN_PERSON,
            "Chce dítě vídat, jak rozhodl soud, a ptá se, jak první setkání proběhne.");
    LocalDate from = scene.ago(PLANNED);
    PlanTerms terms =
        new PlanTerms(
            Basis.COURT_DECISION,
            "14 P 87/" + from.getYear(),
            null,
            from,
            from.plusYears(1),
            ContactForm.SUPERVISED,
            2,
            60,
            Set.of(Places.CENTRE),
            "česky",
            "Jen v místnosti centra a za přítomnosti pracovníka; bez fotografování.",
            scene.today().plusDays(24));
    return papers.plans(
        scene,
        scene.worker(from),
        terms,
        List.of(
            new Plans.Named(
                1, mother.person(), mother.name(), Kin.MOTHER, Standing.ALLOWED, Set.of()),
            new Plans.Named(2, "Roman Kučera", Kin.CLOSE_PERSON, Standing.FORBIDDEN)),
        asked);
  }

  private void before(Scene scene, PlanId plan) {
    papers.assesses(
        scene,
        PLANNED - 2,
        plan,
        List.of(
            new Area(
                RiskKind.SUBSTANCES,
                RiskLevel.LOW,
                "Matka se rok léčí, abstinuje.",
                "Při pochybnosti se kontakt nezahájí."),
            new Area(
                RiskKind.CHILD_FEARS,
                RiskLevel.LOW,
                "Dítě se bojí, že ho matka odvede.",
                "Pěstounka čeká ve vedlejší místnosti.")),
        RiskOutcome.WITH_MEASURES,
        "Rizika jsou nízká a dají se zvládnout přítomností pracovníka.");
    papers.preparesChild(
        scene,
        PLANNED - 20,
        plan,
        "Chci mámě ukázat, jak umím jezdit na kole.",
        "Že mě máma vezme s sebou a já nebudu moct zpátky.");
    papers.prepares(
        scene,
        PLANNED - 21,
        plan,
        Whom.CARER,
        carer(scene),
        "Pěstounka dítě přiveze, počká vedle a večer napíše, jak usínalo.");
    papers.prepares(
        scene,
        PLANNED - 22,
        plan,
        Whom.PARENT,
        papers.parent(scene, scene.worker(), true, "Renata Bílá"),
        "Matka chce vědět, o čem smí mluvit, když se dítě zeptá, kdy půjde domů.");
  }

  private AgreementId agreement(Scene scene, PlanId plan, Adult mother) {
    int days = PLANNED - 25;
    AgreementId agreement =
        papers.agrees(scene, days, plan, "Chce, aby mohlo kdykoli říct, že už nechce.");
    papers.signs(scene, scene.worker(scene.ago(days - 3)), agreement, Signer.PARENT, mother, null);
    papers.signs(
        scene, scene.worker(scene.ago(days - 4)), agreement, Signer.CARER, carer(scene), null);
    return agreement;
  }

  /** Who assists at the contacts signs when they meet for the first time. */
  private void signedByWhoAssists(Booked first, AgreementId agreement) {
    Viewer assists = first.after(Duration.ofMinutes(-15));
    papers.signs(first.scene(), assists, agreement, Signer.FACILITATOR, Adult.called(null), null);
  }

  private void wentWell(Booked booked, DemoWords.Seen seen) {
    meetings.held(booked);
    reports.writes(booked, DemoWords.report(seen), Until.APPROVED);
  }

  private static Adult carer(Scene scene) {
    Carer first = scene.family().carers().get(0);
    return new Adult(first.person(), null);
  }

  private Optional<Booked> booked(Scene scene, PlanId plan, int days) {
    return meetings.books(scene, scene.worker(), List.of(plan), scene.workday(days), null);
  }

  private void delivered(Booked booked) {
    meetings.held(booked);
    reports.issues(
        booked,
        reports.writes(booked, DemoWords.report(DemoWords.CALM), Until.APPROVED),
        DemoWords.COURT);
  }

  private void evaluated(Scene scene, PlanId plan) {
    LocalDate on = scene.workday(-EVALUATED);
    reports.evaluates(
        scene,
        on,
        plan,
        new NewEvaluation(
            scene.ago(PLANNED),
            on,
            4,
            4,
            Decision.LOOSEN,
            "Dítě se na setkání těší, matka drží dohodu. Pěstounka může čekat mimo budovu.",
            "Chce být s mámou déle a jít s ní ven na hřiště.",
            Learnt.IN_TALK));
  }
}
