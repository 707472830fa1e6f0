package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/** A child's sub-file, one for each child, whatever family it lives in. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "CHILD_FILE")
public class ChildFile {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID child;

  protected ChildFile() {}

  public ChildFile(UUID id, PersonId child) {
    this.id = id;
    this.child = child.value();
  }

  public UUID id() {
    return id;
  }

  public PersonId child() {
    return new PersonId(child);
  }
}
