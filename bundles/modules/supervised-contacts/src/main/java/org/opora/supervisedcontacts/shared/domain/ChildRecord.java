package org.opora.supervisedcontacts.shared.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;

/** A record about one child. Whoever it is about never changes. */
@MappedSuperclass
public abstract class ChildRecord {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "CASE_FILE", updatable = false)
  private UUID caseFile;

  @Column(name = "CHILD_FILE", updatable = false)
  private UUID childFile;

  @Column(updatable = false)
  private UUID child;

  protected ChildRecord() {}

  protected ChildRecord(UUID id, ChildOfFile whose) {
    this.id = id;
    this.caseFile = whose.file().value();
    this.childFile = whose.childFile().value();
    this.child = whose.child().value();
  }

  public UUID key() {
    return id;
  }

  public long version() {
    return version;
  }

  public ChildOfFile whose() {
    return new ChildOfFile(
        new CaseFileId(caseFile), new ChildFileId(childFile), new PersonId(child));
  }

  public ChildFileId childFile() {
    return new ChildFileId(childFile);
  }
}
