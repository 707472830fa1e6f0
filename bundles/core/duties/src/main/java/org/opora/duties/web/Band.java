package org.opora.duties.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.opora.api.duties.Duties;

/** The parts of the list, in its order. */
enum Band {
  OVERDUE("overdue"),
  SOON("soon"),
  LATER("ok"),
  /** In order, and nothing is due: a right with something left, hours that are all there. */
  SETTLED("ok"),
  UNASSESSED("muted");

  private final String level;

  Band(String level) {
    this.level = level;
  }

  /** The part a line stands in. */
  static Band of(Duties.Line line) {
    return switch (line.status()) {
      case OVERDUE -> OVERDUE;
      case DUE_SOON -> SOON;
      case OK -> line.due() == null ? SETTLED : LATER;
      case JUSTIFIED, NOT_ASSESSED, NOT_APPLICABLE -> line.due() == null ? UNASSESSED : LATER;
    };
  }

  /** The part an address names; empty for the whole list. */
  static Optional<Band> named(Optional<String> code) {
    return Stream.of(values())
        .filter(band -> code.filter(band.code()::equals).isPresent())
        .findFirst();
  }

  /** As in addresses and keys of texts. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How the badge looks; the word beside it says the same. */
  String level() {
    return level;
  }
}
