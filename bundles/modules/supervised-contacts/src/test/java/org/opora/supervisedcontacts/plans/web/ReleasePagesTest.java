package org.opora.supervisedcontacts.plans.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register.Family;
import org.opora.supervisedcontacts.plans.application.PlanChange;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.ReleaseState;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.web.ModuleDoors;

/** The page on which a second person decides whom a plan forbids no longer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleasePagesTest {
  private static final PlanTerms TERMS =
      new PlanTerms(
          Basis.AGREEMENT,
          null,
          LocalDate.of(2026, 9, 1),
          null,
          ContactForm.SUPERVISED,
          4,
          90,
          null);
  private final Centre centre = new Centre(Product.DERBY);
  private final ModuleDoors doors =
      new ModuleDoors(
          new ReleaseRoutes(
              centre.planReader, centre.history, centre.releases, ModuleDoors.messages()));

  @AfterAll
  void close() {
    centre.close();
  }

  private PlanId asked(Viewer worker) {
    Family family = centre.register.family(centre.director, worker, "Slavíková");
    PlanId plan =
        centre.plans.make(
            worker, family.file(), family.child(), TERMS, List.of(Centre.MOTHER, Centre.FATHER));
    PlanPersonId him = centre.planReader.view(worker, plan).forbidden().get(0).id();
    centre.plans.change(
        worker,
        plan,
        centre.planReader.view(worker, plan).row().version(),
        PlanChange.of(TERMS, Map.of(him, Standing.ALLOWED), List.of(), null)
            .releasing("Prošel terapií."));
    return plan;
  }

  private PlanView.Release release(PlanId plan) {
    return centre.history.releases(centre.director, plan).get(0);
  }

  private static String path(PlanId plan) {
    return "/m/supervised-contacts/plans/" + plan;
  }

  @Test
  void aSecondPersonReadsWhyAndDecides() {
    PlanId plan = asked(centre.viewer("key-worker"));
    Viewer director = centre.director;
    String page = path(plan) + "/releases/" + release(plan).id();
    String shown = doors.open(director, page);
    assertTrue(shown.contains("Radek Slavík") && shown.contains("Prošel terapií."), shown);
    String version = String.valueOf(release(plan).version());
    String wrong = doors.refused(director, page, "version", version, "words", "Ještě ne.");
    assertTrue(wrong.contains("e-answer"), wrong);
    assertTrue(wrong.contains("Ještě ne.</textarea>"), "nothing typed is lost");
    String silent = doors.refused(director, page, "version", version, "answer", "no");
    assertTrue(silent.contains("e-words"), silent);
    assertEquals(
        path(plan),
        doors.post(director, page, "version", version, "answer", "no", "words", "Ještě ne."));
    assertEquals(ReleaseState.REFUSED, release(plan).state());
    assertFalse(doors.open(director, page).contains("f-answer"), "it is decided");
  }

  @Test
  void whoeverAskedTakesItBack() {
    Viewer worker = centre.viewer("key-worker");
    PlanId plan = asked(worker);
    assertEquals(
        path(plan),
        doors.post(worker, path(plan) + "/releases/" + release(plan).id() + "/withdraw"));
    assertEquals(ReleaseState.WITHDRAWN, release(plan).state());
    assertThrows(
        NotFound.class,
        () -> doors.open(centre.director, path(plan) + "/releases/" + UUID.randomUUID()));
  }
}
