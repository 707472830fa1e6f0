package org.opora.duties.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Subject;
import org.opora.api.duties.Duties;
import org.opora.api.evidence.Fact;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.staff.Cover;
import org.opora.api.text.Text;
import org.opora.api.timeline.Timeline;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.duties.DutiesModule;
import org.opora.duties.application.Minutes;
import org.opora.duties.application.Promised;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.TrustMarks;

/** The page of one line: how it was reckoned, by which figures, and from what. */
final class LinePage {
  static final String PATTERN = "/duties/files/{file}/{rule}/{subject}";
  static final String OF_THE_HOUSE = "/duties/house/{rule}/{subject}";

  /** The newest are enough to see what was counted; the chronology of the file has them all. */
  private static final int MOST = 100;

  /** Kinds of addressees that have a word here; null is none of them, so no set. */
  private static final List<String> ADDRESSEES =
      Arrays.asList("carer", "carer-authority", "child-authority");

  private final Duties duties;
  private final RuleBook book;
  private final TrustMarks marks;
  private final Timeline timeline;
  private final Cover cover;

  LinePage(Duties duties, RuleBook book, TrustMarks marks, Timeline timeline, Cover cover) {
    this.cover = cover;
    this.duties = duties;
    this.book = book;
    this.marks = marks;
    this.timeline = timeline;
  }

  static String href(Duties.Line line, LocalDate asOf, LocalDate today) {
    StringBuilder href =
        new StringBuilder(line.file() == null ? "/duties/house" : "/duties/files/" + line.file());
    href.append('/').append(line.rule()).append('/').append(line.whom().key());
    char next = '?';
    if (line.ref() != null) {
      href.append(next).append("ref=");
      href.append(URLEncoder.encode(line.ref(), StandardCharsets.UTF_8));
      next = '&';
    }
    if (!asOf.equals(today)) {
      href.append(next).append("as-of=").append(asOf);
    }
    return href.toString();
  }

  Reply show(Request request) {
    Filter filter = sound(request);
    CaseFileId file = new CaseFileId(request.id("file"));
    Duties.Line line =
        duties
            .one(
                request.viewer(),
                file,
                request.variable("rule"),
                request.id("subject"),
                request.query("ref").orElse(null),
                filter.asOf())
            .orElseThrow(NotFound::new);
    request.shows(Subject.of(file));
    return page(request, filter, line);
  }

  /** What the house owes as such is in no file; only whoever sees all duties finds it. */
  Reply house(Request request) {
    Filter filter = sound(request);
    String ref = request.query("ref").orElse(null);
    Duties.Line line =
        duties.list(request.viewer(), filter.asOf()).stream()
            .filter(one -> one.file() == null)
            .filter(one -> one.rule().equals(request.variable("rule")))
            .filter(one -> one.whom().key().equals(request.id("subject")))
            .filter(one -> Objects.equals(one.ref(), ref))
            .findFirst()
            .orElseThrow(NotFound::new);
    return page(request, filter, line);
  }

  private static Filter sound(Request request) {
    Filter filter = Filter.of(request);
    if (!filter.sound()) {
      throw new Refused(
          "as-of", Text.of("org.opora." + DutiesModule.ID, "as-of.wrong", filter.written()));
    }
    return filter;
  }

  private Reply page(Request request, Filter filter, Duties.Line line) {
    CaseFileId file = line.file();
    LocalDate today = request.viewer().today();
    Cover.Gap gap = Gaps.of(cover, List.of(line), filter.asOf()).of(line);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("row", DutyRow.of(line, filter.asOf(), today, false, gap));
    model.put("asOf", filter.asOf());
    model.put("whatIf", !filter.asOf().equals(today));
    model.put("set", line.ruleSet());
    model.put("figures", book.figures(line.rule(), filter.asOf(), marks.now()));
    model.put("numbers", numbers(line.rule(), filter.asOf()));
    model.put(
        "account", line.detail() instanceof Duties.Account account ? Account.of(account) : null);
    model.put("ledger", line.detail() instanceof Duties.Ledger ledger ? ledger : null);
    model.put("reports", line.detail() instanceof Duties.Reports reports ? reports : null);
    model.put("addressees", ADDRESSEES);
    model.put("excuse", excuse(line));
    List<Fact> here = line.evidence().stream().filter(fact -> counts(fact, file)).toList();
    model.put("proofs", proofs(request, file, here));
    model.put("elsewhere", line.evidence().size() - here.size());
    return Reply.page("duty", model);
  }

  /** The numbers of the centre by which a rule of its own is reckoned on the day. */
  private List<Promised.Number> numbers(String rule, LocalDate day) {
    return book.promised().stream()
        .filter(one -> one.rule().id().equals(rule))
        .flatMap(one -> one.on(day).stream())
        .toList();
  }

  /**
   * Where the register takes down why it was not done. A right is not a duty, and needs no excuse.
   */
  private static String excuse(Duties.Line line) {
    if (line.file() == null || line.detail() instanceof Duties.Ledger) {
      return null;
    }
    String form = "/files/" + line.file() + "/ledgers/excuse/new?rule=" + line.rule();
    return line.subject() == null ? form : form + "&person=" + line.subject();
  }

  /** What counts in another file is only told as a number: the viewer may not see that file. */
  private static boolean counts(Fact fact, CaseFileId file) {
    return fact.about().file() == null || Objects.equals(fact.about().file(), file);
  }

  private List<Proof> proofs(Request request, CaseFileId file, List<Fact> facts) {
    List<Fact> newest = facts.subList(Math.max(0, facts.size() - MOST), facts.size());
    Map<UUID, Timeline.Entry> entries =
        behind(request, file, newest.stream().map(Fact::source).collect(Collectors.toList()));
    return newest.stream().map(fact -> Proof.of(fact, entries.get(fact.source()))).toList();
  }

  /** Whoever may see duties and not the chronology sees the days without the records. */
  private Map<UUID, Timeline.Entry> behind(Request request, CaseFileId file, List<UUID> records) {
    if (file == null || records.isEmpty() || !request.viewer().may(CaseFiles.READ)) {
      return Map.of();
    }
    try {
      return timeline.behind(request.viewer(), file, records);
    } catch (NotFound | NotAllowed closed) {
      return Map.of();
    }
  }

  /** An account as people read it, in hours. */
  public record Account(
      LocalDate from,
      LocalDate until,
      BigDecimal need,
      BigDecimal carriedIn,
      BigDecimal counted,
      BigDecimal over,
      BigDecimal missing,
      BigDecimal carriedOut,
      List<Year> years) {
    static Account of(Duties.Account account) {
      return new Account(
          account.from(),
          account.until(),
          Minutes.hours(account.need()),
          Minutes.hours(account.carriedIn()),
          Minutes.hours(account.counted()),
          Minutes.hours(account.over()),
          Minutes.hours(account.missing()),
          Minutes.hours(account.carriedOut()),
          account.years().stream().map(Year::of).toList());
    }
  }

  /**
   * A calendar year in hours.
   *
   * @param year as a word, because it has no thousands
   */
  public record Year(String year, BigDecimal hours, BigDecimal here) {
    static Year of(Duties.CalendarYear year) {
      return new Year(
          year.year().toString(), Minutes.hours(year.minutes()), Minutes.hours(year.here()));
    }
  }

  /**
   * A fact as the page shows it.
   *
   * @param amount how much, in hours or in the unit of the record; null when it only happened
   * @param unit code of the unit
   * @param entry the record in the chronology; null where there is none for this viewer
   */
  public record Proof(
      LocalDate on,
      LocalDate until,
      BigDecimal amount,
      String unit,
      boolean openingBalance,
      Timeline.Entry entry) {
    static Proof of(Fact fact, Timeline.Entry entry) {
      boolean time = Minutes.tells(fact);
      return new Proof(
          fact.on(),
          Objects.equals(fact.until(), fact.on()) ? null : fact.until(),
          time ? Minutes.hours(Minutes.of(fact)) : fact.quantity(),
          time ? "h" : fact.unit(),
          fact.openingBalance(),
          entry);
    }
  }
}
