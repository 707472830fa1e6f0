package org.opora.law.czech.contributions;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.opora.api.care.Visits;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.FormerRules;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.text.Text;

/**
 * The key worker's visit, Act 359/1999 Sb. § 47b(4): at least once per two months, the carer and
 * each entrusted child on a clock of their own. The interval was read at a public source; that the
 * clock runs for each child separately is a secondary reading.
 */
final class VisitRule {
  private static final String PARAGRAPH = "§ 47b odst. 4, zákon č. 359/1999 Sb.";

  /** Agreements on foster care, and with them this duty, exist since the amendment 401/2012 Sb. */
  private static final LocalDate SINCE = LocalDate.of(2013, 1, 1);

  private VisitRule() {}

  static List<LawFigure> figures() {
    IntervalRule rule = rule();
    List<LawFigure> figures = new ArrayList<>();
    rule.period()
        .forEach(
            one ->
                figures.add(
                    new LawFigure(
                        "cz.visit.period",
                        Text.of(CzechLaw.TEXTS, "visit.title"),
                        Text.of(CzechLaw.TEXTS, "visit.period", one.value().toTotalMonths()),
                        one)));
    figures.add(
        new LawFigure(
            rule.eachChild(),
            Text.of(CzechLaw.TEXTS, "visit.each-child"),
            Text.of(CzechLaw.TEXTS, "visit.each-child.value"),
            new Parameter<>(
                true,
                SINCE,
                null,
                PARAGRAPH,
                Text.of(CzechLaw.TEXTS, "visit.source"),
                rule.childrenTrust())));
    return figures;
  }

  static IntervalRule rule() {
    return new IntervalRule(
        "cz.visit",
        Text.of(CzechLaw.TEXTS, "visit.title"),
        Visits.EVIDENCE,
        true,
        true,
        Trust.SECONDARY,
        List.of(
            new Parameter<>(
                Period.ofMonths(2),
                SINCE,
                null,
                PARAGRAPH,
                Text.of(CzechLaw.TEXTS, "visit.source"),
                Trust.VERIFIED)),
        FormerRules.NONE,
        new IntervalRule.Reasons(
            CzechLaw.TEXTS,
            "visit.fulfilled",
            "visit.due-soon",
            "visit.overdue",
            "visit.first",
            "visit.brought-along",
            "visit.before-opora",
            "visit.since-opora"));
  }
}
