package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Overrides;
import org.opora.api.overrides.Overrides.NewOverride;
import org.opora.api.people.People;
import org.opora.api.text.Messages;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.Objection.Rule;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.Places;
import org.opora.supervisedcontacts.plans.domain.TogetherId;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;

/** What a contact goes against, and the reason for which it is booked all the same. */
record Objections(
    CaseFiles files,
    People people,
    ContactFigures figures,
    Overrides overrides,
    Messages messages) {

  /** All that stand against it. */
  List<Objection> to(EntityManager em, Viewer viewer, Draft draft) {
    List<Objection> all = new ArrayList<>();
    if (assistedByKeyWorker(viewer, draft)) {
      all.add(Objection.to(Rule.KEY_WORKER));
    }
    if (draft.plans().stream().anyMatch(plan -> plan.form() != draft.form())) {
      all.add(Objection.to(Rule.FORM));
    }
    if (elsewhereThanPlanned(em, draft)) {
      all.add(Objection.to(Rule.PLACE));
    }
    if (draft.plans().stream().anyMatch(plan -> draft.span().minutes() > plan.minutes())) {
      all.add(Objection.to(Rule.LONGER));
    }
    if (lacksSiblings(em, draft.together(), draft.children())) {
      all.add(Objection.to(Rule.TOGETHER));
    }
    return all;
  }

  private boolean assistedByKeyWorker(Viewer viewer, Draft draft) {
    return !figures.keyWorkerAssists(draft.day())
        && keyWorkers(viewer, draft.plans()).contains(draft.facilitator());
  }

  /** Key workers of the families in which the children are. */
  Set<StaffId> keyWorkers(Viewer viewer, Collection<ContactPlan> plans) {
    return files
        .headers(viewer, plans.stream().map(ContactPlan::caseFile).distinct().toList())
        .values()
        .stream()
        .map(CaseFiles.Header::keyWorker)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** A plan that names no place leaves it to the centre. */
  private static boolean elsewhereThanPlanned(EntityManager em, Draft draft) {
    String where = draft.place().inTheHouse() ? Places.CENTRE : draft.place().code();
    Map<UUID, Set<String>> places =
        PlanQueries.places(em, draft.plans().stream().map(plan -> plan.id().value()).toList());
    return where != null && places.values().stream().anyMatch(named -> !named.contains(where));
  }

  /** Whether one of these groups is not whole among these children. */
  boolean lacksSiblings(
      EntityManager em, Collection<TogetherId> groups, Collection<PersonId> children) {
    Set<PersonId> keys = new HashSet<>();
    children.forEach(child -> keys.addAll(people.idsOf(child)));
    return PlanQueries.together(em, groups.stream().map(TogetherId::value).toList())
        .values()
        .stream()
        .anyMatch(group -> !keys.containsAll(group));
  }

  /**
   * Goes on against these, when somebody says why.
   *
   * @param plan of the child on whose file the reason stands
   * @throws Refused with the first, when nobody does
   */
  void goneOn(
      Viewer viewer,
      ContactId contact,
      ContactPlan plan,
      Collection<PersonId> children,
      List<Objection> all,
      Because because) {
    if (all.isEmpty()) {
      return;
    }
    if (because == null) {
      throw new Refused(Because.FIELD, all.get(0).text());
    }
    because.complete();
    for (Objection one : all) {
      overrides.put(
          viewer,
          new NewOverride(
              SupervisedContactsModule.ID,
              contact.value(),
              new Overrides.Rule(one.rule().id(), messages.title(one.rule().title())),
              Subject.of(plan.childFile()),
              plan.caseFile(),
              Set.copyOf(children),
              viewer.today(),
              because,
              SupervisedContactsModule.HOME + "/contacts/" + contact));
    }
  }

  /** It does not take place, so no rule was gone on against. */
  void withdraw(ContactId contact) {
    overrides.withdraw(SupervisedContactsModule.ID, contact.value());
  }
}
