package org.opora.registry.files.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;

/** How much work a family is, in halves of an ordinary one. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "FILE_WEIGHT")
public class FileWeight {
  /** Halves of an ordinary family. */
  public static final int ORDINARY = 2;

  @Id private UUID file;
  private int halves;

  protected FileWeight() {}

  public FileWeight(CaseFileId file, int halves) {
    this.file = file.value();
    this.halves = halves;
  }

  public void is(int now) {
    halves = now;
  }

  public UUID file() {
    return file;
  }

  public int halves() {
    return halves;
  }
}
