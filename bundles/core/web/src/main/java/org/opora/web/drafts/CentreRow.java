package org.opora.web.drafts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** The one centre of this house. */
@Entity
@Table(schema = "WEB", name = "CENTRE")
public class CentreRow {
  @Id private UUID id;
  @Version private long version;
  private String name;

  protected CentreRow() {}

  CentreRow(UUID id, String name) {
    this.id = id;
    this.name = name;
  }

  String name() {
    return name;
  }

  void rename(String other) {
    this.name = other;
  }
}
