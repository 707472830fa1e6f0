package org.opora.registry.counts.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.opora.api.statistics.Figure;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.Table.Weight;
import org.opora.api.text.Text;
import org.opora.registry.counts.persistence.CountQueries;
import org.opora.registry.counts.persistence.Counting;
import org.opora.registry.shared.application.Refusals;

/**
 * A table before it is counted: its rows, and for each figure what it is counted from.
 *
 * @param charted the column that a picture shows; -1 for none
 */
public record Sketch(String code, List<String> columns, List<Line> lines, int charted) {
  private static final int NOT_DRAWN = -1;

  public Sketch {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /**
   * @param countings one for each column; null where there is nothing to count
   */
  public record Line(Text title, Weight weight, List<Counting> countings) {
    public Line {
      countings = Collections.unmodifiableList(new ArrayList<>(countings));
    }

    public static Line of(Text title, Weight weight, Counting... countings) {
      return new Line(title, weight, Arrays.asList(countings));
    }
  }

  /** With its figures. */
  public Table counted(ToLongFunction<Counting> sum) {
    return new Table(
        code,
        Refusals.text("counts.table." + code),
        columns.stream().map(column -> Refusals.text("counts.column." + column)).toList(),
        lines.stream()
            .map(
                line ->
                    new Table.Row(
                        line.title(),
                        line.weight(),
                        line.countings().stream()
                            .map(one -> one == null ? null : figure(one, sum))
                            .collect(Collectors.toList())))
            .toList(),
        charted);
  }

  private static Figure figure(Counting counting, ToLongFunction<Counting> sum) {
    return new Figure(counting.code(), counting.measure(), sum.applyAsLong(counting));
  }

  /** All of them with their figures. */
  public static List<Table> counted(EntityManager em, List<Sketch> sketches) {
    CountQueries queries = new CountQueries(em);
    return sketches.stream().map(sketch -> sketch.counted(queries::sum)).toList();
  }

  /** Of all these nothing but the figure of this code, with its row and its column. */
  public static List<Sketch> only(List<Sketch> sketches, String code) {
    for (Sketch sketch : sketches) {
      for (Line line : sketch.lines()) {
        for (int at = 0; at < line.countings().size(); at++) {
          Counting counting = line.countings().get(at);
          if (counting != null && counting.code().equals(code)) {
            return List.of(
                new Sketch(
                    sketch.code(),
                    List.of(sketch.columns().get(at)),
                    List.of(Line.of(line.title(), line.weight(), counting)),
                    NOT_DRAWN));
          }
        }
      }
    }
    return List.of();
  }

  /** What the figure of this code is counted from. */
  public static Optional<Counting> find(List<Sketch> sketches, String code) {
    return sketches.stream()
        .flatMap(sketch -> sketch.lines().stream())
        .flatMap(line -> line.countings().stream())
        .filter(Objects::nonNull)
        .filter(counting -> counting.code().equals(code))
        .findFirst();
  }
}
