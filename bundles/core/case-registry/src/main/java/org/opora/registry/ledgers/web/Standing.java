package org.opora.registry.ledgers.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.opora.api.duties.Duties;
import org.opora.api.evidence.Evidence;
import org.opora.api.people.PersonName;
import org.opora.api.text.Text;

/**
 * How the accounts of a family stand, as the duties reckon them.
 *
 * @param hours of carers, in periods
 * @param rights of carers and children, in calendar years
 */
public record Standing(List<Hours> hours, List<Right> rights) {
  public static Standing of(List<Duties.Line> lines) {
    return new Standing(
        lines.stream()
            .filter(line -> line.detail() instanceof Duties.Account)
            .map(line -> Hours.of(line, (Duties.Account) line.detail()))
            .toList(),
        lines.stream()
            .filter(line -> line.detail() instanceof Duties.Ledger)
            .map(line -> Right.of(line, (Duties.Ledger) line.detail()))
            .toList());
  }

  /**
   * What every row says.
   *
   * @param name null when the viewer may not know who it is
   * @param level of the mark that says the status
   * @param href page on which it is explained, with its evidence
   */
  public record Head(
      PersonName name, Text title, Text why, String status, String level, String href) {
    static Head of(Duties.Line line) {
      return new Head(
          line.name(),
          line.title(),
          line.why(),
          line.status().name(),
          switch (line.status()) {
            case OVERDUE -> "overdue";
            case DUE_SOON -> "soon";
            case OK -> "ok";
            case JUSTIFIED, NOT_ASSESSED, NOT_APPLICABLE -> "muted";
          },
          href(line));
    }

    private static String href(Duties.Line line) {
      String page = "/duties/files/" + line.file() + "/" + line.rule() + "/" + line.whom().key();
      return line.ref() == null
          ? page
          : page + "?ref=" + URLEncoder.encode(line.ref(), StandardCharsets.UTF_8);
    }
  }

  /** An account in hours. */
  public record Hours(
      Head head,
      LocalDate from,
      LocalDate until,
      BigDecimal need,
      BigDecimal carriedIn,
      BigDecimal done,
      BigDecimal over,
      BigDecimal missing,
      BigDecimal carriedOut,
      List<Year> years) {
    static Hours of(Duties.Line line, Duties.Account account) {
      return new Hours(
          Head.of(line),
          account.from(),
          account.until(),
          Evidence.hours(account.need()),
          Evidence.hours(account.carriedIn()),
          Evidence.hours(account.counted()),
          Evidence.hours(account.over()),
          Evidence.hours(account.missing()),
          Evidence.hours(account.carriedOut()),
          account.years().stream()
              .map(one -> new Year(one.year().toString(), Evidence.hours(one.minutes())))
              .toList());
    }
  }

  /**
   * What a calendar year has brought so far: nothing is owed by it.
   *
   * @param year as a word, because it has no thousands
   */
  public record Year(String year, BigDecimal hours) {}

  /** A right in days. */
  public record Right(
      Head head, String year, int amount, int used, int left, int over, int outside) {
    static Right of(Duties.Line line, Duties.Ledger ledger) {
      return new Right(
          Head.of(line),
          ledger.year().toString(),
          ledger.amount(),
          ledger.used(),
          ledger.left(),
          ledger.over(),
          ledger.outside());
    }
  }
}
