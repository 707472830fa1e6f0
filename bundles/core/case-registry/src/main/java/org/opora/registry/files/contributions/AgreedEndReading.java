package org.opora.registry.files.contributions;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.house.Confirmations;
import org.opora.api.house.spi.Reading;
import org.opora.api.text.Text;
import org.opora.registry.files.application.LawBook;
import org.opora.registry.shared.application.Marks;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * On which days an agreement may end by arrangement of both parties, as the centre decides it. The
 * pack says what holds by default.
 */
@Component
public final class AgreedEndReading implements Reading {
  private final LawBook law;
  private final Confirmations confirmations;

  @Activate
  public AgreedEndReading(@Reference LawBook law, @Reference Confirmations confirmations) {
    this.law = law;
    this.confirmations = confirmations;
  }

  @Override
  public String id() {
    return LawBook.AGREED_END;
  }

  @Override
  public Text title() {
    return Refusals.text("reading.agreed-end");
  }

  @Override
  public Text explanation() {
    return Refusals.text("reading.agreed-end.explanation");
  }

  @Override
  public List<Option> options() {
    return List.of(
        new Option(LawBook.HALF_YEAR, Refusals.text("reading.agreed-end.half-year")),
        new Option(LawBook.ANY_DAY, Refusals.text("reading.agreed-end.any-day")));
  }

  @Override
  public Source source() {
    Marks marks = Marks.now(confirmations);
    return law.agreements().stream()
        .flatMap(
            entry ->
                entry.rule().agreedEndBound().stream()
                    .map(
                        figure ->
                            new Source(figure.paragraph(), marks.of(entry.figures(), figure))))
        .findFirst()
        .orElse(null);
  }

  /** An end that is arranged keeps its day; only what is arranged later is asked otherwise. */
  @Override
  public Effect preview(Viewer viewer, String option, LocalDate from, LocalDate day, int most) {
    return new Effect(0, List.of());
  }
}
