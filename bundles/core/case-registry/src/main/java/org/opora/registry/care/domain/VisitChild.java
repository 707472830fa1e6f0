package org.opora.registry.care.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;

/**
 * What a visit says of one child; sealed with the key of the child's own sub-file, with which it
 * moves.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "VISIT_CHILD")
public class VisitChild {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID visit;

  @Column(updatable = false)
  private UUID child;

  @Column(name = "CHILD_FILE", updatable = false)
  private UUID childFile;

  @Column(name = "SEEN_ALONE")
  private boolean seenAlone;

  @Column(name = "NOT_ALONE_REASON")
  private byte[] notAloneReason;

  @Column(name = "CHILD_VIEW")
  private byte[] view;

  @Enumerated(EnumType.STRING)
  @Column(name = "LEARNT_BY")
  private ViewLearntBy learntBy;

  protected VisitChild() {}

  public VisitChild(
      UUID id,
      VisitId visit,
      PersonId child,
      ChildFileId childFile,
      boolean seenAlone,
      byte[] notAloneReason,
      byte[] view,
      ViewLearntBy learntBy) {
    this.id = id;
    this.visit = visit.value();
    this.child = child.value();
    this.childFile = childFile.value();
    this.seenAlone = seenAlone;
    this.notAloneReason = notAloneReason;
    this.view = view;
    this.learntBy = learntBy;
  }

  public UUID id() {
    return id;
  }

  public VisitId visit() {
    return new VisitId(visit);
  }

  public PersonId child() {
    return new PersonId(child);
  }

  public ChildFileId childFile() {
    return new ChildFileId(childFile);
  }

  public boolean seenAlone() {
    return seenAlone;
  }

  public byte[] notAloneReason() {
    return notAloneReason;
  }

  public byte[] view() {
    return view;
  }

  public ViewLearntBy learntBy() {
    return learntBy;
  }
}
