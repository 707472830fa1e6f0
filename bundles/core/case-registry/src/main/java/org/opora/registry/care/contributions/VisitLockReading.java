package org.opora.registry.care.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.house.spi.Reading;
import org.opora.api.text.Text;
import org.opora.registry.care.application.VisitLock;
import org.opora.registry.care.domain.LockTerm;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Component;

/** How long a visit may be corrected without a trace, as the centre decides it. */
@Component
public final class VisitLockReading implements Reading {
  @Override
  public String id() {
    return VisitLock.READING;
  }

  @Override
  public Text title() {
    return Refusals.text("reading.visit-lock");
  }

  @Override
  public Text explanation() {
    return Refusals.text("reading.visit-lock.explanation");
  }

  @Override
  public List<Option> options() {
    return Stream.of(LockTerm.values())
        .map(term -> new Option(term.code(), Refusals.text("reading.visit-lock.days", term.days())))
        .toList();
  }

  /** No law says how long; criterion 13a leaves it to the written rules of the centre. */
  @Override
  public Source source() {
    return null;
  }

  /** What is written down already keeps the day it was promised. */
  @Override
  public Effect preview(Viewer viewer, String option, LocalDate from, LocalDate day, int most) {
    return new Effect(0, List.of());
  }
}
