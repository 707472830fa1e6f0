package org.opora.course.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.files.Agreements.Agreement;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FinalReports;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.CourseReports.State;
import org.opora.api.text.Text;
import org.opora.course.CourseModule;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.Days;
import org.opora.course.domain.PartSection;
import org.opora.course.domain.Receivers.Receiver;
import org.opora.course.domain.Way;
import org.opora.course.persistence.ReportQueries;
import org.opora.course.shared.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A report goes from hand to hand until it is made out. */
@Component(service = Passage.class)
public final class Passage {
  private final ReportTools tools;
  private final Spine spine;
  private final Statements statements;
  private final ReceiverBook receivers;
  private final ReportLaw law;
  private final Copies copies;
  private final Story story;
  private final FinalReports lastReports;
  private final NamedChildren children;

  @Activate
  public Passage(
      @Reference ReportTools tools,
      @Reference Spine spine,
      @Reference Statements statements,
      @Reference ReceiverBook receivers,
      @Reference ReportLaw law,
      @Reference Copies copies,
      @Reference Story story,
      @Reference FinalReports lastReports) {
    this.tools = tools;
    this.spine = spine;
    this.statements = statements;
    this.receivers = receivers;
    this.law = law;
    this.copies = copies;
    this.story = story;
    this.lastReports = lastReports;
    this.children = new NamedChildren(tools);
  }

  /**
   * It is written, and goes to the carers.
   *
   * @param version that was seen
   * @param named what {@link #named} said when whoever wrote it looked at those names; null when
   *     nobody has
   * @throws Refused when a section could not be drafted and nobody has written it; when a part
   *     seems to name a child that is not its own; when something could not be printed
   */
  public void close(Viewer viewer, UUID report, long version, String named) {
    CareReport now = tools.open(viewer, CourseModule.WRITE, report);
    leads(now, State.STATEMENT);
    tools.read(
        queries -> {
          whole(viewer, CourseModule.WRITE, queries, now);
          gaps(queries, now);
          children.inSections(viewer, queries, now).seen(named);
          return null;
        });
    copies.check(viewer, now);
    tools.change(
        viewer,
        CourseModule.WRITE,
        report,
        version,
        "closed",
        (em, row) -> {
          leads(row, State.STATEMENT);
          // Somebody may have written another word while the others were looked at.
          ReportQueries queries = new ReportQueries(em);
          gaps(queries, row);
          children.inSections(viewer, queries, row).seen(named);
          row.close();
          return null;
        });
  }

  private static void leads(CareReport row, State to) {
    if (!Way.leads(row.state(), to)) {
      throw Refusals.refused(null, "report.refused.state");
    }
  }

  /** Nobody lets out of their hands what they do not see. */
  private void whole(Viewer viewer, String permission, ReportQueries queries, CareReport row) {
    queries.parts(row.id()).forEach(part -> tools.door().require(viewer, permission, row, part));
  }

  private static void gaps(ReportQueries queries, CareReport row) {
    for (PartSection section : queries.sections(row.id())) {
      if (section.narrowedOn() != null) {
        throw Refusals.refused(null, "report.refused.narrowed", section.title());
      }
      if (section.gap() != null && section.words() == null) {
        throw Refusals.refused(null, "report.refused.gap", section.title(), section.gap());
      }
    }
  }

  /**
   * Which names of children in parts that are not theirs somebody has before them; null when there
   * are none.
   */
  public String named(Viewer viewer, UUID report) {
    CareReport now = tools.open(viewer, CourseModule.WRITE, report);
    return tools.read(queries -> children.inSections(viewer, queries, now)).mark();
  }

  /**
   * It is written anew.
   *
   * @param version that was seen
   * @param why required of whoever was to approve it
   */
  public void back(Viewer viewer, UUID report, long version, String why) {
    boolean author = writes(viewer, report);
    String reason =
        author
            ? Refusals.optional("why", why, ReportDesk.LONGEST_REASON)
            : Refusals.line("why", why, ReportDesk.LONGEST_REASON);
    CareReport now = tools.open(viewer, CourseModule.READ, report);
    tools.change(
        viewer,
        tools.door().may(viewer, CourseModule.WRITE, now.file())
            ? CourseModule.WRITE
            : CourseModule.APPROVE,
        report,
        version,
        "taken-back",
        (em, row) -> {
          leads(row, State.DRAFT);
          row.back(viewer.staff(), tools.seals().back(row, reason));
          return null;
        });
  }

  /** Whether the viewer wrote some of it. */
  boolean writes(Viewer viewer, UUID report) {
    return tools.read(
        queries ->
            queries.authors(report).stream().anyMatch(one -> one.staff().equals(viewer.staff())));
  }

  /**
   * Somebody who did not write any of it answers for it.
   *
   * @param version that was seen
   * @throws Refused also while a carer has not been made acquainted
   */
  public void approve(Viewer viewer, UUID report, long version) {
    tools.change(
        viewer,
        CourseModule.APPROVE,
        report,
        version,
        "approved",
        (em, row) -> {
          leads(row, State.APPROVED);
          ReportQueries queries = new ReportQueries(em);
          if (queries.authors(report).stream()
              .anyMatch(one -> one.staff().equals(viewer.staff()))) {
            throw Refusals.refused(null, "report.refused.own");
          }
          whole(viewer, CourseModule.APPROVE, queries, row);
          gaps(queries, row);
          acquainted(viewer, queries, row);
          row.approve(viewer.staff(), viewer.today());
          return null;
        });
  }

  /** A carer is made acquainted with what is told of them every so often and at the end. */
  private void acquainted(Viewer viewer, ReportQueries queries, CareReport row) {
    if (row.kind() == Kind.ON_REQUEST) {
      return;
    }
    tools.door().whole(viewer, row.file());
    Statements.Missing missing = statements.missing(viewer, queries, row);
    if (missing.hidden()) {
      throw Refusals.refused(null, "report.refused.hidden");
    }
    if (!missing.names().isEmpty()) {
      throw Refusals.refused(null, "report.refused.acquainted", String.join(", ", missing.names()));
    }
  }

  /**
   * It is made out: from now on nobody changes it, and the time to deliver it runs for everybody
   * who gets it. The task to write the last report is done by the last one.
   *
   * @param version that was seen
   * @param lateWhy required after the last day
   * @throws Refused beside the field; also while it is not known who gets it, and the last one
   *     before the last day has come
   */
  public void makeOut(Viewer viewer, UUID report, long version, String lateWhy) {
    CareReport now = tools.open(viewer, CourseModule.WRITE, report);
    leads(now, State.LOCKED);
    Agreement agreement = spine.of(viewer, now);
    if (now.kind() == Kind.FINAL) {
      Spine.over(agreement, viewer.today());
    }
    LocalDate day = due(viewer, now, agreement);
    boolean late = Days.late(day, viewer.today()) > 0;
    String reason = Refusals.optional("late-why", lateWhy, ReportDesk.LONGEST_REASON);
    if (late && reason == null) {
      throw Refusals.refused("late-why", "report.refused.late", Days.late(day, viewer.today()));
    }
    ReceiverBook.Today today = known(viewer, now);
    Set<PersonId> staying =
        ReportDesk.here(tools.door().file(viewer, CourseModule.WRITE, now.file()));
    copies.check(viewer, now, tools.read(queries -> receivers.now(queries, now, today, staying)));
    tools.change(
        viewer,
        CourseModule.WRITE,
        report,
        version,
        "locked",
        (em, row) -> {
          leads(row, State.LOCKED);
          ReportQueries queries = new ReportQueries(em);
          whole(viewer, CourseModule.WRITE, queries, row);
          gaps(queries, row);
          if (row.kind() == Kind.FINAL
              && queries.last(row.agreement()).stream().anyMatch(CareReport::endStands)) {
            throw Refusals.refused(null, "report.refused.final");
          }
          CaseFiles.Header header = tools.door().change(viewer, CourseModule.WRITE, row.file());
          Set<PersonId> here = ReportDesk.here(header);
          List<Receiver> all = receivers.now(queries, row, today, here);
          row.due(day);
          row.makeOut(
              viewer.staff(), viewer.today(), late ? tools.seals().late(row, reason) : null);
          LocalDate due =
              row.kind() == Kind.ON_REQUEST ? row.dueOn() : law.deliverBy(viewer.today());
          queries.clearRecipients(report);
          receivers.write(em, row, queries.parts(report), all, due);
          story.tell(em, viewer, row);
          if (row.kind() == Kind.FINAL) {
            lastReports.madeOut(viewer, row.agreement());
          }
          return null;
        });
  }

  /** As the duties have it today; one that comes after the end was due when it was begun. */
  private LocalDate due(Viewer viewer, CareReport row, Agreement agreement) {
    boolean asked =
        row.kind() == Kind.FINAL
            || row.kind() == Kind.PERIODIC && Spine.inForce(agreement, viewer.today());
    return asked ? law.due(viewer, agreement, row.kind()) : row.dueOn();
  }

  private ReceiverBook.Today known(Viewer viewer, CareReport row) {
    if (row.kind() == Kind.ON_REQUEST) {
      return null;
    }
    CaseFiles.Header header = tools.door().file(viewer, CourseModule.WRITE, row.file());
    tools.door().whole(viewer, row.file());
    if (tools.door().children(viewer, CourseModule.WRITE, header).size()
        < header.children().size()) {
      throw Refusals.refused(null, "report.refused.hidden");
    }
    ReceiverBook.Today today = receivers.today(viewer, row.file());
    Set<PersonId> told = tools.read(queries -> queries.children(row.id()));
    today.missing().stream()
        // Of a child that has no part nobody's office gets anything.
        .filter(lack -> !lack.child() || told.contains(lack.whom().person()))
        .findFirst()
        .ifPresent(
            lack -> {
              Text why = Refusals.text("lack." + lack.lack());
              throw Refusals.refused(
                  null, "report.refused.missing", lack.whom().name().spoken(), why);
            });
    return today;
  }
}
