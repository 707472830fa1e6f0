package org.opora.registry.staff.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.access.Subject;

/** At whom a conflict of interest has raised a wall: its end takes down these and no others. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "STAFF_CONFLICT_WALL")
public class ConflictWall {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID conflict;

  @Column(updatable = false)
  private UUID subject;

  @Enumerated(EnumType.STRING)
  @Column(name = "SUBJECT_KIND", updatable = false)
  private Subject.Kind kind;

  protected ConflictWall() {}

  public ConflictWall(UUID id, UUID conflict, Subject subject) {
    this.id = id;
    this.conflict = conflict;
    this.subject = subject.id();
    this.kind = subject.kind();
  }

  public Subject subject() {
    return new Subject(kind, subject);
  }
}
