package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.registry.importing.domain.ImportChange;
import org.opora.registry.importing.domain.Packed;

/** Notes, in the writer's transaction, what one family of an import wrote. */
final class Journal {
  static final String PLACE = "IMPORT_CHANGE.BEFORE_IMAGE";
  private final EntityManager em;
  private final Drawer drawer;
  private final UUID run;
  private final int family;
  private final List<String> arrived = new ArrayList<>();
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

  /** The same, to be noted together with the family it came with. */
  void arrived(ImportChange.Kind kind, UUID subject) {
    arrived.add(kind + " " + subject);
  }

  /** One note for a whole new family; what came later in it is taken back first. */
  void family(CaseFileId file) {
    note(ImportChange.Kind.NEW_FAMILY, file.value(), file, 0, Packed.list(arrived));
    arrived.clear();
  }

  /**
   * @param versionAfter version of the record once written; another one later means that somebody
   *     worked with it
   * @param before what stood there
   */
  void changed(
      ImportChange.Kind kind, UUID subject, CaseFileId file, long versionAfter, String before) {
    note(kind, subject, file, versionAfter, before);
  }

  private void note(
      ImportChange.Kind kind, UUID subject, CaseFileId file, long versionAfter, String before) {
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
