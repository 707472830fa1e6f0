package org.opora.law.czech.contributions;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.duties.spi.EntitlementRule;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.evidence.Kinds;

/**
 * All-day care, Act 359/1999 Sb. § 47a(2)(b): at least 14 days in a calendar year for children from
 * the age of two were read at a public source. Sources disagree whether the days are the carer's,
 * whatever the number of children, or each child's, as they are paid: so there are two ledgers over
 * the same days.
 */
final class Respite {
  private static final String PARAGRAPH = "§ 47a odst. 2 písm. b)";

  private Respite() {}

  static EntitlementRule ofCarer() {
    return rule("cz.respite", "respite.title", false, Said.read(14, PARAGRAPH, "respite.source"));
  }

  static EntitlementRule ofChild() {
    return rule(
        "cz.respite-child",
        "respite-child.title",
        true,
        Said.reading(14, "Instrukce MPSV č. 3/2025 k " + PARAGRAPH, "respite-child.source"));
  }

  private static EntitlementRule rule(
      String id, String title, boolean children, Parameter<Integer> days) {
    return new EntitlementRule(
        id,
        Said.text(title),
        Kinds.RESPITE,
        children,
        List.of(days),
        List.of(age()),
        List.of(begunDay()),
        List.of(reasoned()),
        "cz.respite",
        Kinds.JUSTIFIED,
        new EntitlementRule.Reasons(
            CzechLaw.TEXTS,
            "respite.open",
            "respite.used-up",
            "respite.over",
            "respite.over-justified",
            "respite.not-now",
            "respite.unknown"));
  }

  private static Parameter<Boolean> begunDay() {
    return Said.reading(true, PARAGRAPH, "respite.begun-day.source");
  }

  private static Parameter<Boolean> reasoned() {
    return Said.reading(true, PARAGRAPH, "respite.reasoned.source");
  }

  private static Parameter<Integer> age() {
    return Said.read(2, PARAGRAPH, "respite.source");
  }

  static List<LawFigure> figures() {
    List<LawFigure> figures = new ArrayList<>();
    figures.addAll(
        Said.figures(
            "cz.respite.days",
            "respite.title",
            ofCarer().days(),
            days -> Said.text("respite.days", days)));
    figures.addAll(
        Said.figures(
            "cz.respite.age",
            "respite.age",
            ofCarer().childAge(),
            age -> Said.text("respite.age.value", age)));
    figures.addAll(
        Said.figures(
            ofCarer().begunDayFigure(),
            "respite.begun-day",
            ofCarer().begunDay(),
            yes -> Said.text("respite.begun-day.value")));
    figures.addAll(
        Said.figures(
            ofCarer().reasonedFigure(),
            "respite.reasoned",
            ofCarer().reasoned(),
            yes -> Said.text("respite.reasoned.value")));
    figures.addAll(
        Said.figures(
            "cz.respite-child.days",
            "respite-child.title",
            ofChild().days(),
            days -> Said.text("respite.days", days)));
    return figures;
  }
}
