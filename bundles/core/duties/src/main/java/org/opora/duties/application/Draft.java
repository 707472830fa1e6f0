package org.opora.duties.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.evidence.Fact;
import org.opora.api.house.WorkingDays;
import org.opora.api.text.Text;
import org.opora.duties.domain.Standing;

/** A line while it is written: what every shape says of one in the same way. */
final class Draft {
  private final RuleBook.Entry<?> entry;
  private final Duties.Family family;
  private final Duties.Whom whom;
  private Duties.Status status;
  private LocalDate due;
  private Text why;
  private String paragraph;
  private Trust trust;
  private String ref;
  private Duties.Detail detail;
  private List<Fact> evidence = List.of();

  /**
   * @param family null for what the house owes as such
   */
  Draft(RuleBook.Entry<?> entry, Duties.Family family, Duties.Whom whom) {
    this.entry = entry;
    this.family = family;
    this.whom = whom;
  }

  /**
   * @param day by when; not said where nobody can say it, or nothing is due
   */
  Draft stands(Standing standing, LocalDate day) {
    status = status(standing);
    boolean unsaid = status == Duties.Status.NOT_ASSESSED || status == Duties.Status.NOT_APPLICABLE;
    due = unsaid ? null : day;
    return this;
  }

  Draft says(String origin, String key, Object... arguments) {
    why = Text.of(origin, key, arguments);
    return this;
  }

  Draft by(Parameter<?> figure, Trust mark) {
    paragraph = figure.paragraph();
    trust = mark;
    return this;
  }

  Draft ref(String key) {
    ref = key;
    return this;
  }

  Draft detail(Duties.Detail figures) {
    detail = figures;
    return this;
  }

  Draft proven(List<Fact> facts) {
    evidence = facts;
    return this;
  }

  Duties.Line line() {
    return new Duties.Line(
        entry.rule().id(),
        entry.setName(),
        family,
        whom,
        due,
        due == null ? null : WorkingDays.of(List.of(entry.set())).doBy(due),
        status,
        entry.rule().title(),
        why,
        paragraph,
        trust,
        ref,
        detail,
        evidence);
  }

  static Duties.Status status(Standing standing) {
    return switch (standing) {
      case OVERDUE -> Duties.Status.OVERDUE;
      case DUE_SOON -> Duties.Status.DUE_SOON;
      case OK -> Duties.Status.OK;
      case JUSTIFIED -> Duties.Status.JUSTIFIED;
      case NOT_ASSESSED -> Duties.Status.NOT_ASSESSED;
      case NOT_APPLICABLE -> Duties.Status.NOT_APPLICABLE;
    };
  }
}
