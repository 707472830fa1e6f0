package org.opora.testkit;

import java.util.Objects;
import java.util.stream.Stream;
import org.opora.api.duties.spi.CentreDeadline;
import org.opora.api.duties.spi.CentreRecurrence;
import org.opora.api.duties.spi.CentreRule;
import org.opora.api.duties.spi.CentreValidity;
import org.opora.api.house.spi.Setting;

/** The keys of everything that is said of a rule of the centre. */
final class PromisedWords {
  private PromisedWords() {}

  static Stream<String> of(CentreRule rule) {
    return Stream.of(
            Stream.of(rule.title().key()),
            sentences(rule).filter(Objects::nonNull),
            rule.settings().stream().flatMap(PromisedWords::of))
        .flatMap(keys -> keys);
  }

  private static Stream<String> of(Setting setting) {
    return Stream.of(setting.title().key(), setting.explanation().key(), setting.unit().key());
  }

  private static Stream<String> sentences(CentreRule rule) {
    if (rule instanceof CentreDeadline one) {
      CentreDeadline.Reasons said = one.reasons();
      return Stream.of(said.running(), said.dueSoon(), said.overdue(), said.unknown());
    }
    if (rule instanceof CentreRecurrence one) {
      CentreRecurrence.Reasons said = one.reasons();
      return Stream.of(
          said.running(),
          said.dueSoon(),
          said.overdue(),
          said.often(),
          said.oftenOverdue(),
          said.unknown());
    }
    CentreValidity.Reasons said = ((CentreValidity) rule).reasons();
    return Stream.of(said.valid(), said.expiring(), said.missing(), said.lasting(), said.unknown());
  }
}
