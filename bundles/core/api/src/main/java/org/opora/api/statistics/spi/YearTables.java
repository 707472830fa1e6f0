package org.opora.api.statistics.spi;

import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.statistics.Table;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What the annual report says beside the statistics, and what holds for whom it is open to: money,
 * because the sum of one family tells of its children. So it is no figure of the whole centre, and
 * nobody keeps it for others. Each figure is the sum of the page that it opens.
 */
@ConsumerType
public interface YearTables {
  /** Unique among these: lower case letters, numbers and hyphens. */
  String id();

  /** Place among the chapters, those of statistics included; the smallest first. */
  int order();

  Text title();

  /** How it is counted, in a sentence or two. */
  Text explained();

  /** What whoever reads the figures must hold for all files, besides that of the statistics. */
  String permission();

  /** The tables of a year as they hold for this viewer. */
  List<Table> of(Viewer viewer, int year);

  /**
   * Address within the house of what a figure was added up from.
   *
   * @param figure code of a figure
   */
  String href(int year, String figure);
}
