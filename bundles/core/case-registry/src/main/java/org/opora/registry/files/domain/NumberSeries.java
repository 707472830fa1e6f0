package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last number given in a series, such as {@code case-file-2026}. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "NUMBER_SERIES")
public class NumberSeries {
  @Id
  @Column(name = "SERIES")
  private String series;

  private long turn;

  protected NumberSeries() {}

  public NumberSeries(String series) {
    this.series = series;
  }

  public long next() {
    return ++turn;
  }
}
