package org.opora.registry.house.application;

import java.time.LocalDate;
import java.util.List;

/**
 * What a mandate covers, as typed.
 *
 * @param from first day
 * @param activities codes of the law pack
 * @param capacity null when the mandate does not say
 * @param what what changed; null for the first state
 */
public record NewState(
    LocalDate from, List<String> activities, List<String> places, Integer capacity, String what) {
  public NewState {
    activities = List.copyOf(activities);
    places = List.copyOf(places);
  }
}
