package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.registry.importing.domain.ImportChange;

/** Notes, in the writer's transaction, what one family of an import wrote. */
final class Journal {
  static final String PLACE = "IMPORT_CHANGE.BEFORE_IMAGE";
  private final EntityManager em;
  private final Drawer drawer;
  private final UUID run;
  private final int family;
  private int seq;

  Journal(EntityManager em, Drawer drawer, UUID run, int family) {
    this.em = em;
    this.drawer = drawer;
    this.run = run;
    this.family = family;
  }

  void created(ImportChange.Kind kind, UUID subject, CaseFileId file) {
    note(kind, subject, file, 0, null);
  }

  /**
   * @param versionAfter version of the record once written; another one later means that somebody worked with it
   * @param before what stood there
   */
  void changed(ImportChange.Kind kind, UUID subject, CaseFileId file, long versionAfter, String before) {
    note(kind, subject, file, versionAfter, before);
  }

  private void note(ImportChange.Kind kind, UUID subject, CaseFileId file, long versionAfter, String before) {
    UUID id = Ids.next();
    em.persist(
        new ImportChange(
            id,
            run,
            family,
            ++seq,
            kind,
            subject,
            file == null ? null : file.value(),
            versionAfter,
            before == null ? null : drawer.seal(PLACE, id, before)));
  }
}
