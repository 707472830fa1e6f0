package org.opora.duties.contributions;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.house.spi.Reading;
import org.opora.api.text.Text;
import org.opora.duties.application.ChildClock;
import org.opora.duties.application.DutiesService;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.TrustMarks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The child's clock after a move, as the centre decides it. */
@Component
public final class ChildClockReading implements Reading {
  private static final String TEXTS = "org.opora.duties";
  private final DutiesService duties;
  private final RuleBook book;
  private final TrustMarks marks;

  @Activate
  public ChildClockReading(
      @Reference DutiesService duties, @Reference RuleBook book, @Reference TrustMarks marks) {
    this.duties = duties;
    this.book = book;
    this.marks = marks;
  }

  @Override
  public String id() {
    return ChildClock.READING;
  }

  @Override
  public Text title() {
    return Text.of(TEXTS, "reading.child-clock");
  }

  @Override
  public Text explanation() {
    return Text.of(TEXTS, "reading.child-clock.explanation");
  }

  @Override
  public List<Option> options() {
    return List.of(
        new Option(ChildClock.KEEPS, Text.of(TEXTS, "reading.child-clock.keeps")),
        new Option(ChildClock.RESTARTS, Text.of(TEXTS, "reading.child-clock.restarts")));
  }

  @Override
  public Source source() {
    TrustMarks.Marks now = marks.now();
    return book.rules().stream()
        .filter(entry -> entry.rule().children())
        .flatMap(
            entry ->
                entry.rule().period().stream()
                    .map(Parameter::paragraph)
                    .map(paragraph -> new Source(paragraph, now.eachChild(entry))))
        .findFirst()
        .orElse(null);
  }

  @Override
  public Effect preview(Viewer viewer, String option, LocalDate from, LocalDate day, int most) {
    return duties.ifChildClock(viewer, option, from, day, most);
  }
}
