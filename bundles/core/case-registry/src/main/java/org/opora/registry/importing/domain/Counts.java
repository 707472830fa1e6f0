package org.opora.registry.importing.domain;

/** How many rows of the file were created, updated or left as they are. */
public record Counts(int created, int updated, int unchanged) {
  public static final Counts NONE = new Counts(0, 0, 0);

  public Counts plus(Counts other) {
    return new Counts(
        created + other.created, updated + other.updated, unchanged + other.unchanged);
  }

  public int rows() {
    return created + updated + unchanged;
  }
}
