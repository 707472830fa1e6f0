package org.opora.moduletemplate.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;

/** A wish of a family: what and since when. The words are sealed with the key of the case file. */
@Entity
@Table(schema = "MODULE_TEMPLATE", name = "WISH")
public class Wish {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "CASE_FILE")
  private UUID caseFile;

  @Column(name = "WISHED_ON")
  private LocalDate wishedOn;

  @Column(name = "WORDS_S")
  private byte[] words;

  protected Wish() {}

  public Wish(WishId id, CaseFileId caseFile, LocalDate wishedOn, byte[] words) {
    this.id = id.value();
    this.caseFile = caseFile.value();
    this.wishedOn = wishedOn;
    this.words = words;
  }
}
