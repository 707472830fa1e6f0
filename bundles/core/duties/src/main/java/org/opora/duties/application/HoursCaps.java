package org.opora.duties.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.opora.api.evidence.EducationForm;
import org.opora.api.house.Readings;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;

/**
 * How many hours of a form count at most in one period of education. The law says nothing of it, so
 * the centre decides; until it does, every hour counts. The figure of the first day of a period
 * holds for all of it, so a decision moves no period that runs.
 */
public record HoursCaps(Map<EducationForm, NavigableMap<LocalDate, String>> options) {
  /** No cap; the default. */
  public static final String NONE = "none";

  /** Forms that a centre may cap: nobody sees who sat at them, and for how long. */
  public static final List<EducationForm> CAPPED =
      List.of(EducationForm.E_LEARNING, EducationForm.SELF_STUDY);

  private static final String READING = "hours-cap-";

  /**
   * @param options what was chosen, and from when on
   */
  public HoursCaps {
    Map<EducationForm, NavigableMap<LocalDate, String>> copies = new EnumMap<>(EducationForm.class);
    options.forEach((form, chosen) -> copies.put(form, new TreeMap<>(chosen)));
    options = copies;
  }

  static HoursCaps of(Readings readings) {
    Map<EducationForm, NavigableMap<LocalDate, String>> options = new HashMap<>();
    CAPPED.forEach(form -> options.put(form, readings.choices(reading(form))));
    return new HoursCaps(options);
  }

  /** Id of the reading. */
  public static String reading(EducationForm form) {
    return READING + form.code();
  }

  /** The same with one more choice. */
  HoursCaps with(EducationForm form, LocalDate from, String option) {
    Map<EducationForm, NavigableMap<LocalDate, String>> more = new HashMap<>(options);
    NavigableMap<LocalDate, String> own = new TreeMap<>(options.get(form));
    own.put(from, option);
    more.put(form, own);
    return new HoursCaps(more);
  }

  /** Minutes by the code of the form. */
  Map<String, Figures<Integer>> minutes() {
    Map<String, Figures<Integer>> minutes = new HashMap<>();
    options.forEach((form, choices) -> minutes.put(form.code(), figures(choices)));
    return minutes;
  }

  private static Figures<Integer> figures(NavigableMap<LocalDate, String> choices) {
    List<Figure<Integer>> figures = new ArrayList<>();
    choices.forEach(
        (from, option) -> {
          LocalDate next = choices.higherKey(from);
          if (option != null && !NONE.equals(option)) {
            figures.add(
                new Figure<>(
                    Minutes.ofHours(Integer.parseInt(option)),
                    from,
                    next == null ? null : next.minusDays(1)));
          }
        });
    return new Figures<>(figures);
  }
}
