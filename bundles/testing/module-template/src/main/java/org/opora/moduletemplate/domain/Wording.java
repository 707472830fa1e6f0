package org.opora.moduletemplate.domain;

import java.time.LocalDate;
import org.opora.api.ids.PersonId;

/**
 * What a form says of a wish.
 *
 * @param child whose wish it is; null when it is the family's
 * @param kind code of the list {@link WishKinds#LIST}
 * @param answeredOn null while it waits
 */
public record Wording(
    PersonId child, String kind, LocalDate wishedOn, String words, LocalDate answeredOn) {
  /** Whether somebody answered before anybody asked. */
  public boolean answeredTooEarly() {
    return answeredOn != null && answeredOn.isBefore(wishedOn);
  }
}
