package org.opora.duties.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Rule;
import org.opora.api.house.spi.Reading;
import org.opora.api.text.Text;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * A reading or a figure of the law tried out before anybody decides it: which duties would appear,
 * vanish, or fall due on another day. It changes nothing and keeps nothing.
 */
@Component(service = TrialDesk.class)
public class TrialDesk {
  /** Higher than any figure of a law that is counted in days, months or hours. */
  public static final int HIGHEST = 1000;

  private static final String READING = "reading.";
  private static final String FIGURE = "figure.";

  @Reference private volatile DutiesService duties;
  @Reference private volatile RuleBook book;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<Reading> readings = List.of();

  /** For the container. */
  public TrialDesk() {}

  public TrialDesk(DutiesService duties, RuleBook book, List<Reading> readings) {
    this.duties = duties;
    this.book = book;
    this.readings = List.copyOf(readings);
  }

  /**
   * What can be tried out, a figure that several rules share once: readings first, then the figures
   * of each rule in the order of its pack.
   */
  public List<Knob> knobs(LocalDate day) {
    List<Knob> knobs = new ArrayList<>();
    readings.stream()
        .filter(reading -> DutiesService.reads(reading.id()) && reading.source() != null)
        .sorted(Comparator.comparing(Reading::id))
        .forEach(
            reading ->
                knobs.add(
                    new Knob(
                        READING + reading.id(),
                        null,
                        reading.title(),
                        null,
                        null,
                        null,
                        reading.options())));
    Map<String, Knob> figures = new LinkedHashMap<>();
    book.of(Rule.class)
        .forEach(
            entry ->
                figures(entry, day).forEach(figure -> figures.putIfAbsent(figure.id(), figure)));
    knobs.addAll(figures.values());
    return knobs;
  }

  /** Of several wordings of one figure the one that holds on the day, or the last of them. */
  private static List<Knob> figures(RuleBook.Entry<Rule> entry, LocalDate day) {
    Map<String, LawFigure> shown = new LinkedHashMap<>();
    for (LawFigure figure : entry.set().figures()) {
      LawFigure other = shown.get(figure.id());
      if (other == null || !other.dated().holdsOn(day)) {
        shown.put(figure.id(), figure);
      }
    }
    return shown.values().stream()
        .filter(figure -> Tried.counts(entry.rule(), figure.id()))
        .flatMap(
            figure ->
                Tried.unit(figure.dated().value()).stream()
                    .map(
                        unit ->
                            new Knob(
                                FIGURE + figure.id(),
                                entry.rule().title(),
                                figure.title(),
                                figure.value(),
                                unit,
                                Tried.number(figure.dated().value()).orElseThrow(),
                                List.of())))
        .toList();
  }

  /** Empty when nothing of the name can be tried out now. */
  public Optional<Knob> knob(String id, LocalDate day) {
    return knobs(day).stream().filter(knob -> knob.id().equals(id)).findFirst();
  }

  /**
   * @param said an option of the reading, or the number
   * @param from first day of the choice or of the figure
   * @param day as of which both are compared
   * @param most how many differences are given; all are counted
   * @throws IllegalArgumentException when it is no answer to the knob
   */
  public Differences differences(
      Viewer viewer, Knob knob, String said, LocalDate from, LocalDate day, int most) {
    if (!knob.answers(said)) {
      throw new IllegalArgumentException("No answer: " + knob.id());
    }
    return knob.id().startsWith(READING)
        ? duties.ifChosen(viewer, knob.id().substring(READING.length()), said, from, day, most)
        : duties.ifFigure(
            viewer,
            new Tried(knob.id().substring(FIGURE.length()), Integer.parseInt(said), from),
            day,
            most);
  }

  /**
   * Something that can be set otherwise.
   *
   * @param rule name of the rule; null for a reading, as {@code now}, {@code unit} and {@code
   *     number} are
   * @param now how the figure reads
   * @param unit days, months, number, day-of-month or yes-no
   * @param options of a reading; empty for a figure
   */
  public record Knob(
      String id,
      Text rule,
      Text title,
      Text now,
      String unit,
      Integer number,
      List<Reading.Option> options) {
    public Knob {
      options = List.copyOf(options);
    }

    /** Whether this can be said. */
    public boolean answers(String said) {
      if (!options.isEmpty()) {
        return options.stream().anyMatch(option -> option.code().equals(said));
      }
      return said.matches("[0-9]{1,4}")
          && Integer.parseInt(said) >= least()
          && Integer.parseInt(said) <= most();
    }

    /** The lowest number; a period of nothing would fall due for ever. */
    public int least() {
      return "months".equals(unit) || "days".equals(unit) || "day-of-month".equals(unit) ? 1 : 0;
    }

    public int most() {
      if ("yes-no".equals(unit)) {
        return 1;
      }
      return "day-of-month".equals(unit) ? 31 : HIGHEST;
    }
  }
}
