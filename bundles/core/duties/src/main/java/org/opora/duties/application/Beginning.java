package org.opora.duties.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Fact;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Silence;

/**
 * A fact from which something follows.
 *
 * @param about whom or what it is about in its file
 * @param silence the days of which nothing is known for sure
 * @param excused the days on which a reason is in the file
 */
record Beginning(Fact fact, About about, Silence silence, List<Days> excused) {
  LocalDate day() {
    return fact.on();
  }

  /** From its day to its last one. */
  Days lasting() {
    return new Days(fact.on(), fact.until());
  }

  /** What of a kind is tied to it, the earliest first; nothing is tied to one without a ref. */
  List<Fact> followedBy(Known known, String kind) {
    return fact.ref() == null
        ? List.of()
        : known.facts().of(kind, about).stream()
            .filter(one -> Objects.equals(one.ref(), fact.ref()))
            .toList();
  }

  /** As what its line is known among others of the same rule. */
  String ref() {
    return fact.ref() == null ? fact.source().toString() : fact.ref();
  }

  /** It, and what is told of it. */
  List<Fact> with(List<Fact> others) {
    return Stream.concat(Stream.of(fact), others.stream()).distinct().toList();
  }
}
