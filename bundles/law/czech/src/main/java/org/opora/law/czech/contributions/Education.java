package org.opora.law.czech.contributions;

import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.duties.spi.Asked;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.QuotaRule;
import org.opora.api.evidence.Kinds;
import org.opora.api.files.CareKind;

/**
 * Training of carers, Act 359/1999 Sb. § 47a: 24 hours of 60 minutes in twelve months on end from
 * the conclusion of the agreement, each carer by themselves, were read at a public source. The 18
 * hours of care that was not mediated, and that a surplus counts into the next twelve months, are
 * one reading of the wording in force since 2025. How many hours of a form count, the law does not
 * say.
 */
final class Education {
  private static final String PARAGRAPH = "§ 47a";

  private Education() {}

  static QuotaRule rule() {
    return new QuotaRule(
        "cz.education",
        Said.text("education.title"),
        Kinds.EDUCATION,
        QuotaRule.Spell.TWELVE_MONTHS,
        List.of(
            new Asked("temporary", EnumSet.of(CareKind.TEMPORARY), null, List.of(whole())),
            new Asked("mediated", Set.of(), true, List.of(whole())),
            new Asked(
                "non-mediated",
                Set.of(),
                false,
                List.of(
                    Said.formerly(24, PARAGRAPH, "education.source"),
                    Said.reading(18, PARAGRAPH, "education.non-mediated.source")))),
        AgreementLaw.keptRules(),
        Map.of(),
        List.of(carries()),
        new QuotaRule.Reasons(
            CzechLaw.TEXTS,
            "education.fulfilled",
            "education.open",
            "education.ending",
            "education.missed",
            "education.excused",
            "education.unknown"));
  }

  private static Parameter<Integer> whole() {
    return Said.read(24, PARAGRAPH, "education.source");
  }

  private static Parameter<Boolean> carries() {
    return Said.reading(true, PARAGRAPH, "education.carry.source");
  }

  static List<LawFigure> figures() {
    QuotaRule rule = rule();
    List<LawFigure> figures = new ArrayList<>();
    rule.asked()
        .forEach(
            asked ->
                figures.addAll(
                    Said.figures(
                        rule.figure(asked),
                        "education.figure." + asked.code(),
                        asked.hours(),
                        hours -> Said.text("education.hours", hours))));
    figures.addAll(
        Said.figures(
            "cz.education.period",
            "education.figure.period",
            List.of(Said.read(Period.ofMonths(12), PARAGRAPH, "education.source")),
            months -> Said.text("education.figure.period.value", months.toTotalMonths())));
    figures.addAll(
        Said.figures(
            "cz.education.hour",
            "education.figure.hour",
            List.of(Said.read(60, PARAGRAPH, "education.source")),
            minutes -> Said.text("education.figure.hour.value", minutes)));
    figures.addAll(
        Said.figures(
            rule.carryFigure(),
            "education.figure.carry",
            rule.carries(),
            yes -> Said.text("education.figure.carry.value")));
    return figures;
  }
}
