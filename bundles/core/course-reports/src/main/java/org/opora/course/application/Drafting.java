package org.opora.course.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.CourseReports.State;
import org.opora.api.reports.Reader;
import org.opora.api.reports.spi.ReportSection;
import org.opora.course.CourseModule;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.PartSection;
import org.opora.course.domain.Period;
import org.opora.course.domain.ReportAuthor;
import org.opora.course.domain.ReportPart;
import org.opora.course.persistence.ReportQueries;
import org.opora.course.shared.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sections are drafted from the records and written by people. What somebody typed is never written
 * over by a draft: what the records say now stands beside it.
 */
@Component(service = Drafting.class)
public final class Drafting {
  public static final int LONGEST_WORDS = 20_000;
  private final ReportTools tools;
  private final SectionBook sections;

  @Activate
  public Drafting(@Reference ReportTools tools, @Reference SectionBook sections) {
    this.tools = tools;
    this.sections = sections;
  }

  /** Of what all parts tell, and to whom. */
  record Telling(CaseFileId file, Period period, Set<Reader> readers, Locale language) {}

  /** A part with what its sections say. */
  record Part(ReportPart part, List<SectionBook.Drafted> sections) {}

  /** Not within a transaction: others are asked. */
  List<Part> draft(Viewer viewer, Telling telling, List<ReportPart> parts) {
    return parts.stream()
        .map(
            part ->
                new Part(
                    part,
                    sections.draft(
                        viewer,
                        part.child() == null
                            ? ReportSection.Scope.FAMILY
                            : ReportSection.Scope.CHILD,
                        new ReportSection.Wanted(
                            telling.file(),
                            part.child(),
                            part.childFile(),
                            telling.period().from(),
                            telling.period().until(),
                            telling.readers(),
                            telling.readers(),
                            telling.language()),
                        LONGEST_WORDS)))
        .toList();
  }

  void persist(EntityManager em, CaseFileId file, List<Part> drafted) {
    for (Part one : drafted) {
      for (SectionBook.Drafted section : one.sections()) {
        PartSection row = new PartSection(Ids.next(), one.part().id(), section.code());
        put(row, one.part().owner(file), section);
        em.persist(row);
      }
    }
  }

  private void put(PartSection row, Subject owner, SectionBook.Drafted section) {
    row.stands(section.place(), section.title(), section.readers(), section.voice());
    row.draft(
        tools.seals().draft(owner, row.id(), section.words()),
        tools.seals().words(owner, row.id(), section.words()),
        section.gap());
  }

  /**
   * Writes a section.
   *
   * @param version of the section that was seen
   * @param words null to leave it empty
   * @throws Refused when the report is not written any more
   * @throws Stale when somebody else wrote it meanwhile
   */
  public void write(Viewer viewer, UUID report, UUID section, long version, String words) {
    String text = Refusals.optional("words", words, LONGEST_WORDS);
    tools.change(
        viewer,
        CourseModule.WRITE,
        report,
        null,
        "amended",
        (em, row) -> {
          written(row);
          ReportQueries queries = new ReportQueries(em);
          PartSection one = queries.section(section).orElseThrow(NotFound::new);
          ReportPart part = part(queries, row, one.part());
          tools.door().require(viewer, CourseModule.WRITE, row, part);
          if (one.version() != version) {
            throw new Stale();
          }
          one.write(
              tools.seals().words(part.owner(row.file()), section, text),
              viewer.staff(),
              viewer.now());
          author(em, row, viewer);
          return null;
        });
  }

  private static ReportPart part(ReportQueries queries, CareReport row, UUID part) {
    return queries
        .part(part)
        .filter(one -> one.report().equals(row.id()))
        .orElseThrow(NotFound::new);
  }

  /** Whoever wrote some of it does not approve it. */
  static void author(EntityManager em, CareReport row, Viewer viewer) {
    if (em.find(ReportAuthor.class, ReportAuthor.key(row.id(), viewer.staff())) == null) {
      em.persist(new ReportAuthor(row.id(), viewer.staff()));
    }
  }

  static void written(CareReport row) {
    if (row.state() != State.DRAFT) {
      throw Refusals.refused(null, "report.refused.not-written");
    }
  }

  static Set<Reader> readers(CareReport row) {
    return row.kind() == Kind.ON_REQUEST
        ? EnumSet.of(row.askedAs())
        : EnumSet.of(Reader.CARER, Reader.AUTHORITY);
  }

  /** The same of the days that it tells of already. */
  public void again(Viewer viewer, UUID report) {
    again(viewer, report, null);
  }

  /**
   * Asks the records once more. What nobody has touched follows them; beside what somebody typed
   * stands what they say now. What is drafted from records that the viewer may not read stays.
   * Parts that the viewer does not see stay as they are, and that of a child that has left.
   *
   * @param last last day of which it tells from now on; null to leave it as it is
   * @throws Refused beside the day; also when the report is not written any more
   */
  public void again(Viewer viewer, UUID report, LocalDate last) {
    CareReport now = tools.open(viewer, CourseModule.WRITE, report);
    written(now);
    Period period =
        last == null ? now.period() : ReportDesk.period(viewer, now.period().from(), last);
    List<ReportPart> parts =
        tools.read(queries -> queries.parts(report)).stream()
            .filter(part -> tools.door().reaches(viewer, CourseModule.WRITE, part))
            .toList();
    List<Part> drafted =
        draft(viewer, new Telling(now.file(), period, readers(now), now.language()), parts);
    tools.change(
        viewer,
        CourseModule.WRITE,
        report,
        null,
        "updated",
        (em, row) -> {
          written(row);
          row.tells(period.until());
          Map<UUID, List<PartSection>> known =
              new ReportQueries(em)
                  .sections(report).stream().collect(Collectors.groupingBy(PartSection::part));
          List<Part> fresh = new ArrayList<>();
          for (Part one : drafted) {
            fresh.add(
                new Part(
                    one.part(), renew(row, one, known.getOrDefault(one.part().id(), List.of()))));
          }
          persist(em, row.file(), fresh);
          author(em, row, viewer);
          return null;
        });
  }

  /**
   * @return sections that were not there yet
   */
  private List<SectionBook.Drafted> renew(CareReport row, Part part, List<PartSection> known) {
    Map<String, PartSection> byCode =
        known.stream().collect(Collectors.toMap(PartSection::code, Function.identity()));
    part.sections().stream()
        .filter(section -> byCode.containsKey(section.code()) && section.asked())
        .forEach(
            section -> put(byCode.get(section.code()), part.part().owner(row.file()), section));
    return part.sections().stream()
        .filter(section -> Objects.isNull(byCode.get(section.code())))
        .toList();
  }
}
