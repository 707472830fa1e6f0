package org.opora.registry.plans.web;

import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.registry.plans.application.PlanView;
import org.opora.registry.plans.domain.PlanKind;

/**
 * A plan with the name of whose it is.
 *
 * @param name null when they are in the family no more
 */
public record Named(PlanView plan, PersonName name) {
  static Named of(PlanView plan, CaseFiles.Header header) {
    return new Named(plan, name(header, plan.kind(), plan.whose()));
  }

  /** Null where no child, or carer, of the family is meant today. */
  static PersonName name(CaseFiles.Header header, PlanKind kind, PersonId whose) {
    return kind == PlanKind.STAY
        ? header.children().stream()
            .filter(one -> one.person().equals(whose))
            .map(CaseFiles.Child::name)
            .findFirst()
            .orElse(null)
        : header.carers().stream()
            .filter(one -> one.person().equals(whose))
            .map(CaseFiles.Carer::name)
            .findFirst()
            .orElse(null);
  }
}
