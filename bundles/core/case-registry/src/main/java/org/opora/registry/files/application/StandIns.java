package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Colleagues;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Scope;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.persistence.WorkQueries;
import org.opora.registry.files.persistence.WorkRow;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The families of somebody who is away, for that time, in the hands of a colleague. */
@Component(service = StandIns.class)
public final class StandIns {
  private final Transactions tx;
  private final Access access;
  private final Colleagues colleagues;
  private final Staff staff;
  private final FileChange change;

  @Activate
  public StandIns(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference FileChange change) {
    this.tx = tx;
    this.access = access;
    this.colleagues = colleagues;
    this.staff = staff;
    this.change = change;
  }

  /**
   * Colleagues who could stand in for somebody, whatever families they have.
   *
   * @param last day on which they have to be here still
   */
  public List<Takers.Named> colleagues(Viewer viewer, StaffId absent, LocalDate last) {
    return tx.read(em -> new Takers(em, viewer, colleagues, staff).everybody(absent, last));
  }

  /** Families of this key worker in that time, split by whether the deputy can take them. */
  public Split split(
      Viewer viewer, StaffId absent, StaffId deputy, LocalDate from, LocalDate until) {
    return tx.read(em -> split(em, viewer, absent, deputy, from, until));
  }

  private Split split(
      EntityManager em,
      Viewer viewer,
      StaffId absent,
      StaffId deputy,
      LocalDate from,
      LocalDate until) {
    Set<CaseFileId> led = new LinkedHashSet<>();
    led(em, viewer, absent, from, until).forEach(row -> led.add(new CaseFileId(row.file())));
    List<CaseFileId> can = new ArrayList<>();
    List<CaseFileId> cannot = new ArrayList<>();
    Map<CaseFileId, Takers.Choice> choices =
        new Takers(em, viewer, colleagues, staff).of(led, absent, until);
    led.forEach(
        file ->
            (choices.get(file).can().stream().anyMatch(one -> one.staff().equals(deputy))
                    ? can
                    : cannot)
                .add(file));
    return new Split(can, cannot);
  }

  private List<WorkRow> led(
      EntityManager em, Viewer viewer, StaffId absent, LocalDate from, LocalDate until) {
    Scope scope = access.scope(viewer, CaseFiles.WRITE);
    return scope.empty()
        ? List.of()
        : new WorkQueries(em)
            .of(absent, from, until, scope).stream()
                .filter(row -> row.kind() == RelationKind.KEY_WORKER)
                .toList();
  }

  /**
   * In the caller's transaction: the deputy works with the families for that time, and with each of
   * them only as long as the key worker leads it.
   *
   * @return the assignments to the families that the deputy can take
   */
  public List<Given> begin(
      Viewer viewer, StaffId absent, StaffId deputy, LocalDate from, LocalDate until) {
    return tx.required(
        em -> {
          Set<CaseFileId> can = new HashSet<>(split(em, viewer, absent, deputy, from, until).can());
          return led(em, viewer, absent, from, until).stream()
              .filter(row -> can.contains(new CaseFileId(row.file())))
              .sorted(Comparator.comparing(row -> row.file().toString()))
              .map(row -> begin(viewer, row, deputy, from, until))
              .toList();
        });
  }

  /** Whether there are families in that time, and the deputy can take none of them. */
  public boolean takesNone(
      Viewer viewer, StaffId absent, StaffId deputy, LocalDate from, LocalDate until) {
    Split split = split(viewer, absent, deputy, from, until);
    return split.can().isEmpty() && !split.cannot().isEmpty();
  }

  private Given begin(Viewer viewer, WorkRow led, StaffId deputy, LocalDate from, LocalDate until) {
    CaseFileId file = new CaseFileId(led.file());
    LocalDate first = led.since().isAfter(from) ? led.since() : from;
    LocalDate last = led.until() != null && led.until().isBefore(until) ? led.until() : until;
    return new Given(
        file,
        change.in(
            viewer,
            file,
            "file.stand-in-began",
            (unit, row) ->
                new Assignments(unit, file).beside(RelationKind.STAND_IN, deputy, first, last)));
  }

  /** A file, and the assignment by which the deputy works with it. */
  public record Given(CaseFileId file, UUID assignment) {}

  /**
   * In the caller's transaction: the colleague is back, or comes back on another day. Asks for no
   * access: whoever may end the absence ends what follows from it, also in a file that was closed
   * or handed over meanwhile.
   *
   * @param lastDay last day on which the deputy stands in; what would end before it began has never
   *     been
   */
  public void last(Viewer viewer, CaseFileId file, UUID assignment, LocalDate lastDay) {
    tx.run(
        em -> {
          Held.hold(em, CaseFile.class, file.value());
          Assignment row = em.find(Assignment.class, assignment);
          if (row != null) {
            new Assignments(em, file).end(row, lastDay);
            change.followed(em, viewer, file, "file.stand-in-ended");
          }
        });
  }

  /**
   * In the caller's transaction: whatever a member of staff does in the file beside its key worker
   * ends before today.
   *
   * @return what ended, as it was before
   * @throws org.opora.api.faults.Refused when they are its key worker, now or later
   */
  public List<Assignment> leave(Viewer viewer, CaseFileId file, StaffId who) {
    return tx.required(
        em -> {
          Held.hold(em, CaseFile.class, file.value());
          Assignments assignments = new Assignments(em, file);
          if (assignments.rows(RelationKind.KEY_WORKER).stream()
              .filter(row -> row.until() == null || !row.until().isBefore(viewer.today()))
              .anyMatch(row -> row.staff().equals(who))) {
            throw Refusals.refused("number", "refused.wall-key-worker");
          }
          List<Assignment> left = assignments.leave(who, viewer.today());
          if (!left.isEmpty()) {
            change.followed(em, viewer, file, "file.left");
          }
          return left;
        });
  }

  /**
   * @param can families that the deputy can take
   * @param cannot those that somebody else has to look after
   */
  public record Split(List<CaseFileId> can, List<CaseFileId> cannot) {}
}
