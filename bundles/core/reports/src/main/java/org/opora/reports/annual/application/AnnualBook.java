package org.opora.reports.annual.application;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.spi.Statistic;
import org.opora.api.statistics.spi.YearTables;
import org.opora.api.text.Text;
import org.opora.reports.ReportsModule;
import org.opora.reports.statistics.application.StatisticBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The tables of the annual report: every statistic of the year, and what is said beside them of
 * what is open to the viewer.
 */
@Component(service = AnnualBook.class)
public final class AnnualBook {
  private final Access access;
  private final StatisticBook statistics;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<YearTables> tables = List.of();

  @Activate
  public AnnualBook(@Reference Access access, @Reference StatisticBook statistics) {
    this.access = access;
    this.statistics = statistics;
  }

  /** With these tables beside the statistics. */
  public AnnualBook with(List<YearTables> brought) {
    tables = List.copyOf(brought);
    return this;
  }

  /**
   * A chapter of the report.
   *
   * @param statistic whether it is a statistic of the whole centre
   */
  public record Chapter(String id, int order, boolean statistic, Text title, Text explained) {
    static Chapter of(Statistic one) {
      return new Chapter(one.id(), one.order(), true, one.title(), one.explained());
    }

    static Chapter of(YearTables one) {
      return new Chapter(one.id(), one.order(), false, one.title(), one.explained());
    }
  }

  /** A chapter with its figures. */
  public record Counted(Chapter chapter, List<Table> tables) {
    public Counted {
      tables = List.copyOf(tables);
    }
  }

  /** Those that the viewer may see, in their order. */
  public List<Chapter> all(Viewer viewer) {
    access.require(viewer, ReportsModule.READ);
    return Stream.concat(
            statistics.open(viewer).stream().map(Chapter::of), open(viewer).map(Chapter::of))
        .sorted(Comparator.comparingInt(Chapter::order).thenComparing(Chapter::id))
        .toList();
  }

  private Stream<YearTables> open(Viewer viewer) {
    return tables.stream()
        .filter(one -> viewer.reach(ReportsModule.READ) == Reach.ALL)
        .filter(one -> viewer.reach(one.permission()) == Reach.ALL);
  }

  /** All of them with their figures, for a file or a paper. */
  public List<Counted> count(Viewer viewer, int year) {
    return all(viewer).stream()
        .map(
            chapter ->
                new Counted(
                    chapter,
                    chapter.statistic()
                        ? statistics.one(viewer, chapter.id()).count(Period.year(year))
                        : one(viewer, chapter.id()).of(viewer, year)))
        .toList();
  }

  /**
   * Tables beside the statistics.
   *
   * @throws NotFound when there are none, or none for this viewer
   */
  public YearTables one(Viewer viewer, String id) {
    access.require(viewer, ReportsModule.READ);
    return open(viewer).filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotFound::new);
  }
}
