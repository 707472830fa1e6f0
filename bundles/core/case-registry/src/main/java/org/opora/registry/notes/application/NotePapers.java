package org.opora.registry.notes.application;

import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.care.application.PaperKind;
import org.opora.registry.care.application.PaperOwner;
import org.opora.registry.care.application.PaperProof;
import org.opora.registry.care.application.Papers;
import org.opora.registry.care.persistence.PaperTables;
import org.opora.registry.notes.domain.Note;
import org.opora.registry.notes.domain.NotePrint;
import org.opora.registry.notes.domain.NoteScan;
import org.opora.registry.notes.domain.NoteSignature;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The papers of notes. */
@Component(service = NotePapers.class)
public final class NotePapers extends Papers {
  public static final PaperKind KIND =
      new PaperKind(
          new PaperTables("Note"),
          "notes",
          PaperOwner.FILE,
          PaperProof.NOTHING,
          Note.class,
          NoteSignature.class,
          NoteScan.class,
          NoteSignature::new,
          NoteScan::new,
          NotePrint::new);

  @Activate
  public NotePapers(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference Keys keys) {
    super(tx, access, audit, staff, keys, KIND);
  }
}
