package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.files.persistence.WorkQueries;
import org.opora.registry.files.persistence.WorkRow;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.persistence.AwayRow;
import org.opora.registry.staff.persistence.StaffQueries;
import org.opora.registry.tasks.application.TaskHandover;
import org.opora.registry.tasks.domain.Task;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everything that a member of staff has goes to colleagues at once, when they leave. */
@Component(service = FarewellDesk.class)
public final class FarewellDesk {
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final CaseFiles files;
  private final Staff staff;
  private final HandoverWords words;
  private final HandoverWriter writer;
  private final FileChange change;
  private final TaskHandover tasks;
  private final Colleagues colleagues;
  private final Inbox inbox;
  private final Messages messages;

  @Activate
  public FarewellDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference CaseFiles files,
      @Reference Staff staff,
      @Reference HandoverWords words,
      @Reference HandoverWriter writer,
      @Reference FileChange change,
      @Reference TaskHandover tasks,
      @Reference Colleagues colleagues,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.files = files;
    this.staff = staff;
    this.words = words;
    this.writer = writer;
    this.change = change;
    this.tasks = tasks;
    this.colleagues = colleagues;
    this.inbox = inbox;
    this.messages = messages;
  }

  /**
   * What this member of staff has from that day on, as far as the viewer may see it. A family
   * behind a wall before the viewer is somebody else's to hand over.
   *
   * @param from first day on which they have nothing any more
   */
  public Holding holding(Viewer viewer, StaffId leaver, LocalDate from) {
    access.require(viewer, Staff.WRITE);
    access.require(viewer, CaseFiles.WRITE);
    return tx.read(
        em -> {
          WorkQueries work = new WorkQueries(em);
          List<WorkRow> rows = work.of(leaver, from, Task.END_OF_TIME);
          List<CaseFileId> all =
              rows.stream().map(row -> new CaseFileId(row.file())).distinct().toList();
          Map<CaseFileId, CaseFiles.Header> headers = files.headers(viewer, all);
          Set<CaseFileId> kept = new LinkedHashSet<>();
          Set<CaseFileId> led = new LinkedHashSet<>();
          LocalDate eve = from.isAfter(viewer.today()) ? from.minusDays(1) : viewer.today();
          for (WorkRow row : rows) {
            CaseFileId file = new CaseFileId(row.file());
            if (row.kind() == RelationKind.KEY_WORKER && headers.containsKey(file)) {
              boolean coming = row.since().isAfter(eve);
              (coming && keptByOther(em, file, leaver, row) ? kept : led).add(file);
            }
          }
          kept.removeAll(led);
          Map<CaseFileId, Integer> weights = work.weights(led);
          Map<CaseFileId, Takers.Choice> choices = writer.takers(em, viewer).of(led, leaver, from);
          List<CaseFileId> beside =
              all.stream()
                  .filter(file -> headers.containsKey(file))
                  .filter(file -> !led.contains(file) && !kept.contains(file))
                  .toList();
          return new Holding(
              led.stream()
                  .map(file -> new Family(headers.get(file), weights.get(file), choices.get(file)))
                  .toList(),
              kept.stream().map(headers::get).toList(),
              beside,
              standingIn(em, leaver, from),
              tasks.open(viewer, leaver),
              new KeptRecords(em, viewer).of(leaver));
        });
  }

  /** Absences in which they stand in, as it was confirmed, and that are not over by then. */
  private List<StandIn> standingIn(EntityManager em, StaffId leaver, LocalDate from) {
    List<AwayRow> rows = new StaffQueries(em).standingIn(leaver.value(), from, Task.END_OF_TIME);
    Map<StaffId, String> names =
        staff.names(rows.stream().map(row -> new StaffId(row.staff())).collect(Collectors.toSet()));
    return rows.stream()
        .map(
            row ->
                new StandIn(
                    row.id(), names.get(new StaffId(row.staff())), row.since(), row.until()))
        .toList();
  }

  /** Whether a family that was to come to the leaver has somebody who leads it until then. */
  private static boolean keptByOther(
      EntityManager em, CaseFileId file, StaffId leaver, WorkRow coming) {
    LocalDate eve = coming.since().minusDays(1);
    return new Assignments(em, file)
        .rows(RelationKind.KEY_WORKER).stream()
            .anyMatch(row -> !row.staff().equals(leaver) && eve.equals(row.until()));
  }

  /** Colleagues who can take tasks that belong to no family. */
  public Set<StaffId> helpers(Viewer viewer, StaffId leaver) {
    Set<StaffId> all = new HashSet<>(colleagues.holding(viewer, Tasks.READ, null, Set.of()));
    all.remove(leaver);
    return all;
  }

  /** Field of the form in which the taker of a family is chosen. */
  public static String field(CaseFileId file) {
    return "taker-" + file;
  }

  /**
   * All or nothing.
   *
   * @param from first day of the takers: today or later
   * @param takers the new key worker of every family in {@link #holding}
   * @param rest who gets the other open tasks; null leaves them
   * @throws org.opora.api.faults.Refused when somebody cannot take a family, or the families are
   *     not those of the page any more
   */
  public Done handOver(
      Viewer viewer,
      StaffId leaver,
      LocalDate from,
      Map<CaseFileId, StaffId> takers,
      StaffId rest) {
    HandoverWriter.day(viewer, from);
    if (rest != null && !helpers(viewer, leaver).contains(rest)) {
      throw Refusals.refused("rest", "refused.cannot-take");
    }
    Holding before = holding(viewer, leaver, from);
    Optional<List<Duties.Line>> due = words.due(viewer, before.keys());
    Map<CaseFileId, List<HandoverWords.Line>> lines = new HashMap<>();
    before
        .families()
        .forEach(family -> lines.put(family.header().id(), words.of(viewer, family.header(), due)));
    return tx.required(
        em -> {
          Holding now = holding(viewer, leaver, from);
          if (!now.keys().equals(lines.keySet()) || !now.keys().equals(takers.keySet())) {
            throw Refusals.refused(null, "refused.handover-changed");
          }
          return write(viewer, leaver, from, takers, rest, now, lines);
        });
  }

  private Done write(
      Viewer viewer,
      StaffId leaver,
      LocalDate from,
      Map<CaseFileId, StaffId> takers,
      StaffId rest,
      Holding now,
      Map<CaseFileId, List<HandoverWords.Line>> lines) {
    long before = now.tasks();
    List<Assignment> ended = new ArrayList<>();
    List<Family> inOrder = new ArrayList<>(now.families());
    // Rows are taken in one order, so that two hand-overs at once wait instead of meeting.
    inOrder.sort(Comparator.comparing(family -> family.header().id().toString()));
    for (Family family : inOrder) {
      CaseFileId file = family.header().id();
      writer.write(
          viewer, family.header(), takers.get(file), from, null, lines.get(file), field(file));
      change.in(
          viewer,
          file,
          "file.left",
          (em, row) -> ended.addAll(new Assignments(em, file).leave(leaver, from)));
    }
    for (CaseFileId file : now.beside()) {
      change.in(
          viewer,
          file,
          "file.left",
          (em, row) -> ended.addAll(new Assignments(em, file).leave(leaver, from)));
    }
    for (CaseFiles.Header family : now.coming()) {
      writer.keep(viewer, family, leaver, from);
    }
    if (rest != null) {
      List<CaseFiles.Header> families =
          Stream.concat(now.families().stream().map(Family::header), now.coming().stream())
              .toList();
      tasks.rest(
          viewer,
          leaver,
          rest,
          families.stream().map(CaseFiles.Header::id).collect(Collectors.toSet()),
          families.stream()
              .flatMap(family -> HandoverWords.names(family).keySet().stream())
              .collect(Collectors.toSet()),
          from);
    }
    tx.run(em -> new StandInNews(em, inbox, messages).gone(viewer, ended));
    Map<StaffId, Long> each = new LinkedHashMap<>();
    takers.values().forEach(taker -> each.merge(taker, 1L, Long::sum));
    each.keySet().stream()
        .filter(taker -> !taker.equals(viewer.staff()))
        .forEach(taker -> inbox.tell(taker, messages.title("inbox.handover"), "/handovers"));
    audit.wrote(
        viewer, "staff.handed-over", List.of(), "staff=" + leaver + ";files=" + takers.size());
    long left = tasks.open(viewer, leaver);
    return new Done(takers.size(), before - left, left, now.kept().all());
  }

  /**
   * @param families in which they are key worker, by name
   * @param coming families that were to come to them; whoever leads them until then keeps them
   * @param beside open files in which they are something else
   * @param tasks how many open tasks they have
   * @param standIns absences in which they stand in for somebody
   * @param kept what is given to somebody else only where it is written down
   */
  public record Holding(
      List<Family> families,
      List<CaseFiles.Header> coming,
      List<CaseFileId> beside,
      List<StandIn> standIns,
      long tasks,
      KeptRecords.Kept kept) {
    Set<CaseFileId> keys() {
      return families.stream().map(family -> family.header().id()).collect(Collectors.toSet());
    }
  }

  /**
   * @param halves weight, in halves of an ordinary family
   */
  public record Family(CaseFiles.Header header, int halves, Takers.Choice takers) {}

  /**
   * @param tasks that went along
   * @param left open tasks that stayed
   * @param kept how many records wait that are given to somebody else only where they are
   */
  public record Done(int families, long tasks, long left, int kept) {}

  /**
   * @param name of whoever is away
   */
  public record StandIn(UUID absence, String name, LocalDate since, LocalDate until) {}
}
