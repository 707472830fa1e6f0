package org.opora.duties.domain.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.DueOnce;
import org.opora.duties.domain.Law;
import org.opora.duties.domain.Leaves;
import org.opora.duties.domain.Standing;

/** The reports on an agreement told by {@link Leaves}: somebody keeps a diary, day after day. */
final class CycleByLeaves {
  private final Law months;
  private final Law days;
  private final Law afterTheEnd;
  private final boolean stricter;
  private final CycleFacts facts;
  private final LocalDate asOf;
  private final List<CycleAnswer.Drafted> told = new ArrayList<>();

  private Turn turn;
  private LocalDate known;
  private LocalDate lastSilent;
  private LocalDate finalReport;
  private int missed;

  /** Counted from {@code base} so many times {@code months}; {@code from} is the date before. */
  private record Turn(LocalDate base, int months, int times, LocalDate from, String counted) {
    LocalDate due() {
      return Leaves.monthsAfter(base, months * times);
    }
  }

  CycleByLeaves(
      Law months, Law days, Law afterTheEnd, boolean stricter, CycleFacts facts, LocalDate asOf) {
    this.months = months;
    this.days = days;
    this.afterTheEnd = afterTheEnd;
    this.stricter = stricter;
    this.facts = facts;
    this.asOf = asOf;
  }

  /** Null when there is nothing to answer. */
  CycleAnswer answer() {
    if (facts.first().isAfter(asOf)) {
      return null;
    }
    begin(turn(facts.first(), "BEGINNING"), facts.first());
    for (LocalDate leaf = facts.first(); !leaf.isAfter(asOf); leaf = leaf.plusDays(1)) {
      for (CycleFacts.Kind kind : List.of(CycleFacts.Kind.REGULAR, CycleFacts.Kind.FINAL)) {
        for (CycleFacts.Report report : facts.reports()) {
          if (report.drafted().equals(leaf) && report.kind() == kind) {
            write(report);
          }
        }
      }
      if (silent(leaf) && leaf.isAfter(known)) {
        lastSilent = leaf;
      }
    }
    DueOnce atTheEnd = finalIsDue() ? atTheEnd() : null;
    CycleAnswer.Next next = next(atTheEnd);
    return next == null ? null : new CycleAnswer(next, told, missed, atTheEnd);
  }

  private void write(CycleFacts.Report report) {
    LocalDate day = report.drafted();
    boolean passed = turn != null && day.isAfter(turn.due());
    boolean asked = turn != null && !day.isBefore(known) && !(passed && endsBy(turn.due()));
    Turn sure = asked ? turn : null;
    if (asked && passed && lastSilent != null) {
      sure = lastSilent.plusDays(1).equals(day) ? null : orSince(lastSilent.plusDays(1));
      if (sure != null && !day.isAfter(sure.due())) {
        sure = null;
      }
    }
    DueOnce answered = answered(report, asked, sure);
    told.add(new CycleAnswer.Drafted(day, report.kind(), answered, post(report)));
    advance(day, sure);
  }

  private DueOnce answered(CycleFacts.Report report, boolean asked, Turn sure) {
    LocalDate day = report.drafted();
    if (report.kind() == CycleFacts.Kind.FINAL && facts.last() != null) {
      countMissed(sure, day);
      if (finalReport == null) {
        finalReport = day;
      }
      return finalIsDue()
          ? done(finalDue(), day)
          : new DueOnce(null, day, Standing.NOT_APPLICABLE, 0);
    }
    if (sure == null) {
      Standing unknown = asked ? Standing.NOT_ASSESSED : Standing.NOT_APPLICABLE;
      return new DueOnce(null, day, unknown, 0);
    }
    countMissed(after(sure), day);
    return done(sure.due(), day);
  }

  private DueOnce done(LocalDate due, LocalDate day) {
    int late = Leaves.distance(due, day);
    boolean excused = late > 0 && Leaves.allMarked(facts.excused(), due, day.minusDays(1));
    return new DueOnce(due, day, excused ? Standing.JUSTIFIED : Standing.OK, late);
  }

  private List<CycleAnswer.Delivery> post(CycleFacts.Report report) {
    List<CycleAnswer.Delivery> post = new ArrayList<>();
    Integer within = days.on(report.drafted());
    if (within != null) {
      LocalDate due = Leaves.daysAfter(report.drafted(), within);
      for (CycleFacts.Addressee addressee : report.addressees()) {
        LocalDate came = addressee.delivered();
        DueOnce delivered =
            came == null || came.isAfter(asOf)
                ? open(due, report.drafted(), List.of())
                : new DueOnce(due, came, Standing.OK, Leaves.distance(due, came));
        post.add(new CycleAnswer.Delivery(addressee.key(), delivered));
      }
    }
    return post;
  }

  private DueOnce open(LocalDate due, LocalDate since, List<Days> excused) {
    int late = Leaves.distance(due, asOf);
    boolean was = Leaves.lastMarked(facts.silence().days(), since, asOf) != null;
    return silent(asOf) || (late > 0 && was)
        ? new DueOnce(due, null, Standing.NOT_ASSESSED, 0)
        : new DueOnce(due, null, Standing.valueOf(Leaves.standing(due, asOf, excused)), late);
  }

  private DueOnce atTheEnd() {
    return finalReport == null
        ? open(finalDue(), known.plusDays(1), facts.excused())
        : done(finalDue(), finalReport);
  }

  private CycleAnswer.Next next(DueOnce atTheEnd) {
    if (turn == null || endsBy(turn.due())) {
      return end(atTheEnd);
    }
    boolean doubt = asOf.isAfter(turn.due()) && lastSilent != null;
    Turn sure = turn;
    if (doubt) {
      sure = silent(asOf) ? null : orSince(lastSilent.plusDays(1));
    }
    if (facts.last() != null && asOf.isAfter(facts.last())) {
      countMissed(sure, asOf);
      return end(atTheEnd);
    }
    if (silent(asOf) || sure == null) {
      return notAssessed(whenItEnds());
    }
    countMissed(after(sure), asOf);
    if (endsBy(sure.due())) {
      return end(atTheEnd);
    }
    String standing = Leaves.standing(sure.due(), asOf, facts.excused());
    return sure.counted().equals("SILENCE") && standing.equals("OK")
        ? notAssessed(sure)
        : new CycleAnswer.Next(
            Standing.valueOf(standing), counted(sure), sure.from(), sure.due(), sure.due());
  }

  private Turn whenItEnds() {
    LocalDate end = Leaves.unmarked(facts.silence().days(), asOf);
    Turn since = end == null || !turn.due().isBefore(end) ? null : turn(end, "SILENCE");
    return since == null ? turn : since;
  }

  private CycleAnswer.Next end(DueOnce atTheEnd) {
    if (facts.last() == null) {
      return null;
    }
    CycleAnswer.Counted end = CycleAnswer.Counted.END;
    if (atTheEnd == null || atTheEnd.done() != null) {
      return new CycleAnswer.Next(Standing.NOT_APPLICABLE, end, facts.last(), null, null);
    }
    LocalDate due = atTheEnd.standing() == Standing.NOT_ASSESSED ? null : finalDue();
    return new CycleAnswer.Next(atTheEnd.standing(), end, facts.last(), due, finalDue());
  }

  private static CycleAnswer.Next notAssessed(Turn turn) {
    return new CycleAnswer.Next(
        Standing.NOT_ASSESSED, counted(turn), turn.from(), null, turn.due());
  }

  private static CycleAnswer.Counted counted(Turn turn) {
    return CycleAnswer.Counted.valueOf(turn.counted());
  }

  private void countMissed(Turn first, LocalDate day) {
    boolean over = facts.last() != null && day.isAfter(facts.last());
    LocalDate end = over ? facts.last() : day;
    for (Turn one = first; one != null && one.due().isBefore(end); one = after(one)) {
      missed++;
    }
  }

  private void advance(LocalDate day, Turn sure) {
    Turn fresh = turn(day, "LAST_REPORT");
    Turn kept = stricter && sure != null ? after(sure) : null;
    while (kept != null && !kept.due().isAfter(day)) {
      kept = after(kept);
    }
    if (kept != null && (fresh == null || !fresh.due().isBefore(kept.due()))) {
      turn = kept;
      known = day;
      lastSilent = null;
    } else {
      begin(fresh, day);
    }
  }

  private void begin(Turn first, LocalDate day) {
    turn = first;
    known = first == null ? day : first.from();
    lastSilent = null;
  }

  private Turn orSince(LocalDate heardAgain) {
    Turn since = turn(heardAgain, "SILENCE");
    return since != null && !since.due().isAfter(turn.due()) ? turn : since;
  }

  private Turn turn(LocalDate day, String counted) {
    LocalDate from = months.from(day, asOf);
    return from == null
        ? null
        : new Turn(from, months.on(from), 1, from, from.equals(day) ? counted : "BEGINNING");
  }

  private Turn after(Turn one) {
    LocalDate due = one.due();
    Integer number = months.on(due);
    return number != null && number == one.months()
        ? new Turn(one.base(), one.months(), one.times() + 1, due, "CYCLE")
        : turn(due, "CYCLE");
  }

  private boolean endsBy(LocalDate day) {
    return facts.last() != null && !day.isBefore(facts.last());
  }

  private boolean finalIsDue() {
    return facts.last() != null && afterTheEnd.on(facts.last()) != null;
  }

  private LocalDate finalDue() {
    return Leaves.daysAfter(facts.last(), afterTheEnd.on(facts.last()));
  }

  private boolean silent(LocalDate leaf) {
    return Leaves.marked(facts.silence().days(), leaf);
  }
}
