package org.opora.duties.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Facts;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Silence;

/**
 * What every line of one reckoning goes by.
 *
 * @param facts of every rule that is reckoned, up to the day
 */
record Known(
    LocalDate asOf, Facts facts, Sources.Now sources, TrustMarks.Marks marks, Excused excused) {
  /** Days before a due date that are shown as soon. */
  static final int SOON = 14;

  Silence silence(LocalDate movedIn, Collection<String> kinds) {
    return sources.silence(movedIn, kinds);
  }

  List<Days> excuses(RuleBook.Entry<?> entry, About about) {
    return excuses(entry.rule().id(), about);
  }

  List<Days> excuses(String rule, About about) {
    return excused.days(rule, about);
  }

  /**
   * @param id under which the pack shows the figure
   */
  Trust trust(String id, Parameter<?> figure) {
    return marks.of(id, figure);
  }

  /** What cannot be more certain than something else: the weaker mark. */
  static Trust weaker(Trust one, Trust other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /** What was reckoned by several figures is as certain as the least certain of them. */
  static Trust weakest(Stream<Trust> all) {
    return all.reduce(Known::weaker).orElseThrow();
  }

  /** The figure that holds on the day, which the caller knows to be there. */
  static <T> Parameter<T> figure(List<Parameter<T>> figures, LocalDate day) {
    return figures.stream().filter(one -> one.holdsOn(day)).findFirst().orElseThrow();
  }
}
