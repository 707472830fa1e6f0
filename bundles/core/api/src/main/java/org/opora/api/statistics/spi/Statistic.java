package org.opora.api.statistics.spi;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.statistics.Table;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Figures that a room or a module counts. They are of the whole centre, whoever asks: a return that
 * depended on who files it would be wrong. The list behind a figure shows of what was counted only
 * what its reader may see; how many lines are not shown is said, and nothing else of them.
 *
 * <p>Every figure is the sum of its list. The database adds it up; nothing is loaded to be counted.
 */
@ConsumerType
public interface Statistic {
  /** Unique in the house: lower case letters, numbers and hyphens. */
  String id();

  /** Place among the others, the smallest first. */
  int order();

  Text title();

  /** How it is counted, in a sentence or two. */
  Text explained();

  /** What whoever reads the figures must hold for all files, besides that of the statistics. */
  String permission();

  /** The tables of a period, also those in which every figure is zero. */
  List<Table> count(Period period);

  /**
   * Where one figure stands, for its list: at least the table with its row and its column. Whatever
   * else would have to be counted may be left out.
   *
   * @param figure code of a figure
   */
  default List<Table> around(Period period, String figure) {
    return count(period);
  }

  /**
   * What the figure was counted from, in the order of the keys.
   *
   * @param figure code of a figure
   * @param after key of the last one before; null for the first
   * @throws org.opora.api.faults.NotFound when there is no figure of this code, or none any more:
   *     an empty list would say that it is none
   */
  List<Counted> counted(Period period, String figure, UUID after, int limit);

  /**
   * Those of these that the viewer may see, in no order. Decided anew each time.
   *
   * @param figure code of the figure into which they were counted
   */
  List<Shown> shown(Viewer viewer, String figure, Collection<UUID> keys);
}
