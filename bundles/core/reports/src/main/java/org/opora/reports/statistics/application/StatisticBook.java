package org.opora.reports.statistics.application;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.opora.api.access.Access;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.statistics.Figure;
import org.opora.api.statistics.FigureFile;
import org.opora.api.statistics.FigureList;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.spi.Statistic;
import org.opora.api.text.Text;
import org.opora.reports.ReportsModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Figures of the centre, whoever brings them. They are of the whole centre, so only who may see all
 * of it sees them; the lists behind them show what is open to their reader, because a wall stands
 * before those who see all as well.
 */
@Component(service = StatisticBook.class)
public final class StatisticBook {
  private static final int LONGEST_PAGE = 100;
  private final Access access;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<Statistic> statistics = List.of();

  @Activate
  public StatisticBook(@Reference Access access) {
    this.access = access;
  }

  /** With these statistics. */
  public StatisticBook with(List<Statistic> brought) {
    statistics = List.copyOf(brought);
    return this;
  }

  /** What a statistic is. */
  public record Head(String id, Text title, Text explained) {}

  /** Its figures. */
  public record Counted(Head head, Period period, List<Table> tables) {
    public Counted {
      tables = List.copyOf(tables);
    }
  }

  /**
   * A figure with a page of its list.
   *
   * @param table in which it stands
   * @param row beside which
   * @param column below which
   */
  public record Behind(
      Head head, Table table, Text row, Text column, Figure figure, FigureList list) {}

  /** Those that the viewer may see, in their order. */
  public List<Head> all(Viewer viewer) {
    access.require(viewer, ReportsModule.READ);
    return open(viewer).stream().map(StatisticBook::head).toList();
  }

  /** For whoever keeps figures. */
  public List<Statistic> open(Viewer viewer) {
    access.require(viewer, ReportsModule.READ);
    return statistics.stream()
        .filter(one -> viewer.reach(ReportsModule.READ) == Reach.ALL)
        .filter(one -> viewer.reach(one.permission()) == Reach.ALL)
        .sorted(Comparator.comparingInt(Statistic::order).thenComparing(Statistic::id))
        .toList();
  }

  /**
   * @throws NotFound when there is none, or none for this viewer
   */
  public Statistic one(Viewer viewer, String id) {
    return open(viewer).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** What its reader must hold for everything; empty when no bundle brings it now. */
  public Optional<String> permission(String id) {
    return statistics.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(Statistic::permission);
  }

  private static Head head(Statistic one) {
    return new Head(one.id(), one.title(), one.explained());
  }

  /**
   * @param period told of the months in which it lies
   * @throws NotFound when there is none, or none for this viewer
   */
  public Counted count(Viewer viewer, String id, Period period) {
    Statistic one = one(viewer, id);
    Period told = Months.told(period, viewer.today());
    return new Counted(head(one), told, one.count(told));
  }

  /**
   * @param period told of the months in which it lies
   * @param after cursor of the page before, or null
   * @throws NotFound when there is no such figure
   */
  public Behind behind(
      Viewer viewer, String id, Period period, String figure, String after, int limit) {
    FigureList list = list(viewer, id, period, figure, after, limit);
    Statistic one = one(viewer, id);
    return found(one, one.around(Months.told(period, viewer.today()), figure), figure, list);
  }

  /**
   * The list alone, for whoever walks through it.
   *
   * @param period told of the months in which it lies
   * @param after cursor of the page before, or null
   * @throws NotFound when there is no such figure
   */
  public FigureList list(
      Viewer viewer, String id, Period period, String figure, String after, int limit) {
    Statistic one = one(viewer, id);
    Period told = Months.told(period, viewer.today());
    return FigureList.of(
        (last, most) -> one.counted(told, figure, last, most),
        key(after),
        Math.max(1, Math.min(limit, LONGEST_PAGE)),
        keys -> one.shown(viewer, figure, keys));
  }

  /**
   * The same list for a file, to its end.
   *
   * @param period told of the months in which it lies
   * @param rest words for that many lines that are not shown
   */
  public FigureFile file(
      Viewer viewer, String id, Period period, String figure, IntFunction<Text> rest) {
    Period told = Months.told(period, viewer.today());
    return new FigureFile(
        (after, limit) -> one(viewer, id).counted(told, figure, after, limit),
        keys -> one(viewer, id).shown(viewer, figure, keys),
        rest);
  }

  private static Behind found(Statistic one, List<Table> tables, String code, FigureList list) {
    for (Table table : tables) {
      for (Table.Row row : table.rows()) {
        for (int at = 0; at < row.figures().size(); at++) {
          Figure figure = row.figures().get(at);
          if (figure != null && figure.code().equals(code)) {
            return new Behind(head(one), table, row.title(), table.columns().get(at), figure, list);
          }
        }
      }
    }
    throw new NotFound();
  }

  /** The key in a cursor; null when there is none, or none of ours. */
  public static UUID key(String cursor) {
    try {
      return cursor == null || cursor.isEmpty() ? null : UUID.fromString(cursor);
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }
}
