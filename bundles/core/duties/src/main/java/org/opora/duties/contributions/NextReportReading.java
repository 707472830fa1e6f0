package org.opora.duties.contributions;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.CycleRule;
import org.opora.api.house.spi.Reading;
import org.opora.api.text.Text;
import org.opora.duties.application.DutiesService;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.TrustMarks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** From what the report after a late one is counted, as the centre decides it. */
@Component
public final class NextReportReading implements Reading {
  private static final String TEXTS = "org.opora.duties";
  private final DutiesService duties;
  private final RuleBook book;
  private final TrustMarks marks;

  @Activate
  public NextReportReading(
      @Reference DutiesService duties, @Reference RuleBook book, @Reference TrustMarks marks) {
    this.duties = duties;
    this.book = book;
    this.marks = marks;
  }

  @Override
  public String id() {
    return CycleRule.NEXT;
  }

  @Override
  public Text title() {
    return Text.of(TEXTS, "reading.next-report");
  }

  @Override
  public Text explanation() {
    return Text.of(TEXTS, "reading.next-report.explanation");
  }

  @Override
  public List<Option> options() {
    return List.of(
        new Option(DutiesService.STRICTER, Text.of(TEXTS, "reading.next-report.stricter")),
        new Option(DutiesService.FROM_LAST, Text.of(TEXTS, "reading.next-report.from-last")));
  }

  @Override
  public Source source() {
    if (!duties.countsReports()) {
      return null;
    }
    TrustMarks.Marks now = marks.now();
    return book.of(CycleRule.class).stream()
        .flatMap(
            entry ->
                entry.rule().period().stream()
                    .map(
                        figure ->
                            new Source(
                                figure.paragraph(), now.of(entry.rule().periodFigure(), figure))))
        .findFirst()
        .orElse(null);
  }

  @Override
  public Effect preview(Viewer viewer, String option, LocalDate from, LocalDate day, int most) {
    return duties.ifNextReport(viewer, option, day, most);
  }
}
