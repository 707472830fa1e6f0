package org.opora.duties.application;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.CentreDeadline;
import org.opora.api.duties.spi.CentreRecurrence;
import org.opora.api.duties.spi.CentreValidity;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Fact;
import org.opora.api.files.CareFacts;
import org.opora.api.house.WorkingDays;

/**
 * Makes the lines of one rule of the centre: one for each beginning in a file that is followed by
 * something, whoever it is about, with an agreement or without one.
 */
final class PromiseLines {
  private final Promised promised;
  private final Known known;
  private final WorkingDays days;
  private final SamePeople same;

  PromiseLines(Promised promised, Known known, WorkingDays days, SamePeople same) {
    this.promised = promised;
    this.known = known;
    this.days = days;
    this.same = same;
  }

  void addTo(List<Duties.Line> lines, Collection<CareFacts.Recorded> files) {
    files.forEach(file -> addTo(lines, file));
  }

  private void addTo(List<Duties.Line> lines, CareFacts.Recorded file) {
    for (Duties.Whom whom : Who.of(file, promised.rule().about(), same)) {
      About about = about(file, whom);
      for (Fact event : known.facts().of(promised.rule().begins(), about)) {
        Beginning beginning =
            new Beginning(
                event,
                about,
                known.silence(file.movedIn(), promised.rule().evidence()),
                known.excuses(promised.rule().id(), about));
        Draft draft = new Draft(promised, days, Who.family(file), whom);
        made(beginning, draft).ifPresent(lines::add);
      }
    }
  }

  private static About about(CareFacts.Recorded file, Duties.Whom whom) {
    return whom.person() == null
        ? About.file(file.file())
        : About.person(file.file(), whom.person());
  }

  private Optional<Duties.Line> made(Beginning beginning, Draft draft) {
    if (promised.rule() instanceof CentreDeadline rule) {
      return new CentreDeadlineLine(promised, rule, known).of(beginning, draft);
    }
    if (promised.rule() instanceof CentreRecurrence rule) {
      return new CentreRecurrenceLine(promised, rule, known).of(beginning, draft);
    }
    return new CentreValidityLine(promised, (CentreValidity) promised.rule(), known)
        .of(beginning, draft);
  }
}
