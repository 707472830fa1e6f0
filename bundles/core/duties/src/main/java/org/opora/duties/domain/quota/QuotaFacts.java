package org.opora.duties.domain.quota;

import java.util.List;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Silence;

/**
 * What is known of one person's account.
 *
 * @param duty the days on which the duty holds: of each agreement, or of each post after its
 *     probation; in any order, not overlapping, also those that are known to come
 * @param away absences, for a quota that is owed by the month; one that goes on has lasted until
 *     the day asked for
 * @param credits in any order; those after the day asked for do not count
 * @param opening null when the account was kept here from its beginning
 * @param silence when nothing is known for sure
 * @param excused days on which a reason that was accepted stood in the file; a period that ends on
 *     one of them is not called missed
 */
public record QuotaFacts(
    List<Days> duty,
    List<Days> away,
    List<Credit> credits,
    OpeningMinutes opening,
    Silence silence,
    List<Days> excused) {
  public QuotaFacts {
    duty = List.copyOf(duty);
    away = List.copyOf(away);
    credits = List.copyOf(credits);
    excused = List.copyOf(excused);
  }
}
