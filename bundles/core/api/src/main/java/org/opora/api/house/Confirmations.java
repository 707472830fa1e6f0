package org.opora.api.house;

import java.time.LocalDate;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Which figures of the installed law packs somebody who knows the law has confirmed. */
@ProviderType
public interface Confirmations {
  /** Those confirmed in the wording they have now; no data about a person. Never null. */
  Set<Figure> confirmed();

  /**
   * @param id id of the figure
   * @param from first day of its validity
   */
  record Figure(String id, LocalDate from) {}
}
