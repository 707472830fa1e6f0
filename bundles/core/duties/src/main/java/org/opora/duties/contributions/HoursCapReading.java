package org.opora.duties.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.EducationForm;
import org.opora.api.house.spi.Reading;
import org.opora.api.text.Text;
import org.opora.duties.application.DutiesService;
import org.opora.duties.application.HoursCaps;

/** How many hours of a form of education count at most, as the centre decides it. */
abstract class HoursCapReading implements Reading {
  private static final String TEXTS = "org.opora.duties";
  private static final int[] HOURS = {4, 6, 8, 12};
  private final DutiesService duties;
  private final HoursTravelReading law;
  private final EducationForm form;

  /**
   * @param law knows where the law asks for hours
   */
  HoursCapReading(DutiesService duties, HoursTravelReading law, EducationForm form) {
    this.duties = duties;
    this.law = law;
    this.form = form;
  }

  @Override
  public final String id() {
    return HoursCaps.reading(form);
  }

  @Override
  public final Text title() {
    return Text.of(TEXTS, "reading.hours-cap." + form.code());
  }

  @Override
  public final Text explanation() {
    return Text.of(TEXTS, "reading.hours-cap.explanation");
  }

  @Override
  public final List<Option> options() {
    return Stream.concat(
            Stream.of(new Option(HoursCaps.NONE, Text.of(TEXTS, "reading.hours-cap.none"))),
            IntStream.of(HOURS)
                .mapToObj(
                    hours ->
                        new Option(
                            String.valueOf(hours),
                            Text.of(TEXTS, "reading.hours-cap.hours", hours))))
        .toList();
  }

  @Override
  public final Source source() {
    return law.source();
  }

  @Override
  public final Effect preview(
      Viewer viewer, String option, LocalDate from, LocalDate day, int most) {
    return duties.ifHoursCapped(viewer, form, option, from, day, most);
  }
}
