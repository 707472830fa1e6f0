package org.opora.api.files.spi;

import java.time.LocalDate;
import org.opora.api.access.Viewer;
import org.opora.api.ids.AgreementId;
import org.osgi.annotation.versioning.ConsumerType;

/** Whoever rests on the end of an agreement has to know when it becomes another one, or none. */
@ConsumerType
public interface AgreementWatcher {
  /**
   * The end of an agreement was written down, put right or taken back: in the transaction of that
   * change, which goes no further when this fails. May be told of what is so already.
   *
   * @param lastDay last day in force; null while it lasts
   */
  void ends(Viewer viewer, AgreementId agreement, LocalDate lastDay);
}
