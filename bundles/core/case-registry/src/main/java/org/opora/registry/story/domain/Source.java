package org.opora.registry.story.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * Where a pushed row comes from: the bundle that wrote it, what it is, and the record behind it.
 */
@Embeddable
public class Source {
  @Column(updatable = false)
  private String origin;

  @Column(updatable = false)
  private String kind;

  @Column(name = "SOURCE", updatable = false)
  private UUID record;

  protected Source() {}

  public Source(String origin, String kind, UUID record) {
    this.origin = origin;
    this.kind = kind;
    this.record = record;
  }

  public String origin() {
    return origin;
  }

  public String kind() {
    return kind;
  }

  /** Key of the record behind the row. */
  public UUID record() {
    return record;
  }
}
