package org.opora.registry.standards.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opora.api.duties.Trust;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Title;

/**
 * A round as it is shown.
 *
 * @param takingPart who assesses, in words, or null
 * @param lawCriteria how many criteria the law has; null when no pack said it
 * @param begunBy name of a colleague, as {@code closedBy}
 * @param former the round it is compared with, or null
 * @param standards in the order of the law
 * @param whole measures about the whole
 */
public record RoundView(
    UUID id,
    long version,
    String title,
    String takingPart,
    int bestMark,
    Integer lawCriteria,
    LocalDate begunOn,
    String begunBy,
    boolean closed,
    LocalDate closedOn,
    String closedBy,
    String conclusion,
    Former former,
    List<Part> standards,
    List<Measure> whole) {

  public record Former(UUID id, String title, LocalDate closedOn) {}

  /** A standard with its criteria. */
  public record Part(String number, Title topic, List<Line> criteria) {
    public Score score() {
      return Score.of(criteria);
    }
  }

  /**
   * @param letter null for a standard that is assessed as a whole
   * @param trust null for the centre's own words
   * @param asked whether the list asks it; otherwise it counts nowhere
   * @param mark null while it is not assessed
   * @param markedBy name of a colleague, or null
   * @param former its mark in the former round, or null
   * @param rules internal rules that show it, as far as the viewer may read any
   */
  public record Line(
      UUID id,
      long version,
      String code,
      String number,
      String letter,
      Title topic,
      Title wording,
      String paragraph,
      Trust trust,
      boolean asked,
      Integer mark,
      String words,
      String evidence,
      String markedBy,
      LocalDate markedOn,
      Integer former,
      List<Proof> rules,
      List<Measure> measures) {
    /** Points more than in the former round; null when there is nothing to compare. */
    public Integer change() {
      return mark == null || former == null ? null : mark - former;
    }
  }

  public record Proof(UUID version, String title, int number) {}

  /**
   * @param criterion number and letter of its criterion; null for the whole
   * @param mine whether the viewer is to do it
   */
  public record Measure(
      UUID id,
      long version,
      UUID round,
      String roundTitle,
      boolean frozen,
      String criterion,
      String what,
      StaffId doer,
      String doerName,
      LocalDate due,
      boolean overdue,
      boolean open,
      LocalDate doneOn,
      String doneBy,
      String result,
      boolean mine) {}

  /**
   * Marks together.
   *
   * @param formerPoints of those criteria that both rounds have assessed
   * @param comparedPoints of the same in this round
   */
  public record Score(
      int criteria,
      int marked,
      int points,
      int compared,
      int comparedPoints,
      int formerPoints,
      int better,
      int worse) {
    static Score of(List<Line> all) {
      List<Line> lines = all.stream().filter(Line::asked).toList();
      List<Line> compared = lines.stream().filter(one -> one.change() != null).toList();
      return new Score(
          lines.size(),
          (int) lines.stream().filter(one -> one.mark() != null).count(),
          sum(lines.stream().map(Line::mark)),
          compared.size(),
          sum(compared.stream().map(Line::mark)),
          sum(compared.stream().map(Line::former)),
          (int) compared.stream().filter(one -> one.change() > 0).count(),
          (int) compared.stream().filter(one -> one.change() < 0).count());
    }

    private static int sum(Stream<Integer> marks) {
      return marks.filter(mark -> mark != null).mapToInt(Integer::intValue).sum();
    }
  }

  public List<Line> lines() {
    return standards.stream().flatMap(part -> part.criteria().stream()).toList();
  }

  private List<Line> counted() {
    return lines().stream().filter(Line::asked).toList();
  }

  /** How many criteria of the law the round does not know; 0 also when no pack says how many. */
  public long missing() {
    return lawCriteria == null
        ? 0
        : Math.max(0, lawCriteria - counted().stream().filter(one -> one.letter() != null).count());
  }

  /** The overall picture. */
  public Score score() {
    return Score.of(lines());
  }

  /** How many criteria have each mark, the best first. */
  public List<Count> counts() {
    return IntStream.iterate(bestMark, mark -> mark >= 0, mark -> mark - 1)
        .mapToObj(
            mark ->
                new Count(
                    mark,
                    (int)
                        counted().stream()
                            .filter(one -> one.mark() != null && one.mark() == mark)
                            .count()))
        .toList();
  }

  public record Count(int mark, int criteria) {}

  /** Every measure, those about the whole last. */
  public List<Measure> measures() {
    return Stream.concat(lines().stream().flatMap(line -> line.measures().stream()), whole.stream())
        .toList();
  }
}
