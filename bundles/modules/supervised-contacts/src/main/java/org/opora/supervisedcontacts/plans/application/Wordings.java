package org.opora.supervisedcontacts.plans.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanVersion;
import org.opora.supervisedcontacts.plans.domain.PlanVersionPerson;
import org.opora.supervisedcontacts.shared.application.SealedTexts;

/** Keeps how a plan reads before it is written over. */
record Wordings(SealedTexts sealed) {
  static final String LANGUAGES = "PLAN_VERSION.LANGUAGES_S";
  static final String CONDITIONS = "PLAN_VERSION.CONDITIONS_S";

  /** In the writer's transaction, before anything is changed; the plan has its next number then. */
  void keep(
      EntityManager em,
      Viewer viewer,
      ContactPlan plan,
      Collection<PlanPerson> people,
      Collection<String> places) {
    UUID id = Ids.next();
    PlanVersion former = new PlanVersion(id, plan, places, viewer.staff(), viewer.now());
    former.says(
        again(plan, SealedTexts.LANGUAGES, plan.languages(), LANGUAGES, id),
        again(plan, SealedTexts.CONDITIONS, plan.conditions(), CONDITIONS, id));
    em.persist(former);
    em.flush();
    people.forEach(person -> em.persist(new PlanVersionPerson(id, person)));
    plan.reworded();
  }

  /** A seal is good for its own row only. */
  private byte[] again(ContactPlan plan, String from, byte[] words, String to, UUID row) {
    String plain = sealed.open(plan.childFile(), from, plan.id().value(), words);
    return sealed.seal(plan.childFile(), to, row, plain);
  }
}
