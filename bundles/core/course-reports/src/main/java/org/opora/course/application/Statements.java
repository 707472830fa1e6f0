package org.opora.course.application;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.PartRole;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.reports.CourseReports.State;
import org.opora.course.CourseModule;
import org.opora.course.domain.Answer;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.CarerStatement;
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
  private final Copies copies;
  private final NamedChildren children;

  @Activate
  public Statements(@Reference ReportTools tools, @Reference Copies copies) {
    this.tools = tools;
    this.copies = copies;
    this.children = new NamedChildren(tools);
  }

  /**
   * @param words what was said; of somebody who could not be reached, why not
   */
  public record Words(Answer answer, LocalDate on, String words) {}

  /**
   * @param part about which; null for every part of which the carer has not said anything yet
   * @param words what was said; of somebody who could not be reached, why not
   */
  public record Said(PersonId carer, UUID part, Answer answer, LocalDate on, String words) {}

  /** As it is written down. */
  private static Words sound(Viewer viewer, Words said) {
    if (said.answer() == null) {
      throw Refusals.refused("answer", "refused.required");
    }
    LocalDate on = Refusals.day("on", said.on());
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.future");
    }
    return new Words(
        said.answer(),
        on,
        said.answer() == Answer.NOTHING
            ? null
            : Refusals.line("words", said.words(), LONGEST_WORDS));
  }

  /** The same of what names no child of another office. */
  public void write(Viewer viewer, UUID report, Said said) {
    write(viewer, report, said, null);
  }

  /**
   * @param named what {@link #named} said when whoever writes this down looked at those names; null
   *     when nobody has
   * @throws Refused beside the field; also when the report is not with the carers, the carer has
   *     said something of that part already, or it seems to name a child of another office
   */
  public void write(Viewer viewer, UUID report, Said said, String named) {
    Words words = sound(viewer, new Words(said.answer(), said.on(), said.words()));
    if (said.answer() == Answer.STATED && said.part() == null) {
      // Or what is said of one child would go to the office of another.
      throw Refusals.refused("part", "report.refused.which-part");
    }
    CareReport now = tools.open(viewer, CourseModule.WRITE, report);
    withCarers(now);
    String known = tools.read(queries -> carer(viewer, queries, now, said.carer()));
    copies.check(viewer, now, known, words.on(), words.words());
    tools.change(
        viewer,
        CourseModule.WRITE,
        report,
        null,
        "stated",
        (em, row) -> {
          withCarers(row);
          ReportQueries queries = new ReportQueries(em);
          String name = carer(viewer, queries, row, said.carer());
          List<ReportPart> parts = about(viewer, queries, row, said);
          children.inStatement(viewer, queries, row, parts, name, words.words()).seen(named);
          for (ReportPart part : parts) {
            UUID id = Ids.next();
            CarerStatement one =
                new CarerStatement(
                    id,
                    part.id(),
                    said.carer(),
                    tools.seals().carer(row.file(), id, name),
                    row.round());
            says(viewer, row, part, one, words);
            em.persist(one);
          }
          Drafting.author(em, row, viewer);
          return null;
        });
  }

  private void says(
      Viewer viewer, CareReport row, ReportPart part, CarerStatement one, Words words) {
    one.says(
        words.answer(),
        words.on(),
        tools.seals().said(part.owner(row.file()), one.id(), words.words()),
        viewer.staff(),
        viewer.now());
  }

  /**
   * Which children of other offices a statement about a part seems to name; null when it names
   * none.
   *
   * @param part null for every part, or when it was not chosen
   */
  public String named(Viewer viewer, UUID report, PersonId carer, UUID part, String words) {
    CareReport now = tools.open(viewer, CourseModule.WRITE, report);
    String said = Refusals.optional("words", words, LONGEST_WORDS);
    return tools
        .read(
            queries -> {
              List<ReportPart> parts =
                  queries.parts(report).stream()
                      .filter(one -> part == null || one.id().equals(part))
                      .filter(one -> !heard(queries, now, one, carer))
                      .toList();
              String name = carers(viewer, queries, now).getOrDefault(carer, "");
              return children.inStatement(viewer, queries, now, parts, name, said);
            })
        .mark();
  }

  /**
   * The same of one that is put right.
   *
   * @throws NotFound when there is no such statement on how it is written now
   */
  public String named(Viewer viewer, UUID report, UUID statement, String words) {
    CareReport now = tools.open(viewer, CourseModule.WRITE, report);
    String said = Refusals.optional("words", words, LONGEST_WORDS);
    return tools.read(queries -> named(viewer, queries, now, statement, said)).mark();
  }

  private NamedChildren.Finds named(
      Viewer viewer, ReportQueries queries, CareReport row, UUID statement, String words) {
    CarerStatement one = held(queries, row, statement);
    return children.inStatement(
        viewer,
        queries,
        row,
        queries.part(one.part()).stream().toList(),
        tools.seals().carer(row.file(), one),
        words);
  }

  /**
   * It was noted otherwise than it was said.
   *
   * @param version of the statement that was seen
   * @param named as in {@link #write}
   * @throws Refused beside the field; also when the report is not with the carers any more
   * @throws Stale when somebody else put it otherwise meanwhile
   */
  public void correct(
      Viewer viewer, UUID report, UUID statement, long version, Words said, String named) {
    Words words = sound(viewer, said);
    CareReport now = tools.open(viewer, CourseModule.WRITE, report);
    withCarers(now);
    String name =
        tools.read(queries -> tools.seals().carer(now.file(), held(queries, now, statement)));
    copies.check(viewer, now, name, words.on(), words.words());
    tools.change(
        viewer,
        CourseModule.WRITE,
        report,
        null,
        "corrected",
        (em, row) -> {
          withCarers(row);
          ReportQueries queries = new ReportQueries(em);
          CarerStatement one = held(queries, row, statement);
          ReportPart part = queries.part(one.part()).orElseThrow(NotFound::new);
          tools.door().require(viewer, CourseModule.WRITE, row, part);
          if (one.version() != version) {
            throw new Stale();
          }
          named(viewer, queries, row, statement, words.words()).seen(named);
          says(viewer, row, part, one, words);
          Drafting.author(em, row, viewer);
          return null;
        });
  }

  /** One of this report, as it is written now. */
  private static CarerStatement held(ReportQueries queries, CareReport row, UUID statement) {
    return queries.statements(row.id()).stream()
        .filter(one -> one.id().equals(statement) && one.round() == row.round())
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static void withCarers(CareReport row) {
    if (row.state() != State.STATEMENT) {
      throw Refusals.refused(null, "report.refused.not-with-carers");
    }
  }

  private List<ReportPart> about(Viewer viewer, ReportQueries queries, CareReport row, Said said) {
    List<ReportPart> parts =
        queries.parts(row.id()).stream()
            .filter(part -> tools.door().sees(viewer, CourseModule.WRITE, row, part))
            .filter(part -> said.part() == null || part.id().equals(said.part()))
            .toList();
    if (parts.isEmpty()) {
      throw new NotFound();
    }
    List<ReportPart> unsaid =
        parts.stream().filter(part -> !heard(queries, row, part, said.carer())).toList();
    if (unsaid.isEmpty()) {
      // What a carer said is corrected where it stands, and not written over.
      throw Refusals.refused("part", "report.refused.said");
    }
    return unsaid;
  }

  private static boolean heard(
      ReportQueries queries, CareReport row, ReportPart part, PersonId carer) {
    return queries.statements(row.id()).stream()
        .filter(one -> one.round() == row.round())
        .anyMatch(one -> one.part().equals(part.id()) && one.carer().equals(carer));
  }

  private String carer(Viewer viewer, ReportQueries queries, CareReport row, PersonId carer) {
    String name = carers(viewer, queries, row).get(carer);
    if (name == null) {
      throw Refusals.refused("carer", "report.refused.carer");
    }
    return name;
  }

  /**
   * Who is to be made acquainted: whoever cares now, and whoever did when the report was begun,
   * because it tells of them. Of who has left since, the name is known that was written down then;
   * whoever stands behind a wall is not there.
   */
  Map<PersonId, String> carers(Viewer viewer, ReportQueries queries, CareReport row) {
    Map<PersonId, String> written = written(queries, row);
    Set<PersonId> all = all(viewer, written, row);
    Map<PersonId, PersonName> seen = tools.door().names(viewer, all);
    Map<PersonId, String> carers = new LinkedHashMap<>();
    for (PersonId one : all) {
      if (seen.containsKey(one)) {
        carers.put(one, seen.get(one).spoken());
      } else if (tools.door().unwalled(viewer, CourseModule.READ, one)) {
        carers.put(one, written.get(one));
      }
    }
    carers.values().removeIf(Objects::isNull);
    return carers;
  }

  private Map<PersonId, String> written(ReportQueries queries, CareReport row) {
    Map<PersonId, String> written = new LinkedHashMap<>();
    queries.recipients(row.id()).stream()
        .filter(one -> one.person() != null)
        .forEach(one -> written.put(one.person(), tools.seals().to(row.file(), one)));
    return written;
  }

  private Set<PersonId> all(Viewer viewer, Map<PersonId, String> written, CareReport row) {
    Set<PersonId> all =
        tools.door().file(viewer, CourseModule.READ, row.file()).carers().stream()
            .filter(one -> one.role() == PartRole.CARER)
            .map(CaseFiles.Carer::person)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    all.addAll(written.keySet());
    return all;
  }

  /**
   * Carers who have not said anything of some part in this round.
   *
   * @param hidden whether there are others whom the viewer does not see
   */
  record Missing(List<String> names, boolean hidden) {}

  Missing missing(Viewer viewer, ReportQueries queries, CareReport row) {
    Map<PersonId, Long> said =
        queries.statements(row.id()).stream()
            .filter(one -> one.round() == row.round())
            .collect(Collectors.groupingBy(CarerStatement::carer, Collectors.counting()));
    long parts = queries.parts(row.id()).size();
    Map<PersonId, String> seen = carers(viewer, queries, row);
    List<PersonId> unheard =
        all(viewer, written(queries, row), row).stream()
            .filter(one -> said.getOrDefault(one, 0L) < parts)
            .toList();
    return new Missing(
        unheard.stream().filter(seen::containsKey).map(seen::get).toList(),
        !seen.keySet().containsAll(unheard));
  }
}
