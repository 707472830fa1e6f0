package org.opora.registry.notes.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.opora.registry.care.domain.PaperSignature;

/** A carer has read a note and signed it, or has refused to. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "NOTE_SIGNATURE")
@AttributeOverride(name = "written", column = @Column(name = "NOTE", updatable = false))
public class NoteSignature extends PaperSignature {
  protected NoteSignature() {}

  public NoteSignature(Noted noted) {
    super(noted);
  }
}
