package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A permission the house has met; its defaults were given then, and never again. */
@Entity
@Table(schema = "ACCESS", name = "PERMISSION")
public class KnownPermission {
  @Id private String id;

  @Column(name = "DATA_CLASS")
  private String dataClass;

  protected KnownPermission() {}

  public KnownPermission(String id, String dataClass) {
    this.id = id;
    this.dataClass = dataClass;
  }

  public String dataClass() {
    return dataClass;
  }

  public void opens(String another) {
    dataClass = another;
  }
}
