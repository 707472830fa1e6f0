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
  private final String rule;
  private final Text title;
  private final String set;
  private final WorkingDays days;
  private final Text promisedBy;
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
    this.rule = entry.rule().id();
    this.title = entry.rule().title();
    this.set = entry.setName();
    this.days = WorkingDays.of(List.of(entry.set()));
    this.promisedBy = null;
    this.family = family;
    this.whom = whom;
  }

  /**
   * By a rule of the centre, which has no paragraph and no mark.
   *
   * @param days by all law packs that are here
   */
  Draft(Promised promised, WorkingDays days, Duties.Family family, Duties.Whom whom) {
    this.rule = promised.rule().id();
    this.title = promised.rule().title();
    this.set = promised.set();
    this.days = days;
    this.promisedBy = promised.by();
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
        rule,
        set,
        family,
        whom,
        due,
        due == null ? null : days.doBy(due),
        status,
        title,
        why,
        paragraph,
        trust,
        ref,
        detail,
        evidence,
        promisedBy);
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
