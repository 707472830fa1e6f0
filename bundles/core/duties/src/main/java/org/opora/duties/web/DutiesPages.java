package org.opora.duties.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.ExpiryRule;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.Rule;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.paging.Page;
import org.opora.api.staff.Cover;
import org.opora.api.text.Text;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.duties.application.GoneModules;
import org.opora.duties.application.KeptLines;
import org.opora.duties.application.Promised;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.TrustMarks;

/** Pages for people: the list, its print, the tab of a file, the card of Today, the rules. */
final class DutiesPages {
  static final String HOME = "/duties";
  private static final int PAGE = 50;
  private static final int CARD = 8;

  private final Duties duties;
  private final KeptLines kept;
  private final RuleBook book;
  private final TrustMarks marks;
  private final Cover cover;
  private final GoneModules gone;
  private final String origin;

  /**
   * @param origin whose texts these pages speak
   */
  DutiesPages(
      Duties duties,
      KeptLines kept,
      RuleBook book,
      TrustMarks marks,
      Cover cover,
      GoneModules gone,
      String origin) {
    this.gone = gone;
    this.kept = kept;
    this.cover = cover;
    this.marks = marks;
    this.duties = duties;
    this.book = book;
    this.origin = origin;
  }

  Reply list(Request request) {
    Filter filter = Filter.of(request);
    List<Cover.Away> away = cover.away(request.viewer(), Duties.READ, filter.asOf());
    Optional<Cover.Away> absent = absent(away, filter);
    DutyList list = find(request, filter, absent);
    boolean whole = request.query("all").isPresent();
    Page<Duties.Line> page =
        whole ? Page.last(list.shown()) : list.page(request.query("after").orElse(null), PAGE);
    LocalDate today = request.viewer().today();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("asOf", filter.asOf());
    model.put("written", filter.written());
    model.put("whatIf", !filter.asOf().equals(today));
    model.put("centre", request.viewer().reach(Duties.READ) == Reach.ALL);
    model.put("mine", filter.mine());
    model.put("away", away);
    model.put("absent", absent.orElse(null));
    model.put("show", filter.band() == null ? null : filter.band().code());
    model.put("choices", choices(list, filter, today));
    model.put("total", list.shown().size());
    model.put("whole", whole);
    model.put("page", page);
    model.put("parts", parts(page.items(), filter.asOf(), today));
    model.put("here", filter.href(HOME, today, filter.band()));
    model.put("export", filter.href(HOME + "/export", today, filter.band()));
    String here = filter.href(HOME, today, filter.band());
    model.put("printable", here + (here.indexOf('?') < 0 ? "?" : "&") + "all=1");
    model.put("printedAt", request.viewer().now());
    model.put("printedBy", request.viewer().name());
    model.put("gone", gone.modules(request.viewer().zone()));
    request.shows(subjects(page.items()));
    return Reply.page("duties", model).status(filter.sound() ? 200 : 422);
  }

  /** The list the address asks for, as far as the viewer may see it. */
  DutyList find(Request request, Filter filter) {
    List<Cover.Away> away =
        filter.absent() == null
            ? List.of()
            : cover.away(request.viewer(), Duties.READ, filter.asOf());
    return find(request, filter, absent(away, filter));
  }

  private DutyList find(Request request, Filter filter, Optional<Cover.Away> absent) {
    Viewer viewer = filter.narrowed(request.viewer());
    return new DutyList(
        absent
            .map(one -> duties.of(viewer, one.files(), filter.asOf()))
            .orElseGet(() -> kept.list(viewer, filter.asOf())),
        filter);
  }

  /**
   * @throws NotFound for somebody who is not away, or none of whose families the viewer may see
   */
  private static Optional<Cover.Away> absent(List<Cover.Away> away, Filter filter) {
    return filter.absent() == null
        ? Optional.empty()
        : Optional.of(
            away.stream()
                .filter(one -> one.staff().equals(filter.absent()))
                .findFirst()
                .orElseThrow(NotFound::new));
  }

  /** The same list as a file; the rules make it as a whole, so it is not paged. */
  Sheet<Duties.Line> sheet(Request request, Filter filter) {
    boolean whole = request.viewer().reach(Duties.READ) == Reach.ALL && !filter.mine();
    List<Duties.Line> lines = find(request, filter).shown();
    Gaps gaps = Gaps.of(cover, lines, filter.asOf());
    return Sheet.of("duties", whole ? "duties.title.centre" : "duties.title.mine", lines)
        .text("column.status", line -> text("status." + line.status()))
        .date("column.due", Duties.Line::due)
        .date("column.do-by", Duties.Line::doBy)
        .text("column.number", Duties.Line::number)
        .text("column.family", Duties.Line::familyName)
        .text("column.kind", line -> text("kind." + line.subjectKind()))
        .text("column.name", line -> line.name() == null ? "" : line.name().listed())
        .text("column.duty", Duties.Line::title)
        .text("column.why", Duties.Line::why)
        .text("column.trust", this::mark)
        .text("column.gap", line -> gap(gaps.of(line)))
        .about(line -> subjects(List.of(line)))
        .on(filter.asOf());
  }

  /** How far the figure is confirmed, or whose rule of the centre it is. */
  private Text mark(Duties.Line line) {
    return line.promisedBy() == null
        ? text("trust." + line.trust())
        : Text.of(origin, "promise.by", line.promisedBy());
  }

  private Text text(String key) {
    return Text.of(origin, key);
  }

  private Text gap(Cover.Gap gap) {
    return gap == null
        ? text("gap.none")
        : Text.of(origin, "gap.why", gap.name(), gap.from(), gap.until());
  }

  Reply tab(Request request) {
    CaseFileId file = new CaseFileId(request.id("file"));
    LocalDate today = request.viewer().today();
    List<Duties.Line> lines = duties.of(request.viewer(), file, today);
    request.shows(Subject.of(file));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("parts", parts(lines, today, today));
    model.put("gone", gone.modules(request.viewer().zone()));
    return Reply.page("duties-tab", model);
  }

  Reply card(Request request) {
    LocalDate today = request.viewer().today();
    List<Duties.Line> urgent =
        kept.list(request.viewer(), today).stream()
            .filter(line -> Band.of(line) == Band.OVERDUE || Band.of(line) == Band.SOON)
            .filter(line -> !paperOfStaff(line))
            .toList();
    List<CardEntry> entries = CardEntry.of(rows(urgent, today, today));
    List<CardEntry> first = entries.subList(0, Math.min(CARD, entries.size()));
    request.shows(
        first.stream()
            .filter(entry -> entry.first().file() != null)
            .map(entry -> Subject.of(new CaseFileId(entry.first().file())))
            .distinct()
            .toList());
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("entries", first);
    model.put(
        "more", urgent.size() - first.stream().mapToInt(entry -> entry.people().size()).sum());
    return Reply.page("duties-card", model);
  }

  /** The card of the colleagues reminds of these on the same page, and earlier. */
  private boolean paperOfStaff(Duties.Line line) {
    return line.subjectKind() == Duties.SubjectKind.STAFF
        && book.of(ExpiryRule.class).stream()
            .anyMatch(entry -> entry.rule().id().equals(line.rule()));
  }

  Reply rules(Request request) {
    LocalDate today = request.viewer().today();
    List<RuleRow> rows = new ArrayList<>();
    TrustMarks.Marks marked = marks.now();
    for (RuleBook.Entry<IntervalRule> entry : book.rules()) {
      entry.rule().period().forEach(figure -> rows.add(RuleRow.of(entry, figure, marked, today)));
    }
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("rows", rows);
    model.put("others", others(marked, today));
    model.put(
        "promised", book.promised().stream().map(one -> new Promise(one, one.on(today))).toList());
    model.put("gone", gone.modules(request.viewer().zone()));
    return Reply.page("duties-rules", model);
  }

  /** The other rules, each by its figures of today. */
  private List<Other> others(TrustMarks.Marks marked, LocalDate today) {
    return book.of(Rule.class).stream()
        .filter(entry -> !(entry.rule() instanceof IntervalRule))
        .map(
            entry ->
                new Other(
                    entry.rule().title(),
                    entry.rule().id(),
                    entry.setName(),
                    book.figures(entry.rule().id(), today, marked)))
        .filter(other -> !other.figures().isEmpty())
        .toList();
  }

  static List<Subject> subjects(List<Duties.Line> lines) {
    return lines.stream()
        .filter(line -> line.file() != null)
        .map(line -> Subject.of(line.file()))
        .distinct()
        .toList();
  }

  private List<DutyRow> rows(List<Duties.Line> lines, LocalDate asOf, LocalDate today) {
    List<String> visits =
        book.rules().stream()
            .filter(entry -> entry.rule().evidence().equals(Visits.EVIDENCE))
            .map(entry -> entry.rule().id())
            .toList();
    Gaps gaps = Gaps.of(cover, lines, asOf);
    return lines.stream()
        .map(line -> DutyRow.of(line, asOf, today, visits.contains(line.rule()), gaps.of(line)))
        .toList();
  }

  private List<Part> parts(List<Duties.Line> lines, LocalDate asOf, LocalDate today) {
    List<DutyRow> rows = rows(lines, asOf, today);
    List<Part> parts = new ArrayList<>();
    for (Band band : Band.values()) {
      List<DutyRow> own =
          IntStream.range(0, rows.size())
              .filter(i -> Band.of(lines.get(i)) == band)
              .mapToObj(rows::get)
              .toList();
      if (!own.isEmpty()) {
        parts.add(new Part(band.code(), own));
      }
    }
    return parts;
  }

  private static List<Choice> choices(DutyList list, Filter filter, LocalDate today) {
    List<Choice> choices = new ArrayList<>();
    Map<Band, Integer> counts = list.counts();
    choices.add(
        new Choice(
            "all",
            counts.values().stream().mapToInt(Integer::intValue).sum(),
            filter.href(HOME, today, null),
            filter.band() == null));
    for (Band band : Band.values()) {
      if (counts.containsKey(band) || filter.band() == band) {
        choices.add(
            new Choice(
                band.code(),
                counts.getOrDefault(band, 0),
                filter.href(HOME, today, band),
                filter.band() == band));
      }
    }
    return choices;
  }

  /** A part of the list with its lines. */
  public record Part(String code, List<DutyRow> rows) {
    /** The lines as one visit settles them. */
    public List<CardEntry> entries() {
      return CardEntry.inFile(rows);
    }
  }

  /** A rule that is not told by a period alone. */
  public record Other(Text title, String id, String set, List<RuleBook.Shown> figures) {}

  /** A rule of the centre with its numbers of the day. */
  public record Promise(Promised promised, List<Promised.Number> numbers) {}

  /** A part to choose, with how many lines it has. */
  public record Choice(String code, int count, String href, boolean chosen) {}
}
