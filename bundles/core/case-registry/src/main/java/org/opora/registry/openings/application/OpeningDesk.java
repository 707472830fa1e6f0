package org.opora.registry.openings.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Roles;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.Settings;
import org.opora.api.house.WorkingDays;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.registry.files.application.FileChange;
import org.opora.registry.files.application.FileStory;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.persistence.KeptAway;
import org.opora.registry.openings.domain.OpenedFile;
import org.opora.registry.openings.domain.Opening;
import org.opora.registry.openings.persistence.OpeningQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.LawPacks;
import org.opora.registry.shared.application.LawfulDays;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Opens chosen files to an inspector, from a first to a last day, and closes them again. What is
 * opened follows from the file like every relation, so that all pages, lists and counts have it on
 * its days; the inspector reads and changes nothing, and gets through no wall.
 */
@Component(service = OpeningDesk.class)
public final class OpeningDesk {
  /** To open files for an inspection, to see what is open, and to close it. */
  public static final String MANAGE = "registry.opening.write";

  /** Act of the trail. */
  public static final String OPENED = "opening.begun";

  /** So many files are opened at once. */
  public static final int MOST = 100;

  private static final int NAME = 200;
  private static final int REFERENCE = 60;
  private static final String UNTIL = "until";

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final SecondFactor factor;
  private final Colleagues colleagues;
  private final Staff staff;
  private final OpeningDays days;
  private final Inbox inbox;
  private final Messages messages;
  private final FileChange change;
  private final FileStory story;
  private final WorkingDays working;

  @Activate
  public OpeningDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference SecondFactor factor,
      @Reference Colleagues colleagues,
      @Reference Staff staff,
      @Reference Settings settings,
      @Reference Inbox inbox,
      @Reference Messages messages,
      @Reference FileChange change,
      @Reference FileStory story,
      @Reference LawPacks laws) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.factor = factor;
    this.colleagues = colleagues;
    this.staff = staff;
    this.days = new OpeningDays(settings);
    this.inbox = inbox;
    this.messages = messages;
    this.change = change;
    this.story = story;
    this.working = new LawfulDays(laws);
  }

  /**
   * What the form needs before anything is typed.
   *
   * @param inspectors those who hold the role, by name
   * @param most working days that something is open at most
   * @param last day to which it would be open from today
   */
  public record Desk(Map<StaffId, String> inspectors, int most, LocalDate last) {}

  public Desk desk(Viewer viewer) {
    access.require(viewer, MANAGE);
    int most = days.most(viewer.today());
    return new Desk(
        staff.names(inspectors(viewer)),
        most,
        last(viewer.today(), Math.min(most, OpeningDays.USUAL)));
  }

  private Set<StaffId> inspectors(Viewer viewer) {
    Set<StaffId> all = new HashSet<>(colleagues.having(Roles.INSPECTOR));
    all.remove(viewer.staff());
    return all;
  }

  /** The day that is the last of so many working days, the first one counted. */
  private LocalDate last(LocalDate first, int most) {
    return working.after(first.minusDays(1), most);
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field, also for all files together
   */
  public UUID open(Viewer viewer, NewOpening wanted) {
    access.require(viewer, MANAGE);
    access.require(viewer, CaseFiles.READ);
    factor.requireFresh(viewer);
    if (wanted.staff() == null || !inspectors(viewer).contains(wanted.staff())) {
      throw Refusals.refused("staff", "opening.refused.staff");
    }
    Opening row =
        new Opening(
            Ids.next(),
            wanted.staff(),
            Refusals.line("inspection", wanted.inspection(), NAME),
            Refusals.optional("reference", wanted.reference(), REFERENCE));
    row.runs(Refusals.day("from", wanted.from()), Refusals.day(UNTIL, wanted.until()));
    check(viewer, row);
    row.opened(viewer.staff(), viewer.today(), viewer.now());
    return tx.required(
        em -> {
          Set<CaseFileId> files =
              new OpeningFinder(em, access, audit).find(viewer, row, wanted.numbers());
          Held.hold(em, CaseFile.class, files.stream().map(CaseFileId::value).toList());
          em.persist(row);
          // Its files name it.
          em.flush();
          files.forEach(file -> em.persist(new OpenedFile(Ids.next(), row, file, viewer.zone())));
          for (CaseFileId file : files) {
            change.lent(em, file);
            story.happened(viewer, file, "opened-for-inspection", row.id(), viewer.today());
          }
          audit.wrote(
              viewer,
              OPENED,
              files.stream().map(Subject::of).toList(),
              detail(row) + ";from=" + row.since() + ";until=" + row.until());
          tell(em, viewer, row, files);
          return row.id();
        });
  }

  private void check(Viewer viewer, Opening row) {
    if (row.since().isBefore(viewer.today())) {
      throw Refusals.refused("from", "opening.refused.past");
    }
    Refusals.inOrder(UNTIL, row.since(), row.until());
    int most = days.most(viewer.today());
    LocalDate latest = last(row.since(), most);
    if (row.until().isAfter(latest)) {
      throw Refusals.refused(UNTIL, "opening.refused.long", most, latest);
    }
  }

  private static String detail(Opening row) {
    return "opening=" + row.id() + ";staff=" + row.staff();
  }

  /** Whoever leads the families, once, and the inspector; nobody whom a wall keeps away. */
  private void tell(EntityManager em, Viewer viewer, Opening row, Set<CaseFileId> files) {
    Map<CaseFileId, Set<StaffId>> away = new KeptAway(em).of(files, viewer.today());
    new OpeningQueries(em)
        .leading(files, viewer.today())
        .forEach(
            (who, led) -> {
              led.removeIf(file -> away.getOrDefault(file, Set.of()).contains(who));
              if (!led.isEmpty() && !who.equals(viewer.staff())) {
                inbox.tell(
                    who,
                    messages.title("inbox.opening", led.size()),
                    led.size() == 1 ? people(led.iterator().next()) : "/files");
              }
            });
    inbox.tell(
        row.staff(), messages.title("inbox.opening-own", row.since(), row.until()), "/files");
  }

  private static String people(CaseFileId file) {
    return "/files/" + file + "/people";
  }

  /** Closes what still stands of an opening; nothing happens when all of it is over. */
  public void close(Viewer viewer, UUID opening) {
    access.require(viewer, MANAGE);
    tx.run(em -> close(em, viewer, opening, null));
  }

  /** Closes one of its files. */
  public void close(Viewer viewer, UUID opening, CaseFileId file) {
    access.require(viewer, MANAGE, Subject.of(file));
    tx.run(em -> close(em, viewer, opening, file));
  }

  /**
   * Who may not know of one of the files closes it as well with all the others: it only takes away.
   *
   * @param only null for all of them
   */
  private void close(EntityManager em, Viewer viewer, UUID id, CaseFileId only) {
    Opening opening = Held.load(em, Opening.class, id);
    List<OpenedFile> all = new OpeningQueries(em).files(List.of(id)).getOrDefault(id, List.of());
    if (all.stream().noneMatch(one -> may(viewer, one.file()))) {
      throw new NotFound();
    }
    List<OpenedFile> asked =
        all.stream().filter(one -> only == null || one.file().equals(only)).toList();
    if (asked.isEmpty()) {
      throw new NotFound();
    }
    Held.hold(em, CaseFile.class, asked.stream().map(one -> one.file().value()).toList());
    Set<CaseFileId> closed = new HashSet<>();
    for (OpenedFile one : asked) {
      OpenedFile row = Held.hold(em, OpenedFile.class, one.id());
      if (row.stands(viewer.today())) {
        row.closes(viewer.now(), viewer.staff());
        change.lent(em, row.file());
        closed.add(row.file());
      }
    }
    if (!closed.isEmpty()) {
      audit.wrote(
          viewer, "opening.closed", closed.stream().map(Subject::of).toList(), detail(opening));
    }
  }

  private boolean may(Viewer viewer, CaseFileId file) {
    return access.decide(viewer, MANAGE, Subject.of(file)).allowed();
  }

  /** Numbers as they are said in a sentence. */
  static String listed(Collection<String> numbers) {
    return String.join(", ", new TreeSet<>(numbers));
  }
}
