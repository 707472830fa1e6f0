package org.opora.course.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.reports.CourseReports;
import org.opora.api.reports.Reader;
import org.opora.course.CourseModule;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.CarerStatement;
import org.opora.course.domain.Days;
import org.opora.course.domain.PartSection;
import org.opora.course.domain.Recipient;
import org.opora.course.domain.RecipientPart;
import org.opora.course.domain.ReportPart;
import org.opora.course.persistence.ReportQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports as pages show them: of a child only what the viewer sees of it. */
@Component(service = {ReportReader.class, CourseReports.class})
public final class ReportReader implements CourseReports {
  private final ReportTools tools;
  private final Statements statements;

  @Activate
  public ReportReader(@Reference ReportTools tools, @Reference Statements statements) {
    this.tools = tools;
    this.statements = statements;
  }

  @Override
  public List<Line> of(Viewer viewer, CaseFileId file) {
    return all(viewer, file).stream().filter(one -> one.state() != State.WITHDRAWN).toList();
  }

  /** The same with those withdrawn. */
  public List<Line> all(Viewer viewer, CaseFileId file) {
    tools.door().file(viewer, CourseModule.READ, file);
    return tools.read(
        queries -> {
          List<CareReport> rows = queries.of(file);
          Map<UUID, Long> left =
              queries.recipients(rows.stream().map(CareReport::id).toList()).stream()
                  .filter(one -> one.deliveredOn() == null)
                  .collect(Collectors.groupingBy(Recipient::report, Collectors.counting()));
          return rows.stream()
              .map(
                  row ->
                      new Line(
                          row.id(),
                          row.agreement(),
                          row.kind(),
                          row.state(),
                          row.period().from(),
                          row.period().until(),
                          row.dueOn(),
                          row.madeOutOn(),
                          row.state() == State.LOCKED
                              ? left.getOrDefault(row.id(), 0L).intValue()
                              : 0))
              .toList();
        });
  }

  /**
   * The same for whoever is going to change it.
   *
   * @throws org.opora.api.faults.NotAllowed when it is lent to the viewer for reading
   */
  public ReportView toChange(Viewer viewer, UUID report) {
    tools.open(viewer, CourseModule.WRITE, report);
    return view(viewer, report);
  }

  /**
   * @throws NotFound also when the viewer may not know of it
   */
  public ReportView view(Viewer viewer, UUID report) {
    CareReport row = tools.open(viewer, CourseModule.READ, report);
    return tools.read(
        queries -> {
          List<ReportPart> all = queries.parts(report);
          List<ReportPart> seen =
              all.stream()
                  .filter(part -> tools.door().sees(viewer, CourseModule.READ, row, part))
                  .toList();
          List<PartSection> sections = queries.sections(report);
          List<CarerStatement> heard =
              queries.statements(report).stream()
                  .filter(one -> tools.door().unwalled(viewer, CourseModule.READ, one.carer()))
                  .toList();
          List<Recipient> recipients = queries.recipients(report);
          Map<StaffId, String> staff = names(row, sections);
          boolean author =
              queries.authors(report).stream().anyMatch(one -> one.staff().equals(viewer.staff()));
          return new ReportView(
              head(viewer, row, staff),
              seen.stream().map(part -> part(row, part, sections, heard, staff)).toList(),
              (int)
                  all.stream()
                      .filter(part -> !seen.contains(part))
                      .filter(part -> !tools.door().behindWall(viewer, CourseModule.READ, part))
                      .count(),
              to(viewer, row, queries, seen, recipients),
              row.state() == State.LOCKED
                  ? (int) recipients.stream().filter(one -> one.document() == null).count()
                  : 0,
              unheard(viewer, queries, row),
              new ReportView.Standing(
                  author,
                  tools.door().may(viewer, CourseModule.WRITE, row.file()),
                  tools.door().may(viewer, CourseModule.APPROVE, row.file())));
        });
  }

  private List<String> unheard(Viewer viewer, ReportQueries queries, CareReport row) {
    return row.state() == State.STATEMENT && row.kind() != Kind.ON_REQUEST
        ? statements.missing(viewer, queries, row).names()
        : List.of();
  }

  /** Carers who may be made acquainted with it, by name. */
  public Map<PersonId, String> carers(Viewer viewer, UUID report) {
    CareReport row = tools.open(viewer, CourseModule.READ, report);
    return tools.read(queries -> statements.carers(viewer, queries, row));
  }

  private Map<StaffId, String> names(CareReport row, List<PartSection> sections) {
    return tools
        .staff()
        .names(
            Stream.concat(
                    Stream.of(
                        row.writtenBy(),
                        row.approvedBy(),
                        row.madeOutBy(),
                        row.backBy(),
                        row.withdrawnBy()),
                    sections.stream().map(PartSection::editedBy))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
  }

  private ReportView.Head head(Viewer viewer, CareReport row, Map<StaffId, String> staff) {
    LocalDate done = row.madeOutOn() == null ? viewer.today() : row.madeOutOn();
    boolean counts = row.state() != State.WITHDRAWN;
    return new ReportView.Head(
        row.id(),
        row.version(),
        row.file(),
        row.agreement(),
        row.kind(),
        row.state(),
        row.period(),
        row.dueOn(),
        counts ? Days.late(row.dueOn(), done) : 0,
        row.round(),
        row.askedOn() == null ? null : tools.seals().askedBy(row),
        row.askedOn(),
        staff.get(row.writtenBy()),
        row.approvedOn(),
        name(staff, row.approvedBy()),
        row.madeOutOn(),
        name(staff, row.madeOutBy()),
        tools.seals().late(row),
        tools.seals().back(row),
        name(staff, row.backBy()),
        row.withdrawnOn(),
        name(staff, row.withdrawnBy()),
        tools.seals().withdrawn(row),
        row.language().getLanguage());
  }

  private static String name(Map<StaffId, String> staff, StaffId one) {
    return one == null ? null : staff.get(one);
  }

  private ReportView.Part part(
      CareReport row,
      ReportPart part,
      List<PartSection> sections,
      List<CarerStatement> said,
      Map<StaffId, String> staff) {
    List<CarerStatement> ofPart =
        said.stream().filter(one -> one.part().equals(part.id())).toList();
    return new ReportView.Part(
        part.id(),
        part.child(),
        part.childFile(),
        part.child() == null ? null : tools.seals().child(row.file(), part),
        sections.stream()
            .filter(section -> section.part().equals(part.id()))
            .map(section -> section(row, part, section, staff))
            .toList(),
        ofPart.stream()
            .filter(one -> one.round() == row.round())
            .map(one -> statement(row, part, one))
            .toList(),
        ofPart.stream()
            .filter(one -> one.round() < row.round())
            .map(one -> statement(row, part, one))
            .toList());
  }

  private ReportView.Section section(
      CareReport row, ReportPart part, PartSection section, Map<StaffId, String> staff) {
    String words = tools.seals().words(part.owner(row.file()), section);
    String records = tools.seals().draft(part.owner(row.file()), section);
    Set<Reader> missing = EnumSet.copyOf(Drafting.readers(row));
    missing.removeAll(section.readers());
    return new ReportView.Section(
        section.id(),
        section.version(),
        section.code(),
        section.title(),
        words,
        records,
        section.editedBy() != null && !Objects.equals(words, records),
        section.gap(),
        section.narrowedOn() != null,
        missing.isEmpty()
            ? null
            : section.readers().stream().map(Enum::name).findFirst().orElse(null),
        name(staff, section.editedBy()),
        section.editedAt());
  }

  private ReportView.Statement statement(CareReport row, ReportPart part, CarerStatement one) {
    return new ReportView.Statement(
        one.id(),
        one.version(),
        one.carer(),
        tools.seals().carer(row.file(), one),
        one.answer(),
        one.givenOn(),
        tools.seals().said(part.owner(row.file()), one));
  }

  private List<ReportView.To> to(
      Viewer viewer,
      CareReport row,
      ReportQueries queries,
      List<ReportPart> seen,
      List<Recipient> recipients) {
    Map<UUID, ReportPart> parts =
        seen.stream().collect(Collectors.toMap(ReportPart::id, Function.identity()));
    Map<UUID, List<ReportPart>> theirs =
        queries.recipientParts(row.id()).stream()
            .filter(one -> parts.containsKey(one.part()))
            .collect(
                Collectors.groupingBy(
                    RecipientPart::recipient,
                    Collectors.mapping(
                        (RecipientPart one) -> parts.get(one.part()), Collectors.toList())));
    Shown shown = new Shown(tools, viewer, queries, row);
    return recipients.stream()
        .filter(shown::there)
        .map(
            one ->
                new ReportView.To(
                    one.id(),
                    one.kind(),
                    one.person(),
                    shown.told(one) ? tools.seals().to(row.file(), one) : null,
                    one.dueOn(),
                    shown.told(one) ? one.document() : null,
                    one.sentOn(),
                    one.deliveredOn(),
                    row.state() == State.LOCKED
                        ? Days.late(
                            one.dueOn(),
                            one.deliveredOn() == null ? viewer.today() : one.deliveredOn())
                        : 0,
                    theirs.getOrDefault(one.id(), List.of()).stream()
                        .filter(part -> part.child() != null)
                        .sorted(Comparator.comparing(ReportPart::place))
                        .map(part -> tools.seals().child(row.file(), part))
                        .toList()))
        .toList();
  }
}
