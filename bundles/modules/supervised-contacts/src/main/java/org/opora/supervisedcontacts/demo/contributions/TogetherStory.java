package org.opora.supervisedcontacts.demo.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles.Child;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Relatives.Relative;
import org.opora.supervisedcontacts.demo.application.DemoMeetings;
import org.opora.supervisedcontacts.demo.application.DemoPapers;
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

/** A mother who sees two brothers or sisters, and by the decision of a court only both at once. */
record TogetherStory(DemoPapers papers, DemoMeetings meetings, DemoReports reports) {
  private static final int PLANNED = 50;

  /** Whether one and the same parent of both children is known. */
  boolean fits(Scene scene) {
    return parent(scene).isPresent();
  }

  private static Child second(Scene scene) {
    return scene.family().children().get(1);
  }

  /** Whom the key worker sees, so that the plan names them by the register. */
  private Optional<PersonId> parent(Scene scene) {
    List<PersonId> others =
        papers.parents(scene.of(second(scene)), scene.worker()).stream()
            .map(Relative::person)
            .toList();
    return papers.parents(scene, scene.worker()).stream()
        .map(Relative::person)
        .filter(others::contains)
        .findFirst();
  }

  void write(Scene scene) {
    Scene other = scene.of(second(scene));
    if (papers.planned(other)) {
      return;
    }
    PersonId parent = parent(scene).orElseThrow();
    PlanId one = plan(scene, parent, other.child());
    PlanId two = plan(other, parent, scene.child());
    Viewer worker = scene.worker();
    List<PlanId> both = List.of(one, two);
    meetings
        .books(scene, worker, both, scene.workday(-7), null)
        .ifPresent(
            booked -> {
              meetings.held(booked);
              reports.writes(booked, DemoWords.report(DemoWords.SIBLINGS), Until.SUBMITTED);
            });
    meetings.books(scene, worker, both, scene.workday(5), null);
  }

  private PlanId plan(Scene scene, PersonId parent, Child sibling) {
    LocalDate from = scene.ago(PLANNED);
    PlanTerms terms =
        new PlanTerms(
            Basis.COURT_DECISION,
            "9 P 112/" + from.getYear(),
            null,
            from,
            from.plusYears(1),
            ContactForm.SUPERVISED,
            4,
            60,
            Set.of(Places.CENTRE),
            null,
            "Matka se s dětmi stýká jen s oběma najednou.",
            scene.today().plusDays(33));
    return papers.plans(
        scene,
        scene.worker(from),
        terms,
        List.of(new Named(1, parent, null, Kin.MOTHER, Standing.ALLOWED, Set.of(sibling.person()))),
        null);
  }
}
