package org.opora.registry.directory.persistence;

import java.time.LocalDate;
import org.opora.api.bodies.Bodies.Kind;
import org.opora.api.ids.BodyId;

/**
 * A body in a list. Everything but key, kind and name may be null.
 *
 * @param since first day of the entry
 * @param until last day of the entry; null while it holds
 */
public record BodyRow(
    BodyId id,
    Kind kind,
    String name,
    String street,
    String town,
    String postalCode,
    String dataBox,
    String email,
    String phone,
    String ico,
    LocalDate since,
    LocalDate until,
    BodyId replacedBy) {
  /** Whether it holds no more on that day. */
  public boolean goneOn(LocalDate day) {
    return until != null && until.isBefore(day);
  }
}
