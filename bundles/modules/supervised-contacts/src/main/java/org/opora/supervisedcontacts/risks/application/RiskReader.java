package org.opora.supervisedcontacts.risks.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.risks.domain.RiskArea;
import org.opora.supervisedcontacts.risks.domain.RiskAssessment;
import org.opora.supervisedcontacts.risks.domain.RiskId;
import org.opora.supervisedcontacts.risks.persistence.RiskQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Assessments as pages show them. */
@Component(service = RiskReader.class)
public final class RiskReader {
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final Access access;
  private final ContactDoor door;
  private final People people;
  private final Staff staff;

  @Activate
  public RiskReader(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference People people,
      @Reference Staff staff) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.access = access;
    this.door = new ContactDoor(access, people);
    this.people = people;
    this.staff = staff;
  }

  /** Of a plan, the last one first; the others were replaced by it. */
  public List<RiskView> of(Viewer viewer, PlanId plan) {
    return transactions.read(
        em -> {
          ContactPlan found = Plans.find(em, plan);
          door.require(
              viewer,
              SupervisedContactsModule.READ,
              found.caseFile(),
              found.childFile(),
              found.child());
          return views(em, viewer, RiskQueries.ofPlans(em, List.of(plan.value())));
        });
  }

  /** One assessment. */
  public RiskView view(Viewer viewer, RiskId id) {
    return transactions.read(
        em -> {
          RiskAssessment row = find(em, id);
          return of(viewer, row.plan()).stream()
              .filter(view -> view.id().equals(id))
              .findFirst()
              .orElseThrow(NotFound::new);
        });
  }

  /**
   * What waits for a second person, the oldest first.
   *
   * @param after cursor of the page before, or null
   */
  public Page<RiskView> waiting(Viewer viewer, UUID after, int limit) {
    return transactions.read(
        em -> {
          List<RiskAssessment> rows =
              RiskQueries.waiting(
                  em,
                  access.scope(viewer, SupervisedContactsModule.APPROVE),
                  after == null ? null : em.find(RiskAssessment.class, after),
                  limit + 1);
          boolean more = rows.size() > limit;
          List<RiskAssessment> shown = more ? rows.subList(0, limit) : rows;
          return new Page<>(
              views(em, viewer, shown), more ? shown.get(limit - 1).id().toString() : null);
        });
  }

  /** How many wait of those that the viewer may decide on. */
  public long waiting(Viewer viewer) {
    return transactions.read(
        em -> RiskQueries.waiting(em, access.scope(viewer, SupervisedContactsModule.APPROVE)));
  }

  static RiskAssessment find(EntityManager em, RiskId id) {
    RiskAssessment row = em.find(RiskAssessment.class, id.value());
    if (row == null) {
      throw new NotFound();
    }
    return row;
  }

  /** A query each for all of them, however many there are. */
  private List<RiskView> views(EntityManager em, Viewer viewer, List<RiskAssessment> rows) {
    Map<UUID, List<RiskArea>> areas =
        RiskQueries.areas(em, rows.stream().map(RiskAssessment::key).toList()).stream()
            .collect(Collectors.groupingBy(area -> area.assessment().value()));
    Map<StaffId, String> colleagues =
        staff.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.writtenBy(), row.decidedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<PersonId, PersonName> names = names(viewer, rows);
    Set<PlanId> seen = new HashSet<>();
    return rows.stream()
        .map(
            row ->
                view(
                    row,
                    areas.getOrDefault(row.key(), List.of()),
                    names.get(row.whose().child()),
                    colleagues,
                    seen.add(row.plan()),
                    door.readsWords(viewer, row.childFile())))
        .toList();
  }

  private Map<PersonId, PersonName> names(Viewer viewer, Collection<RiskAssessment> rows) {
    return people.names(viewer, rows.stream().map(row -> row.whose().child()).distinct().toList());
  }

  private RiskView view(
      RiskAssessment row,
      List<RiskArea> areas,
      PersonName child,
      Map<StaffId, String> colleagues,
      boolean last,
      boolean opened) {
    return new RiskView(
        row.id(),
        row.version(),
        row.whose(),
        child,
        row.plan(),
        row.number(),
        last,
        row.assessedOn(),
        row.level(),
        areas.stream()
            .sorted(Comparator.comparing(RiskArea::kind))
            .map(area -> area(row, area, opened))
            .toList(),
        row.outcome(),
        opened ? open(row, RiskSeals.OUTCOME, row.key(), row.words()) : null,
        row.reviewOn(),
        row.state(),
        colleagues.get(row.writtenBy()),
        row.writtenAt(),
        row.decidedBy() == null ? null : colleagues.get(row.decidedBy()),
        row.decidedAt(),
        opened ? open(row, RiskSeals.DECIDED, row.key(), row.decidedWords()) : null,
        opened);
  }

  private RiskView.Area area(RiskAssessment row, RiskArea area, boolean opened) {
    return new RiskView.Area(
        area.kind(),
        area.level(),
        opened ? open(row, RiskSeals.WORDS, area.id(), area.words()) : null,
        opened ? open(row, RiskSeals.MEASURE, area.id(), area.measure()) : null);
  }

  private String open(RiskAssessment row, String place, UUID key, byte[] words) {
    return sealed.open(row.childFile(), place, key, words);
  }
}
