package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.access.Subject;

/** Somebody or something from which a wall that was raised by hand keeps colleagues away. */
@Entity
@Table(schema = "ACCESS", name = "HAND_WALL_SUBJECT")
public class HandWallSubject {
  @Id private UUID id;
  private UUID wall;

  @Column(name = "SUBJECT_KIND")
  private String subjectKind;

  private UUID subject;

  protected HandWallSubject() {}

  public HandWallSubject(UUID id, UUID wall, Subject subject) {
    this.id = id;
    this.wall = wall;
    this.subjectKind = subject.kind().name();
    this.subject = subject.id();
  }

  public Subject subject() {
    return new Subject(Subject.Kind.valueOf(subjectKind), subject);
  }
}
