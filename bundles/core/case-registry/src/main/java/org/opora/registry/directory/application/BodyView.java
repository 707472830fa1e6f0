package org.opora.registry.directory.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.bodies.Bodies;
import org.opora.registry.directory.persistence.BodyRow;

/**
 * A body with all that is known of it.
 *
 * @param names former names, the last one first
 * @param officials those of today first, by name
 * @param successor who goes on; null when nobody does
 * @param predecessors for whom it goes on
 */
public record BodyView(
    BodyRow body,
    long version,
    List<FormerName> names,
    List<Person> officials,
    Bodies.Line successor,
    List<Bodies.Line> predecessors) {

  /**
   * @param until last day on which it was called so
   */
  public record FormerName(UUID id, String name, LocalDate until) {}

  /**
   * An official.
   *
   * @param now whether they are there today
   */
  public record Person(UUID id, long version, NewOfficial text, boolean now) {}
}
