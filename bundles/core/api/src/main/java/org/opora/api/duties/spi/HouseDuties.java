package org.opora.api.duties.spi;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Duties of the house that a bundle counts itself, because no shape of a rule counts like that: so
 * that they stand in the list of all duties and nothing is counted twice.
 */
@ConsumerType
public interface HouseDuties {
  /**
   * Lines without a family, about members of staff or the house, as far as the viewer may see them;
   * the last working day of each may be left open.
   *
   * @param asOf the day; for a what-if any day
   */
  List<Duties.Line> lines(Viewer viewer, LocalDate asOf);
}
