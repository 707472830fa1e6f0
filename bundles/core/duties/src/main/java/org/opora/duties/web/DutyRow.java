package org.opora.duties.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.opora.api.duties.Duties;
import org.opora.api.staff.Cover;
import org.opora.api.text.Text;

/**
 * A line as a page shows it.
 *
 * @param file null for what the house owes as such
 * @param person null when it is about nobody in particular, as {@code name} is
 * @param days how many days are left or overdue, never negative
 * @param late whether the day has passed
 * @param ref which of several of the same rule about the same; null where there is only one
 * @param page address of the page that explains it; null where there is none
 * @param visit whether a visit fulfils it, so that one click can record it
 * @param paragraph of the law; null for a rule of the centre, as {@code trust} is
 * @param promisedBy name of the module whose rule of the centre it is; null for a rule of the law
 * @param gap days on which nobody looked after the family; null when that did not matter
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
    String ref,
    String page,
    boolean visit,
    Text promisedBy,
    Cover.Gap gap) {

  static DutyRow of(
      Duties.Line line, LocalDate asOf, LocalDate today, boolean visit, Cover.Gap gap) {
    long left = line.due() == null ? 0 : ChronoUnit.DAYS.between(asOf, line.due());
    return new DutyRow(
        line.file() == null ? null : line.file().value(),
        line.number(),
        line.familyName(),
        line.subjectKind().name(),
        line.subject() == null ? null : line.subject().value(),
        line.name() == null ? null : line.name().spoken(),
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
        line.trust() == null ? null : line.trust().name(),
        line.ref(),
        LinePage.href(line, asOf, today),
        visit,
        line.promisedBy(),
        gap);
  }
}
