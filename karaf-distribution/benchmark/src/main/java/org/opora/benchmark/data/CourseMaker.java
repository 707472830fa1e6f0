package org.opora.benchmark.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes up what families lived through besides visits, as a centre that keeps its promises would
 * have written it down, and now and then does not: hours that are missing, days too many, a report
 * made out late, a copy that nobody confirmed. The same numbers give the same.
 */
final class CourseMaker {
  private static final long SEED = 20_261_128L;

  /** Until then no law said by when a report is delivered. */
  private static final LocalDate AMENDMENT = LocalDate.of(2025, 1, 1);

  private static final int NEED = 24 * 60;
  private static final int DELIVER_WITHIN = 15;
  private static final int ANSWER_WITHIN = 30;
  private static final List<String> FORMS =
      List.of("IN_PERSON", "IN_PERSON", "ONLINE", "E_LEARNING", "CONSULTATION", "SELF_STUDY");
  private static final String CARERS_OFFICE = "OSPOD Nový Jičín";
  private static final String CHILDRENS_OFFICE = "OSPOD Ostrava";
  private static final String COURT = "Okresní soud v Novém Jičíně";
  private final LocalDate today;
  private final Keys keys = new Keys(SEED);

  CourseMaker(LocalDate today) {
    this.today = today;
  }

  Course make(int number, Family family) {
    SplittableRandom random = new SplittableRandom(SEED + number * 7919L);
    List<Course.Training> trainings = new ArrayList<>();
    family.carers().forEach(carer -> trained(trainings, random, carer, family.since()));
    List<Course.Report> reports = new ArrayList<>();
    cycle(reports, random, family);
    askedFor(reports, random, family);
    return new Course(
        trainings, respites(random, family), reports, requests(random, family), decisions(family));
  }

  private boolean past(LocalDate day) {
    return day.isBefore(today);
  }

  /** As many hours as the law asks for in each year of the agreement, and mostly some more. */
  private void trained(
      List<Course.Training> all, SplittableRandom random, Family.Member carer, LocalDate since) {
    for (int year = 0; past(since.plusYears(year)); year++) {
      LocalDate first = since.plusYears(year);
      int most = random.nextInt(12) == 0 ? NEED / 2 : NEED;
      int minutes = 0;
      while (minutes < most) {
        int length = 60 * (3 + random.nextInt(6));
        LocalDate on = first.plusDays(random.nextInt(360));
        String form = FORMS.get(random.nextInt(FORMS.size()));
        minutes += length;
        if (past(on)) {
          all.add(new Course.Training(keys.next(), carer, on, length, form));
        }
      }
    }
  }

  /** A stay in summer and two weekends in each year, for all children together. */
  private List<Course.Respite> respites(SplittableRandom random, Family family) {
    List<Course.Respite> all = new ArrayList<>();
    for (int year = family.since().getYear(); year <= today.getYear(); year++) {
      LocalDate spring = LocalDate.of(year, 3, 1).plusDays(random.nextInt(80));
      LocalDate summer = LocalDate.of(year, 7, 1).plusDays(random.nextInt(40));
      LocalDate autumn = LocalDate.of(year, 10, 1).plusDays(random.nextInt(50));
      away(all, family, spring, 3, false);
      away(all, family, summer, 7 + random.nextInt(3), false);
      away(all, family, autumn, 2, false);
      if (random.nextInt(15) == 0) {
        away(all, family, LocalDate.of(year, 8, 20), 7, random.nextBoolean());
      }
    }
    return all;
  }

  /** Children who have not come yet, and those who are too young for it, stay at home. */
  private void away(
      List<Course.Respite> all, Family family, LocalDate first, int days, boolean reasoned) {
    LocalDate last = first.plusDays(days - 1L);
    for (Family.Child child : family.children()) {
      boolean there = !child.placed().isAfter(first);
      boolean old = !child.who().born().plusYears(2).isAfter(first);
      if (there && old && past(last)) {
        all.add(new Course.Respite(keys.next(), child, first, last, reasoned));
      }
    }
  }

  /** One in six months, from the one before; one in 25 is late. */
  private void cycle(List<Course.Report> all, SplittableRandom random, Family family) {
    LocalDate from = family.since();
    LocalDate due = from.plusMonths(6);
    LocalDate madeOut = madeOut(random, due);
    while (past(madeOut)) {
      LocalDate begun = madeOut.minusDays(14);
      all.add(
          new Course.Report(
              keys.next(),
              false,
              from,
              begun,
              begun,
              due,
              madeOut,
              copies(random, family, madeOut)));
      from = begun.plusDays(1);
      due = (madeOut.isBefore(due) ? madeOut : due).plusMonths(6);
      madeOut = madeOut(random, due);
    }
  }

  private static LocalDate madeOut(SplittableRandom random, LocalDate due) {
    return random.nextInt(25) == 0
        ? due.plusDays(1 + random.nextInt(10))
        : due.minusDays(random.nextInt(25));
  }

  private List<Course.Copy> copies(SplittableRandom random, Family family, LocalDate madeOut) {
    boolean elsewhere = family.turn() % 3 == 0;
    List<Course.Copy> copies = new ArrayList<>();
    family.carers().forEach(carer -> copies.add(copy(random, "CARER", carer, null, true, madeOut)));
    copies.add(copy(random, "CARER_AUTHORITY", null, CARERS_OFFICE, !elsewhere, madeOut));
    if (elsewhere) {
      copies.add(copy(random, "CHILD_AUTHORITY", null, CHILDRENS_OFFICE, true, madeOut));
    }
    return copies;
  }

  private Course.Copy copy(
      SplittableRandom random,
      String kind,
      Family.Member carer,
      String office,
      boolean children,
      LocalDate madeOut) {
    LocalDate sent = madeOut.plusDays(1 + random.nextInt(3));
    LocalDate delivered =
        random.nextInt(200) == 0
            ? null
            : sent.plusDays(random.nextInt(40) == 0 ? DELIVER_WITHIN + 3 : random.nextInt(11));
    return new Course.Copy(
        keys.next(),
        kind,
        carer,
        office,
        children,
        madeOut.isBefore(AMENDMENT) ? null : madeOut.plusDays(DELIVER_WITHIN),
        past(sent) ? sent : null,
        delivered != null && past(delivered) ? delivered : null);
  }

  /** A court asks every other year. */
  private void askedFor(List<Course.Report> all, SplittableRandom random, Family family) {
    LocalDate asked = family.since().plusDays(200 + random.nextInt(500));
    while (past(asked)) {
      LocalDate due = asked.plusDays(ANSWER_WITHIN);
      LocalDate madeOut = asked.plusDays(7 + random.nextInt(14));
      LocalDate delivered = madeOut.plusDays(1 + random.nextInt(6));
      boolean made = past(madeOut);
      all.add(
          new Course.Report(
              keys.next(),
              true,
              asked.minusMonths(6),
              asked,
              asked,
              due,
              made ? madeOut : null,
              List.of(
                  new Course.Copy(
                      keys.next(),
                      "ASKED_COURT",
                      null,
                      COURT,
                      true,
                      made ? due : null,
                      made ? madeOut : null,
                      past(delivered) ? delivered : null))));
      asked = asked.plusDays(500 + random.nextInt(400));
    }
  }

  /** Two a year, answered within two weeks; the last ones wait for nobody any more. */
  private List<Course.Request> requests(SplittableRandom random, Family family) {
    List<Course.Request> all = new ArrayList<>();
    LocalDate asked = family.since().plusDays(30 + random.nextInt(100));
    while (past(asked.plusDays(14))) {
      LocalDate offered = asked.plusDays(1 + random.nextInt(5));
      int how = random.nextInt(10);
      all.add(
          new Course.Request(
              keys.next(),
              family.carers().get(random.nextInt(family.carers().size())),
              String.valueOf((char) ('a' + random.nextInt(6))),
              asked,
              how == 1 ? null : offered,
              offered.plusDays(random.nextInt(8)),
              outcome(how)));
      asked = asked.plusDays(100 + random.nextInt(170));
    }
    return all;
  }

  private static String outcome(int how) {
    return switch (how) {
      case 0 -> "NOT_POSSIBLE";
      case 1 -> "NOT_NEEDED";
      default -> "PROVIDED";
    };
  }

  private List<Course.Decision> decisions(Family family) {
    return family.children().stream()
        .map(
            child ->
                new Course.Decision(
                    keys.next(), child, child.placed().minusDays(25), child.placed().minusDays(5)))
        .toList();
  }
}
