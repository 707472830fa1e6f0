package org.opora.course.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.PartRole;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.reports.CourseReports.State;
import org.opora.course.CourseModule;
import org.opora.course.domain.Answer;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.CarerStatement;
import org.opora.course.domain.Recipient;
import org.opora.course.domain.ReportPart;
import org.opora.course.persistence.ReportQueries;
import org.opora.course.shared.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What carers say of a report when they are made acquainted with it. It becomes part of the
 * conclusions, and goes to whoever gets the part that it is about.
 */
@Component(service = Statements.class)
public final class Statements {
  public static final int LONGEST_WORDS = 10_000;
  private final ReportTools tools;
  private final People people;
  private final Copies copies;

  @Activate
  public Statements(
      @Reference ReportTools tools, @Reference People people, @Reference Copies copies) {
    this.tools = tools;
    this.people = people;
    this.copies = copies;
  }

  /**
   * @param part about which; null for every part of which the carer has not said anything yet
   * @param words what was said; of somebody who could not be reached, why not
   */
  public record Said(PersonId carer, UUID part, Answer answer, LocalDate on, String words) {}

  /**
   * @throws Refused beside the field; also when the report is not with the carers
   */
  public void write(Viewer viewer, UUID report, Said said) {
    if (said.answer() == null) {
      throw Refusals.refused("answer", "refused.required");
    }
    LocalDate on = Refusals.day("on", said.on());
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.future");
    }
    String words =
        said.answer() == Answer.NOTHING
            ? null
            : Refusals.line("words", said.words(), LONGEST_WORDS);
    if (said.answer() == Answer.STATED && said.part() == null) {
      // Or what is said of one child would go to the office of another.
      throw Refusals.refused("part", "report.refused.which-part");
    }
    CareReport now = tools.open(viewer, CourseModule.WRITE, report);
    withCarers(now);
    PersonName known = tools.read(queries -> carer(viewer, queries, now, said.carer()));
    copies.check(viewer, now, known.spoken(), on, words);
    tools.change(
        viewer,
        CourseModule.WRITE,
        report,
        null,
        "stated",
        (em, row) -> {
          withCarers(row);
          ReportQueries queries = new ReportQueries(em);
          PersonName name = carer(viewer, queries, row, said.carer());
          for (ReportPart part : about(viewer, queries, row, said)) {
            CarerStatement one =
                of(queries, row, part, said.carer())
                    .orElseGet(
                        () -> {
                          UUID id = Ids.next();
                          return new CarerStatement(
                              id,
                              part.id(),
                              said.carer(),
                              tools.seals().carer(row.file(), id, name.spoken()),
                              row.round());
                        });
            one.says(
                said.answer(),
                on,
                tools.seals().said(part.owner(row.file()), one.id(), words),
                viewer.staff(),
                viewer.now());
            em.persist(one);
          }
          return null;
        });
  }

  private static void withCarers(CareReport row) {
    if (row.state() != State.STATEMENT) {
      throw Refusals.refused(null, "report.refused.not-with-carers");
    }
  }

  private List<ReportPart> about(Viewer viewer, ReportQueries queries, CareReport row, Said said) {
    List<ReportPart> parts =
        queries.parts(row.id()).stream()
            .filter(part -> tools.door().sees(viewer, CourseModule.WRITE, part))
            .filter(
                part ->
                    said.part() == null
                        ? of(queries, row, part, said.carer()).isEmpty()
                        : part.id().equals(said.part()))
            .toList();
    if (said.part() != null && parts.isEmpty()) {
      throw new NotFound();
    }
    if (parts.isEmpty()) {
      throw Refusals.refused("part", "report.refused.said");
    }
    return parts;
  }

  private static Optional<CarerStatement> of(
      ReportQueries queries, CareReport row, ReportPart part, PersonId carer) {
    return queries.statements(row.id()).stream()
        .filter(one -> one.round() == row.round())
        .filter(one -> one.part().equals(part.id()) && one.carer().equals(carer))
        .findFirst();
  }

  private PersonName carer(Viewer viewer, ReportQueries queries, CareReport row, PersonId carer) {
    PersonName name = carers(viewer, queries, row).get(carer);
    if (name == null) {
      throw Refusals.refused("carer", "report.refused.carer");
    }
    return name;
  }

  /**
   * Who is to be made acquainted: whoever cares now, and whoever did when the report was begun,
   * because it tells of them.
   */
  Map<PersonId, PersonName> carers(Viewer viewer, ReportQueries queries, CareReport row) {
    CaseFiles.Header header = tools.door().file(viewer, CourseModule.READ, row.file());
    List<PersonId> all =
        java.util.stream.Stream.concat(
                header.carers().stream()
                    .filter(one -> one.role() == PartRole.CARER)
                    .map(CaseFiles.Carer::person),
                queries.recipients(row.id()).stream()
                    .map(Recipient::person)
                    .filter(java.util.Objects::nonNull))
            .distinct()
            .toList();
    return people.names(viewer, all);
  }

  /** Carers who have not said anything of some part in this round. */
  List<PersonName> missing(Viewer viewer, ReportQueries queries, CareReport row) {
    Map<PersonId, Long> said =
        queries.statements(row.id()).stream()
            .filter(one -> one.round() == row.round())
            .collect(Collectors.groupingBy(CarerStatement::carer, Collectors.counting()));
    long parts = queries.parts(row.id()).size();
    return carers(viewer, queries, row).entrySet().stream()
        .filter(one -> said.getOrDefault(one.getKey(), 0L) < parts)
        .map(Map.Entry::getValue)
        .toList();
  }
}
