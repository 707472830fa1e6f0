package org.opora.registry.care.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.care.Visits.ViewLearntBy;

/**
 * What a former version says of one child. Without a child it was said of a child of another
 * family; then it is sealed with the key of the file.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "VISIT_VERSION_CHILD")
public class VisitVersionChild {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID former;

  @Column(updatable = false)
  private UUID child;

  @Column(name = "CHILD_FILE", updatable = false)
  private UUID childFile;

  @Column(name = "SEEN_ALONE", updatable = false)
  private boolean seenAlone;

  @Column(name = "NOT_ALONE_REASON", updatable = false)
  private byte[] notAloneReason;

  @Column(name = "CHILD_VIEW", updatable = false)
  private byte[] view;

  @Enumerated(EnumType.STRING)
  @Column(name = "LEARNT_BY", updatable = false)
  private ViewLearntBy learntBy;

  protected VisitVersionChild() {}

  /**
   * @param child null when it is said of a child of another family, as {@code childFile} is
   */
  public VisitVersionChild(
      UUID id,
      UUID former,
      UUID child,
      UUID childFile,
      boolean seenAlone,
      byte[] notAloneReason,
      byte[] view,
      ViewLearntBy learntBy) {
    this.id = id;
    this.former = former;
    this.child = child;
    this.childFile = childFile;
    this.seenAlone = seenAlone;
    this.notAloneReason = notAloneReason;
    this.view = view;
    this.learntBy = learntBy;
  }

  public UUID id() {
    return id;
  }

  public UUID former() {
    return former;
  }

  public UUID child() {
    return child;
  }

  public UUID childFile() {
    return childFile;
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
