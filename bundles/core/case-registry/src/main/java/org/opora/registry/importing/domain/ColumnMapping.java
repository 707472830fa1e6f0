package org.opora.registry.importing.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The meaning a person gave to a set of headers. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "COLUMN_MAPPING")
public class ColumnMapping {
  @Id private UUID id;

  @Column(updatable = false)
  private String mark;

  private String mapping;

  protected ColumnMapping() {}

  public ColumnMapping(UUID id, String mark, String mapping) {
    this.id = id;
    this.mark = mark;
    this.mapping = mapping;
  }

  public void means(String columns) {
    mapping = columns;
  }

  public UUID id() {
    return id;
  }

  public String mark() {
    return mark;
  }

  public String mapping() {
    return mapping;
  }
}
