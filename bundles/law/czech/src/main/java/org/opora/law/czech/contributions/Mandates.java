package org.opora.law.czech.contributions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.MandateLaw;
import org.opora.api.duties.spi.MandateLaw.Activity;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.Term;
import org.opora.api.evidence.Kinds;
import org.opora.api.text.Text;

/**
 * The mandated body, Act 359/1999 Sb. §§ 48 and 48a. Two wordings of § 48(2) were read at public
 * sources; on which day the one took over from the other is one reading, so the marks say so. A
 * mandate granted under the former wording keeps its activities.
 */
final class Mandates {
  private static final String ACT = ", zákon č. 359/1999 Sb.";
  private static final LocalDate FORMER_FROM = LocalDate.of(2013, 1, 1);
  private static final LocalDate FORMER_UNTIL = LocalDate.of(2024, 12, 31);
  private static final LocalDate PRESENT = LocalDate.of(2025, 1, 1);

  private Mandates() {}

  static MandateLaw law() {
    return new MandateLaw(
        List.of(
            present("accompaniment", "d"),
            present("applicant-advice", "a"),
            present("applicant-preparation", "b"),
            present("applicant-assessment", "c"),
            present("emergency-facility", "e"),
            present("violence", "f"),
            former("search-children", "a"),
            former("advice", "a"),
            former("prevention", "b"),
            former("facilities", "c"),
            former("camps", "c"),
            former("agreements", "d"),
            former("applicants", "e"),
            former("accompaniment", "f"),
            former("search-carers", "g")),
        changeByDay(),
        insuranceDays());
  }

  /** The region is told of what has changed. */
  static DeadlineRule change() {
    return owed(
        "cz.mandate.change",
        "mandate.change",
        Kinds.MANDATE_CHANGED,
        Kinds.MANDATE_NOTIFIED,
        Said.as(changeByDay(), Term::dayOfNextMonth));
  }

  /** The region gets a copy of a new insurance. */
  static DeadlineRule insurance() {
    return owed(
        "cz.mandate.insurance",
        "mandate.insurance",
        Kinds.INSURANCE_CONCLUDED,
        Kinds.INSURANCE_COPIED,
        Said.as(insuranceDays(), Term::days));
  }

  private static DeadlineRule owed(
      String id, String key, String event, String done, List<Parameter<Term>> terms) {
    return new DeadlineRule(
        id,
        text(key),
        EnumSet.of(SubjectKind.CENTRE),
        event,
        done,
        null,
        terms,
        List.of(),
        Said.reasons(key));
  }

  private static List<Parameter<Integer>> changeByDay() {
    return List.of(figure(15, "§ 48a odst. 1 písm. a)", "mandate.change.source"));
  }

  private static List<Parameter<Integer>> insuranceDays() {
    return List.of(figure(15, "§ 48a odst. 3", "mandate.insurance.source"));
  }

  static List<LawFigure> figures(MandateLaw law) {
    List<LawFigure> figures = new ArrayList<>();
    for (DeadlineRule rule : List.of(change(), insurance())) {
      figures.addAll(
          Said.figures(
              rule.termFigure(),
              rule.title().key(),
              rule.terms(),
              term -> text(rule.title().key() + ".value", term.number())));
    }
    law.activities()
        .forEach(
            one ->
                figures.add(
                    new LawFigure(
                        "cz.mandate.activity." + one.code().substring("cz.".length()),
                        text("mandate.activity"),
                        one.title(),
                        one.dated())));
    return figures;
  }

  private static Activity present(String code, String letter) {
    return activity(code, letter, PRESENT, null, "mandate.activity.source");
  }

  private static Activity former(String code, String letter) {
    return activity(code, letter, FORMER_FROM, FORMER_UNTIL, "mandate.activity.former.source");
  }

  private static Activity activity(
      String code, String letter, LocalDate from, LocalDate until, String source) {
    return new Activity(
        text("mandate.activity." + code),
        new Parameter<>(
            "cz." + code,
            from,
            until,
            "§ 48 odst. 2 písm. " + letter + ")" + ACT,
            text(source),
            Trust.SECONDARY));
  }

  /** One author's reading of the wording in force since 2025; of before no source is known. */
  private static Parameter<Integer> figure(int value, String paragraph, String source) {
    return new Parameter<>(value, PRESENT, null, paragraph + ACT, text(source), Trust.SECONDARY);
  }

  private static Text text(String key, Object... arguments) {
    return Text.of(CzechLaw.TEXTS, key, arguments);
  }
}
