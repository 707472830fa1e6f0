package org.opora.law.czech.contributions;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.Term;
import org.opora.api.evidence.Kinds;

/**
 * What the house is asked for: counts for the region, Act 359/1999 Sb. § 49c(5), one reading; and
 * what somebody wants to know or to change about their personal data, Article 12(3) of Regulation
 * (EU) 2016/679, which nobody has verified for this pack.
 */
final class Requests {
  private static final String REGULATION = "čl. 12 odst. 3, nařízení (EU) 2016/679";
  private static final LocalDate REGULATION_FROM = LocalDate.of(2018, 5, 25);

  private Requests() {}

  static DeadlineRule counts() {
    return new DeadlineRule(
        "cz.counts",
        Said.text("counts.title"),
        EnumSet.of(SubjectKind.CENTRE),
        Kinds.COUNTS_ASKED,
        Kinds.COUNTS_ANSWERED,
        null,
        List.of(Said.reading(Term.days(8), "§ 49c odst. 5", "counts.source")),
        List.of(),
        reasons());
  }

  static DeadlineRule personalData() {
    return new DeadlineRule(
        "cz.personal-data",
        Said.text("personal-data.title"),
        EnumSet.of(SubjectKind.CENTRE),
        Kinds.DATA_ASKED,
        Kinds.DATA_ANSWERED,
        Kinds.DATA_EXTENDED,
        List.of(regulation(Term.months(1))),
        List.of(regulation(Period.ofMonths(2))),
        reasons());
  }

  private static <T> Parameter<T> regulation(T value) {
    return new Parameter<>(
        value,
        REGULATION_FROM,
        null,
        REGULATION,
        Said.text("personal-data.source"),
        Trust.UNVERIFIED);
  }

  /** Something was asked for, and has to be answered. */
  static DeadlineRule.Reasons reasons() {
    return Said.reasons("answer");
  }

  static List<LawFigure> figures() {
    List<LawFigure> figures = new ArrayList<>();
    figures.addAll(
        Said.figures(
            "cz.counts.term",
            "counts.title",
            counts().terms(),
            term -> Said.text("counts.value", term.number())));
    figures.addAll(
        Said.figures(
            "cz.personal-data.term",
            "personal-data.title",
            personalData().terms(),
            term -> Said.text("personal-data.value", term.number())));
    figures.addAll(
        Said.figures(
            "cz.personal-data.extension",
            "personal-data.extension",
            personalData().extensions(),
            more -> Said.text("personal-data.extension.value", more.toTotalMonths())));
    return figures;
  }
}
