package org.opora.law.czech.contributions;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.evidence.Kinds;

/**
 * Help to which a carer has a right, Act 359/1999 Sb. § 47a(2). Expert help was to be mediated at
 * least once in six months until the end of 2024, which was read at a public source; since then the
 * law sets no time, but for agreements that keep the rules of before. Short-term care and help with
 * contact have no number and never had: what is in the law is when somebody has a right to them.
 */
final class Help {
  private static final String EXPERT = "§ 47a odst. 2 písm. c)";
  private static final String MINDING = "§ 47a odst. 2 písm. a)";
  private static final String CONTACT = "§ 47a odst. 2 písm. e)";
  private static final List<String> GROUNDS = List.of("illness", "birth", "matters", "death");

  private Help() {}

  static IntervalRule expert() {
    return new IntervalRule(
        "cz.expert-help",
        Said.text("expert-help.title"),
        Kinds.EXPERT_HELP,
        false,
        true,
        Trust.SECONDARY,
        List.of(Said.formerly(Period.ofMonths(6), EXPERT, "expert-help.source")),
        AgreementLaw.keptRules(),
        new IntervalRule.Promised(Kinds.EXPERT_HELP_PROMISED, promise()),
        new IntervalRule.Reasons(
            CzechLaw.TEXTS,
            "expert-help.fulfilled",
            "expert-help.due-soon",
            "expert-help.overdue",
            "expert-help.first",
            "expert-help.brought-along",
            "expert-help.before-opora",
            "expert-help.since-opora"));
  }

  /** The law sets no time any more; many agreements go on to promise one. */
  private static Parameter<Boolean> promise() {
    return Said.reading(
        true, "§ 47b, dohoda o výkonu pěstounské péče", "expert-help.promise.source");
  }

  static List<LawFigure> figures() {
    List<LawFigure> figures = new ArrayList<>();
    figures.addAll(
        Said.figures(
            expert().promiseFigure(),
            "expert-help.promise",
            List.of(promise()),
            yes -> Said.text("expert-help.promise.value")));
    figures.addAll(
        Said.figures(
            "cz.expert-help.period",
            "expert-help.title",
            expert().period(),
            months -> Said.text("expert-help.period.value", months.toTotalMonths())));
    figures.addAll(
        Said.figures(
            "cz.expert-help.free",
            "expert-help.title",
            List.of(Said.reading("none", EXPERT, "expert-help.free.source")),
            none -> Said.text("expert-help.free.value")));
    figures.addAll(
        Said.figures(
            "cz.minding.hours",
            "minding.title",
            List.of(Said.read("none", MINDING, "minding.source")),
            none -> Said.text("minding.value")));
    for (String ground : GROUNDS) {
      Parameter<String> dated = Said.read("cz.minding." + ground, MINDING, "minding.source");
      figures.add(
          new LawFigure(
              "cz.minding." + ground,
              Said.text("minding.ground"),
              Said.text("minding.ground." + ground),
              dated));
    }
    figures.addAll(
        Said.figures(
            "cz.contact-help.number",
            "contact-help.title",
            List.of(Said.read("none", CONTACT, "contact-help.source")),
            none -> Said.text("contact-help.value")));
    return figures;
  }
}
