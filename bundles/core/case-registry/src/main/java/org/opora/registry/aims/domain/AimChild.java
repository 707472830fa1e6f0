package org.opora.registry.aims.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;

/** Why the aim is best for one child. The words are sealed with the key of the child's sub-file. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "AIM_CHILD")
public class AimChild extends AimPart {
  @Column(updatable = false)
  private UUID child;

  @Column(name = "CHILD_FILE", updatable = false)
  private UUID childFile;

  @Column(name = "WHY_BEST", updatable = false)
  private byte[] whyBest;

  protected AimChild() {}

  public AimChild(
      UUID id, UUID aim, int since, PersonId child, ChildFileId childFile, byte[] whyBest) {
    super(id, aim, since);
    this.child = child.value();
    this.childFile = childFile.value();
    this.whyBest = whyBest;
  }

  public PersonId child() {
    return new PersonId(child);
  }

  public ChildFileId childFile() {
    return new ChildFileId(childFile);
  }

  public byte[] whyBest() {
    return whyBest;
  }
}
