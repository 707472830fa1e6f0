package org.opora.supervisedcontacts.plans.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.ids.StaffId;
import org.opora.api.legal.LegalPosition;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.Places;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanRelease;
import org.opora.supervisedcontacts.plans.domain.PlanVersion;
import org.opora.supervisedcontacts.plans.domain.PlanVersionPerson;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What stands behind a plan: the decision, how it read before, who was to be let meet the child.
 */
@Component(service = PlanHistory.class)
public final class PlanHistory {
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoor door;
  private final Staff staff;
  private final Choices choices;
  private final Decisions decisions;

  @Activate
  public PlanHistory(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference People people,
      @Reference Staff staff,
      @Reference Choices choices,
      @Reference LegalPosition legal) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.door = new ContactDoor(access, people);
    this.staff = staff;
    this.choices = choices;
    this.decisions = new Decisions(legal);
  }

  /**
   * The decision of the court on which the plan rests.
   *
   * @return null when there is none, or the viewer may not read it
   */
  public LegalPosition.Decision decision(Viewer viewer, PlanId id) {
    ContactPlan plan = let(viewer, id);
    return decisions.decision(viewer, plan.whose(), plan.decision(), plan.validFrom());
  }

  /** How the plan read before, the last wording first. */
  public List<PlanView.Former> former(Viewer viewer, PlanId id) {
    ContactPlan plan = let(viewer, id);
    return transactions.read(
        em -> {
          List<PlanVersion> rows = PlanQueries.versions(em, id.value());
          Map<UUID, List<PlanVersionPerson>> then =
              PlanQueries.versionPeople(em, rows.stream().map(PlanVersion::id).toList()).stream()
                  .collect(Collectors.groupingBy(PlanVersionPerson::version));
          Map<PlanPersonId, PlanPerson> named = named(em, id);
          Map<StaffId, String> names = names(rows.stream().map(PlanVersion::by));
          return rows.stream()
              .map(
                  row ->
                      former(
                          plan,
                          row,
                          people(plan, then.getOrDefault(row.id(), List.of()), named),
                          names.get(row.by())))
              .toList();
        });
  }

  private PlanView.Former former(
      ContactPlan plan, PlanVersion row, List<PlanView.FormerPerson> people, String by) {
    return new PlanView.Former(
        row.wording(),
        row.basis(),
        row.basisReference(),
        row.validFrom(),
        row.validUntil(),
        row.form(),
        row.everyWeeks(),
        row.minutes(),
        choices.all(Places.LIST).terms(row.places()),
        sealed.open(plan.childFile(), Wordings.LANGUAGES, row.id(), row.languages()),
        sealed.open(plan.childFile(), Wordings.CONDITIONS, row.id(), row.conditions()),
        row.reviewOn(),
        people,
        by,
        row.at());
  }

  private List<PlanView.FormerPerson> people(
      ContactPlan plan, Collection<PlanVersionPerson> then, Map<PlanPersonId, PlanPerson> named) {
    Choices.Spoken kin = choices.all(Kin.LIST);
    return then.stream()
        .filter(one -> named.containsKey(one.person()))
        .map(
            one ->
                new PlanView.FormerPerson(
                    name(plan, named.get(one.person())),
                    kin.term(named.get(one.person()).kin()),
                    one.standing(),
                    one.together() != null))
        .toList();
  }

  /** Whom the plan was asked to let meet the child, the last first. */
  public List<PlanView.Release> releases(Viewer viewer, PlanId id) {
    ContactPlan plan = let(viewer, id);
    boolean reads = door.readsWords(viewer, plan.childFile());
    return transactions.read(
        em -> {
          List<PlanRelease> rows = PlanQueries.releases(em, List.of(id.value()));
          Map<PlanPersonId, PlanPerson> named = named(em, id);
          Map<StaffId, String> names =
              names(rows.stream().flatMap(row -> Stream.of(row.askedBy(), row.decidedBy())));
          return rows.stream()
              .map(row -> release(viewer, plan, row, named.get(row.person()), names, reads))
              .toList();
        });
  }

  private PlanView.Release release(
      Viewer viewer,
      ContactPlan plan,
      PlanRelease row,
      PlanPerson person,
      Map<StaffId, String> names,
      boolean reads) {
    UUID key = row.id().value();
    return new PlanView.Release(
        row.id(),
        row.version(),
        row.person(),
        name(plan, person),
        row.state(),
        reads ? sealed.open(plan.childFile(), Releases.WHY, key, row.why()) : null,
        names.get(row.askedBy()),
        row.askedAt(),
        row.askedBy().equals(viewer.staff()),
        row.decidedBy() == null ? null : names.get(row.decidedBy()),
        row.decidedAt(),
        reads ? sealed.open(plan.childFile(), Releases.DECIDED, key, row.decided()) : null);
  }

  private ContactPlan let(Viewer viewer, PlanId id) {
    ContactPlan plan = transactions.read(em -> Plans.find(em, id));
    door.require(viewer, SupervisedContactsModule.READ, plan.whose());
    return plan;
  }

  private static Map<PlanPersonId, PlanPerson> named(EntityManager em, PlanId id) {
    return PlanQueries.people(em, List.of(id.value())).stream()
        .collect(Collectors.toMap(PlanPerson::id, Function.identity()));
  }

  private Map<StaffId, String> names(Stream<StaffId> keys) {
    return staff.names(keys.filter(Objects::nonNull).collect(Collectors.toSet()));
  }

  private String name(ContactPlan plan, PlanPerson person) {
    return sealed.open(plan.childFile(), SealedTexts.NAME, person.id().value(), person.name());
  }
}
