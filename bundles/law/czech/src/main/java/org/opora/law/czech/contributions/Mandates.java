package org.opora.law.czech.contributions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.MandateLaw;
import org.opora.api.duties.spi.MandateLaw.Activity;
import org.opora.api.duties.spi.Parameter;
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
        List.of(figure(15, "§ 48a odst. 1 písm. a)", "mandate.change.source")),
        List.of(figure(15, "§ 48a odst. 3", "mandate.insurance.source")));
  }

  static List<LawFigure> figures(MandateLaw law) {
    List<LawFigure> figures = new ArrayList<>();
    law.changeByDay()
        .forEach(
            one ->
                figures.add(
                    new LawFigure(
                        "cz.mandate.change",
                        text("mandate.change"),
                        text("mandate.change.value", one.value()),
                        one)));
    law.insuranceDays()
        .forEach(
            one ->
                figures.add(
                    new LawFigure(
                        "cz.mandate.insurance",
                        text("mandate.insurance"),
                        text("mandate.insurance.value", one.value()),
                        one)));
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
