package org.opora.course.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.faults.Refused;
import org.opora.api.files.Agreements;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.CourseReports.State;
import org.opora.api.reports.Reader;
import org.opora.course.CourseModule;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.Period;
import org.opora.course.domain.Receivers.Receiver;
import org.opora.course.domain.RecipientKind;
import org.opora.course.domain.ReportAuthor;
import org.opora.course.domain.ReportPart;
import org.opora.course.persistence.ReportQueries;
import org.opora.course.shared.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports are begun, and withdrawn when that was a mistake. */
@Component(service = ReportDesk.class)
public final class ReportDesk {
  public static final int LONGEST_REASON = 1_000;
  static final int LONGEST_NAME = 200;
  private final ReportTools tools;
  private final Spine spine;
  private final Bodies bodies;
  private final ReportLaw law;
  private final Drafting drafting;
  private final ReceiverBook receivers;
  private final Story story;

  /**
   * Drafting takes seconds: two who begin the same report at once come here one after the other.
   */
  private final ReentrantLock turn = new ReentrantLock();

  @Activate
  public ReportDesk(
      @Reference ReportTools tools,
      @Reference Spine spine,
      @Reference Bodies bodies,
      @Reference ReportLaw law,
      @Reference Drafting drafting,
      @Reference ReceiverBook receivers,
      @Reference Story story) {
    this.tools = tools;
    this.spine = spine;
    this.bodies = bodies;
    this.law = law;
    this.drafting = drafting;
    this.receivers = receivers;
    this.story = story;
  }

  /**
   * What a form proposes.
   *
   * @param due last day to make it out; null when nobody says
   */
  public record Proposal(Kind kind, Period period, LocalDate due) {}

  /**
   * The next report on the agreement of a file: the last one when it has ended, or ends before
   * another one is due.
   *
   * @throws Refused when there is no agreement to report on
   */
  public Proposal propose(Viewer viewer, CaseFileId file) {
    tools.door().change(viewer, CourseModule.WRITE, file);
    Agreements.Agreement agreement = spine.agreement(viewer, file, null);
    LocalDate told = tools.read(queries -> queries.told(agreement.id()));
    LocalDate due = law.next(viewer, agreement);
    return new Proposal(
        last(agreement.endedOn(), due, viewer.today()) ? Kind.FINAL : Kind.PERIODIC,
        Period.next(agreement.concludedOn(), told, agreement.endedOn(), viewer.today()),
        due);
  }

  private static boolean last(LocalDate endsOn, LocalDate due, LocalDate today) {
    return endsOn != null && (!endsOn.isAfter(today) || due != null && due.isAfter(endsOn));
  }

  /**
   * Begins a report: each section is drafted from the records of the period.
   *
   * @throws Refused beside the field
   */
  public UUID begin(Viewer viewer, CaseFileId file, NewReport given) {
    CaseFiles.Header header = tools.door().change(viewer, CourseModule.WRITE, file);
    if (given.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    Agreements.Agreement agreement = spine.agreement(viewer, file, given.kind());
    Period period = period(viewer, given, agreement);
    List<CaseFiles.Child> children = children(viewer, header, given);
    boolean asked = given.kind() == Kind.ON_REQUEST;
    List<Receiver> to = asked ? List.of(asking(viewer, given)) : null;
    ReceiverBook.Today today = asked ? null : receivers.today(viewer, file);
    LocalDate due = asked ? given.asked().by() : law.due(viewer, agreement, given.kind());
    UUID id = Ids.next();
    List<ReportPart> parts = parts(id, file, children);
    Set<Reader> readers =
        asked ? EnumSet.of(given.asked().as()) : EnumSet.of(Reader.CARER, Reader.AUTHORITY);
    List<Drafting.Part> drafted =
        drafting.draft(
            viewer, new Drafting.Telling(file, period, readers, given.language()), parts);
    turn.lock();
    try {
      tools
          .tx()
          .run(
              em -> {
                // The file may have gone to the archive while the records were asked.
                tools.door().change(viewer, CourseModule.WRITE, file);
                single(new ReportQueries(em), file, agreement, given.kind());
                CareReport row =
                    new CareReport(
                        new CareReport.Begun(
                            id,
                            file,
                            agreement.id(),
                            given.kind(),
                            period,
                            due,
                            given.language(),
                            asked
                                ? new CareReport.Asked(
                                    to.get(0).body(),
                                    tools.seals().askedBy(file, id, to.get(0).name()),
                                    given.asked().as(),
                                    given.asked().on())
                                : null,
                            viewer.staff(),
                            viewer.now()));
                em.persist(row);
                em.flush();
                em.persist(new ReportAuthor(id, viewer.staff()));
                parts.forEach(em::persist);
                em.flush();
                drafting.persist(em, file, drafted);
                receivers.write(em, row, parts, asked ? to : today.receivers(), asked ? due : null);
                story.tell(em, viewer, row);
                tools.wrote(viewer, em, row, "begun");
              });
    } finally {
      turn.unlock();
    }
    return id;
  }

  private static void single(
      ReportQueries queries, CaseFileId file, Agreements.Agreement agreement, Kind kind) {
    if (kind == Kind.ON_REQUEST) {
      return;
    }
    for (CareReport row : queries.of(file)) {
      boolean same = row.agreement().equals(agreement.id()) && row.kind() == kind;
      if (same && row.state() != State.WITHDRAWN && row.state() != State.LOCKED) {
        throw Refusals.refused("kind", "report.refused.begun");
      }
      if (same && kind == Kind.FINAL && row.state() == State.LOCKED && row.endStands()) {
        throw Refusals.refused("kind", "report.refused.final");
      }
    }
  }

  private static Period period(Viewer viewer, NewReport given, Agreements.Agreement agreement) {
    LocalDate from = Refusals.day("from", given.from());
    if (from.isBefore(agreement.concludedOn())) {
      throw Refusals.refused("from", "report.refused.before", agreement.concludedOn());
    }
    return period(viewer, from, given.until());
  }

  /**
   * @throws Refused beside the last day
   */
  static Period period(Viewer viewer, LocalDate from, LocalDate last) {
    LocalDate until = Refusals.day("until", last);
    if (until.isAfter(viewer.today())) {
      throw Refusals.refused("until", "refused.future");
    }
    Period period = new Period(from, until);
    if (!period.ordered()) {
      throw Refusals.refused("until", "report.refused.order");
    }
    return period;
  }

  /** Of a report that goes to everybody no child is left out, or its office would hear nothing. */
  private List<CaseFiles.Child> children(Viewer viewer, CaseFiles.Header header, NewReport given) {
    List<CaseFiles.Child> seen = tools.door().children(viewer, CourseModule.WRITE, header);
    if (given.kind() != Kind.ON_REQUEST) {
      tools.door().whole(viewer, header.id());
      if (seen.size() < header.children().size()) {
        throw Refusals.refused(null, "report.refused.hidden");
      }
      return seen;
    }
    Set<PersonId> wanted = given.asked() == null ? Set.of() : given.asked().children();
    List<CaseFiles.Child> chosen =
        seen.stream().filter(child -> wanted.contains(child.person())).toList();
    if (chosen.size() < wanted.size()) {
      throw Refusals.refused("children", "report.refused.child");
    }
    return chosen;
  }

  private Receiver asking(Viewer viewer, NewReport given) {
    NewReport.Asked asked = given.asked();
    if (asked.as() != Reader.COURT && asked.as() != Reader.AUTHORITY) {
      throw Refusals.refused("as", "refused.required");
    }
    LocalDate on = Refusals.day("asked-on", asked.on());
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("asked-on", "refused.future");
    }
    if (Refusals.day("asked-by", asked.by()).isBefore(on)) {
      throw Refusals.refused("asked-by", "report.refused.asked-by");
    }
    String name = asked.name();
    if (asked.body() != null) {
      Bodies.Line line = bodies.lines(List.of(asked.body())).get(asked.body());
      if (line == null) {
        throw Refusals.refused("asked-of", "report.refused.body");
      }
      name = line.name();
    }
    return new Receiver(
        RecipientKind.asked(asked.as()),
        null,
        asked.body(),
        Refusals.line("asked-of", name, LONGEST_NAME),
        asked.children());
  }

  private List<ReportPart> parts(UUID report, CaseFileId file, List<CaseFiles.Child> children) {
    List<ReportPart> parts = new ArrayList<>();
    parts.add(new ReportPart(Ids.next(), report, 0, null, null, null));
    for (CaseFiles.Child child : children) {
      UUID part = Ids.next();
      parts.add(
          new ReportPart(
              part,
              report,
              parts.size(),
              child.person(),
              child.file(),
              tools.seals().child(Subject.of(child.file()), part, child.name().spoken())));
    }
    return parts;
  }

  /**
   * It was begun by mistake: it proves nothing, and nobody gets it; the trace and the words stay.
   *
   * @param version that was seen
   * @throws Refused when the reason is missing, or it is made out already
   */
  public void withdraw(Viewer viewer, UUID report, long version, String why) {
    String reason = Refusals.line("why", why, LONGEST_REASON);
    tools.change(
        viewer,
        CourseModule.WRITE,
        report,
        version,
        "withdrawn",
        (em, row) -> {
          if (row.state() == State.LOCKED || row.state() == State.WITHDRAWN) {
            throw Refusals.refused(null, "report.refused.state");
          }
          row.withdraw(viewer.staff(), viewer.today(), tools.seals().withdrawn(row, reason));
          story.tell(em, viewer, row);
          return null;
        });
  }

  /** Children of a file whom a request may be about. */
  public List<CaseFiles.Child> children(Viewer viewer, CaseFileId file) {
    CaseFiles.Header header = tools.door().file(viewer, CourseModule.WRITE, file);
    return tools.door().children(viewer, CourseModule.WRITE, header);
  }

  static Set<PersonId> here(CaseFiles.Header header) {
    return header.children().stream()
        .map(CaseFiles.Child::person)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
