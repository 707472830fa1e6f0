package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.registry.care.domain.PaperEntry;

/** To whom the papers of entries belong: who has to do with them, and on whose key they hang. */
public interface PaperOwner {
  /** What belongs to the family of the file. */
  PaperOwner FILE =
      new PaperOwner() {
        @Override
        public Subject of(PaperEntry row) {
          return Subject.of(row.file());
        }

        @Override
        public void require(
            EntityManager em, Access access, Viewer viewer, String permission, PaperEntry row) {
          access.require(viewer, permission, of(row));
        }
      };

  /** On whose key the words and contents of the papers hang. */
  Subject of(PaperEntry row);

  /**
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the entry
   */
  void require(EntityManager em, Access access, Viewer viewer, String permission, PaperEntry row);
}
