package org.opora.registry.views.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.house.spi.Reading;
import org.opora.api.text.Text;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.views.application.ChildViews;
import org.opora.registry.views.domain.AskingTerm;
import org.osgi.service.component.annotations.Component;

/** After how long a child is asked again what it thinks, as the centre promises it. */
@Component
public final class ChildViewReading implements Reading {
  @Override
  public String id() {
    return ChildViews.READING;
  }

  @Override
  public Text title() {
    return Refusals.text("reading.child-view");
  }

  @Override
  public Text explanation() {
    return Refusals.text("reading.child-view.explanation");
  }

  @Override
  public List<Option> options() {
    return Stream.of(AskingTerm.HALF_YEAR, AskingTerm.QUARTER, AskingTerm.YEAR)
        .map(
            term ->
                new Option(term.code(), Refusals.text("reading.child-view.months", term.months())))
        .toList();
  }

  /** No law says how often; the centre promises it. */
  @Override
  public Source source() {
    return null;
  }

  /** Who has been asked already is asked again on the day that was promised then. */
  @Override
  public Effect preview(Viewer viewer, String option, LocalDate from, LocalDate day, int most) {
    return new Effect(0, List.of());
  }
}
