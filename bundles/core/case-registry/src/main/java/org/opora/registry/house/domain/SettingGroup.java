package org.opora.registry.house.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Settings that are changed together: whoever changes one of them holds this row. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "SETTING_GROUP")
public class SettingGroup {
  @Id private String name;
  @Version private long version;

  private int turn;

  /** The rows stand in the migration. */
  protected SettingGroup() {}

  /** Place of the next change in the order of changes. */
  public int next() {
    return ++turn;
  }

  public String name() {
    return name;
  }

  public long version() {
    return version;
  }

  public int turn() {
    return turn;
  }
}
