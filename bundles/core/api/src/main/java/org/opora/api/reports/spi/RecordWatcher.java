package org.opora.api.reports.spi;

import java.time.LocalDate;
import org.opora.api.access.Viewer;
import org.opora.api.ids.ChildFileId;
import org.osgi.annotation.versioning.ConsumerType;

/** Whoever took words out of the records has to know when fewer people may read them. */
@ConsumerType
public interface RecordWatcher {
  /**
   * A child has taken away from readers what it said: in the transaction of that change, which goes
   * no further when this fails. Asks for nothing, because it only closes what was open.
   *
   * @param on day on which it said so
   */
  void narrowed(Viewer viewer, ChildFileId child, LocalDate on);
}
