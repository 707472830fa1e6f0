package org.opora.registry.openings.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.ids.StaffId;

/**
 * What somebody wants to open for an inspection.
 *
 * @param staff the inspector
 * @param until last day, inclusive
 * @param inspection which one
 * @param reference of whoever inspects; null without one
 * @param numbers of the files, as they were typed
 */
public record NewOpening(
    StaffId staff,
    LocalDate from,
    LocalDate until,
    String inspection,
    String reference,
    List<String> numbers) {
  public NewOpening {
    numbers = List.copyOf(numbers);
  }
}
