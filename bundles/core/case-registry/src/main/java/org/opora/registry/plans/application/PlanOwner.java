package org.opora.registry.plans.application;

import jakarta.persistence.EntityManager;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.faults.NotFound;
import org.opora.registry.care.application.PaperOwner;
import org.opora.registry.care.domain.PaperEntry;
import org.opora.registry.plans.domain.Plan;
import org.opora.registry.plans.persistence.PlanQueries;

/**
 * A plan of stay belongs to the child, whose sub-file it goes with, and a plan of education to the
 * family. Nobody has to do with either who does not see the child or the carer.
 */
final class PlanOwner implements PaperOwner {
  static Subject owner(Plan plan) {
    return plan.childFile() == null ? Subject.of(plan.file()) : Subject.of(plan.childFile());
  }

  @Override
  public Subject of(PaperEntry row) {
    return owner((Plan) row);
  }

  @Override
  public void require(
      EntityManager em, Access access, Viewer viewer, String permission, PaperEntry row) {
    access.require(viewer, permission, Subject.of(row.file()));
    if (new PlanQueries(em)
        .of(row.file(), access.scope(viewer, Visits.READ)).stream()
            .noneMatch(plan -> plan.id().equals(row.id()))) {
      throw new NotFound();
    }
  }
}
