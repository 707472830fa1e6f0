package org.opora.registry.overrides.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opora.api.web.Choice;
import org.opora.api.web.Request;
import org.opora.registry.overrides.application.RuleMonths;
import org.opora.registry.overrides.persistence.Wanted;

/** What the address asks for: codes only. */
record OverrideFilter(Wanted wanted) {
  private static final Pattern RULE = Pattern.compile("[a-z0-9.-]{1,80}");

  static OverrideFilter of(Request request) {
    return new OverrideFilter(
        new Wanted(
            request.query("rule").filter(raw -> RULE.matcher(raw).matches()).orElse(null),
            request.query("month").flatMap(OverrideFilter::parsed).orElse(null)));
  }

  private static Optional<YearMonth> parsed(String raw) {
    try {
      return raw.isBlank() ? Optional.empty() : Optional.of(YearMonth.parse(raw));
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  /** The months of the table, the newest first, and the one that was asked for. */
  List<Choice> months(RuleMonths table) {
    return Stream.concat(
            table.months().stream().sorted((one, two) -> two.compareTo(one)),
            Stream.ofNullable(wanted.month()))
        .distinct()
        .map(one -> new Choice(one.toString(), label(one)))
        .toList();
  }

  /** The rules of the table; one that was asked for and is older stands under its code. */
  List<Choice> rules(RuleMonths table) {
    List<Choice> known =
        table.rules().stream().map(row -> new Choice(row.rule(), row.title())).toList();
    boolean older =
        wanted.rule() != null && known.stream().noneMatch(one -> one.value().equals(rule()));
    return older
        ? Stream.concat(known.stream(), Stream.of(new Choice(rule(), rule()))).toList()
        : known;
  }

  static String label(YearMonth month) {
    return month.getMonthValue() + "/" + month.getYear();
  }

  String rule() {
    return wanted.rule() == null ? "" : wanted.rule();
  }

  String month() {
    return wanted.month() == null ? "" : wanted.month().toString();
  }

  /** What follows the path in the address of the list that is shown. */
  String asked() {
    return "?rule=" + rule() + "&month=" + month();
  }
}
