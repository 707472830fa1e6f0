package org.opora.duties.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.opora.api.duties.Duties;
import org.opora.api.text.Text;

/**
 * A line as a page shows it.
 *
 * @param days how many days are left or overdue, never negative
 * @param late whether the day has passed
 * @param visit whether a visit fulfils it, so that one click can record it
 */
public record DutyRow(
    UUID file,
    String number,
    String family,
    String kind,
    UUID person,
    String name,
    LocalDate birthDate,
    LocalDate due,
    LocalDate doBy,
    long days,
    boolean late,
    String level,
    String status,
    Text title,
    Text why,
    String paragraph,
    String trust,
    boolean visit) {

  static DutyRow of(Duties.Line line, LocalDate asOf, boolean visit) {
    long left = line.due() == null ? 0 : ChronoUnit.DAYS.between(asOf, line.due());
    return new DutyRow(
        line.file().value(),
        line.number(),
        line.familyName(),
        line.subjectKind().name(),
        line.subject().value(),
        line.name().spoken(),
        line.birthDate(),
        line.due(),
        line.doBy(),
        Math.abs(left),
        left < 0,
        Band.of(line).level(),
        line.status().name(),
        line.title(),
        line.why(),
        line.paragraph(),
        line.trust().name(),
        visit);
  }
}
