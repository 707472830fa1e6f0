package org.opora.duties.contributions;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.QuotaRule;
import org.opora.api.house.spi.Reading;
import org.opora.api.text.Text;
import org.opora.duties.application.DutiesService;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.TrustMarks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether months and hours of a quota go on under the next agreement, as the centre decides it. */
@Component
public final class HoursTravelReading implements Reading {
  private static final String TEXTS = "org.opora.duties";
  private final DutiesService duties;
  private final RuleBook book;
  private final TrustMarks marks;

  @Activate
  public HoursTravelReading(
      @Reference DutiesService duties, @Reference RuleBook book, @Reference TrustMarks marks) {
    this.duties = duties;
    this.book = book;
    this.marks = marks;
  }

  @Override
  public String id() {
    return QuotaRule.TRAVELS;
  }

  @Override
  public Text title() {
    return Text.of(TEXTS, "reading.hours-travel");
  }

  @Override
  public Text explanation() {
    return Text.of(TEXTS, "reading.hours-travel.explanation");
  }

  @Override
  public List<Option> options() {
    return List.of(
        new Option(DutiesService.RESTART, Text.of(TEXTS, "reading.hours-travel.restart")),
        new Option(DutiesService.TRAVEL, Text.of(TEXTS, "reading.hours-travel.travel")));
  }

  @Override
  public Source source() {
    if (!duties.countsQuotas()) {
      return null;
    }
    TrustMarks.Marks now = marks.now();
    return book.of(QuotaRule.class).stream()
        .flatMap(
            entry ->
                entry.rule().asked().stream()
                    .flatMap(
                        asked ->
                            asked.hours().stream()
                                .map(
                                    figure ->
                                        new Source(
                                            figure.paragraph(),
                                            now.of(entry.rule().figure(asked), figure)))))
        .findFirst()
        .orElse(null);
  }

  @Override
  public Effect preview(Viewer viewer, String option, LocalDate from, LocalDate day, int most) {
    return duties.ifHoursTravel(viewer, option, day, most);
  }
}
