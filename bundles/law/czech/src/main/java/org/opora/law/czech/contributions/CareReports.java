package org.opora.law.czech.contributions;

import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.duties.spi.CycleRule;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.Term;
import org.opora.api.evidence.Kinds;

/**
 * The report on the course of foster care, Act 359/1999 Sb. § 47b(5): the six months were read at a
 * public source; that one is due at the end, and the time to deliver it, are one reading. By when a
 * report has to be given that a court or an authority asked for, no number of the law says: they
 * set the day.
 */
final class CareReports {
  private static final String PARAGRAPH = "§ 47b odst. 5";

  private CareReports() {}

  static CycleRule cycle() {
    return new CycleRule(
        "cz.report",
        Said.text("report.title"),
        Kinds.REPORT_DRAFTED,
        Kinds.AT_THE_END,
        Kinds.REPORT_ADDRESSED,
        Kinds.REPORT_DELIVERED,
        List.of(Said.read(Period.ofMonths(6), PARAGRAPH, "report.period.source")),
        List.of(Said.reading(15, PARAGRAPH, "report.delivery.source")),
        atTheEnd(),
        new CycleRule.Reasons(
            CzechLaw.TEXTS,
            "report.running",
            "report.due-soon",
            "report.overdue",
            "report.unknown",
            "report.at-the-end",
            "report.end-overdue",
            "report.end-unknown",
            "report.delivery",
            "report.delivery-overdue",
            "report.delivery-unknown",
            Map.of(
                "carer", "report.to.carer",
                "carer-authority", "report.to.carer-authority",
                "child-authority", "report.to.child-authority"),
            "report.to.somebody"));
  }

  /**
   * Within how many days of the last day the final report is written: the agreement, whose end asks
   * for it, and the cycle of reports go by the same figure.
   */
  static List<Parameter<Integer>> atTheEnd() {
    return List.of(Said.reading(15, PARAGRAPH, "report.end.source"));
  }

  static DeadlineRule onRequest() {
    Set<SubjectKind> agreements = EnumSet.of(SubjectKind.AGREEMENT);
    return new DeadlineRule(
        "cz.report-on-request",
        Said.text("report-on-request.title"),
        agreements,
        Kinds.REPORT_ASKED,
        Kinds.REPORT_ANSWERED,
        null,
        List.of(Said.reading(Term.stated(), PARAGRAPH, "report-on-request.source")),
        List.of(),
        Requests.reasons());
  }

  static List<LawFigure> figures() {
    CycleRule rule = cycle();
    List<LawFigure> figures = new ArrayList<>();
    figures.addAll(
        Said.figures(
            rule.periodFigure(),
            "report.title",
            rule.period(),
            months -> Said.text("report.period.value", months.toTotalMonths())));
    figures.addAll(
        Said.figures(
            rule.endFigure(),
            "report.end",
            rule.atTheEnd(),
            days -> Said.text("report.end.value", days)));
    figures.addAll(
        Said.figures(
            rule.deliveryFigure(),
            "report.delivery.title",
            rule.deliverWithin(),
            days -> Said.text("report.delivery.value", days)));
    figures.addAll(
        Said.figures(
            "cz.report-on-request.term",
            "report-on-request.title",
            onRequest().terms(),
            term -> Said.text("report-on-request.value")));
    return figures;
  }
}
