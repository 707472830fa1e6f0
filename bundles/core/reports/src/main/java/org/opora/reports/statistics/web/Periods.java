package org.opora.reports.statistics.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opora.api.faults.NotFound;
import org.opora.api.statistics.Period;
import org.opora.api.text.Text;
import org.opora.api.web.Dates;
import org.opora.api.web.Request;
import org.opora.reports.shared.Words;
import org.opora.reports.statistics.application.Months;

/** The period that an address names. */
public final class Periods {
  private static final int HALF = 6;
  private static final int YEARS_BACK = 3;
  private static final int LONGEST_YEARS = 30;

  private Periods() {}

  /** A period that is offered, with its name. */
  public record Offer(Text title, LocalDate from, LocalDate until) {
    static Offer of(Text title, Period period) {
      return new Offer(title, period.from(), period.until());
    }
  }

  /**
   * The year that lasts, when the address names none; as figures are told of it.
   *
   * @throws NotFound when it names something that is no period
   */
  public static Period of(Request request) {
    LocalDate today = request.viewer().today();
    Optional<String> from = request.query("from").filter(day -> !day.isBlank());
    Optional<String> until = request.query("until").filter(day -> !day.isBlank());
    if (from.isEmpty() && until.isEmpty()) {
      return Months.told(Period.year(today.getYear()), today);
    }
    try {
      LocalDate first = Dates.parse(from.orElseThrow(NotFound::new));
      LocalDate last = Dates.parse(until.orElseThrow(NotFound::new));
      if (last.isBefore(first) || first.plusYears(LONGEST_YEARS).isBefore(last)) {
        throw new NotFound();
      }
      return Months.told(new Period(first, last), today);
    } catch (DateTimeException noDay) {
      throw new NotFound();
    }
  }

  /** What people ask for again and again: this year, those before, and their halves. */
  static List<Offer> offers(LocalDate today) {
    List<Offer> offers = new ArrayList<>();
    int now = today.getYear();
    for (int year = now; year > now - YEARS_BACK; year--) {
      offers.add(
          Offer.of(Words.of("statistics.year", year), Months.told(Period.year(year), today)));
    }
    LocalDate half = LocalDate.of(now, today.getMonthValue() > HALF ? HALF + 1 : 1, 1);
    offers.add(Offer.of(Words.of("statistics.half.this"), Months.told(half(half), today)));
    offers.add(Offer.of(Words.of("statistics.half.last"), half(half.minusMonths(HALF))));
    return offers;
  }

  private static Period half(LocalDate first) {
    return new Period(first, first.plusMonths(HALF).minusDays(1));
  }

  /** As it stands in an address. */
  public static String query(Period period) {
    return "from=" + period.from() + "&until=" + period.until();
  }
}
