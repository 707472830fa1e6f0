package org.opora.duties.web;

import java.time.LocalDate;
import java.time.Period;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.text.Text;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.TrustMarks;

/**
 * A figure of the law as the page of rules shows it.
 *
 * @param childrenTrust mark of the reading per child; null when the rule does not run for children
 */
public record RuleRow(
    String id,
    String set,
    Text title,
    long months,
    int days,
    LocalDate from,
    LocalDate until,
    boolean now,
    String paragraph,
    Text source,
    String trust,
    String childrenTrust) {

  static RuleRow of(
      RuleBook.Entry<IntervalRule> entry,
      Parameter<Period> figure,
      TrustMarks.Marks marks,
      LocalDate today) {
    return new RuleRow(
        entry.rule().id(),
        entry.setName(),
        entry.rule().title(),
        figure.value().toTotalMonths(),
        figure.value().getDays(),
        figure.from(),
        figure.until(),
        figure.holdsOn(today),
        figure.paragraph(),
        figure.source(),
        marks.of(entry.rule().periodFigure(), figure).name(),
        entry.rule().children() ? marks.eachChild(entry).name() : null);
  }
}
