package org.opora.benchmark.data;

import java.util.List;
import java.util.UUID;

/** A key worker with the families that are theirs, as the load knows them. */
public record Worker(UUID staff, String signInName, List<Own> families) {

  /**
   * One of their families.
   *
   * @param people everybody in it
   */
  public record Own(UUID file, String number, List<Found> people, List<Charge> children) {}

  /** A person who can be searched for. */
  public record Found(UUID person, String given, String family) {}

  /** A child in care. */
  public record Charge(UUID person, UUID childFile) {}
}
