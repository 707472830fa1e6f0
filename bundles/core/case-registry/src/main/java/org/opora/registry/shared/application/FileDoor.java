package org.opora.registry.shared.application;

import jakarta.persistence.EntityManager;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.shared.persistence.FileInScope;

/**
 * Lets a viewer into a file and finds the children whom it shows them, with one question to the
 * database instead of one for each.
 */
public record FileDoor(EntityManager em, Access access) {
  /**
   * @throws org.opora.api.faults.NotFound when there is no such file, or the viewer may not know it
   * @throws org.opora.api.faults.NotAllowed when the viewer does not hold the permission
   */
  public FileInScope require(Viewer viewer, String permission, CaseFileId file) {
    return FileInScope.ask(em, file, access.scope(viewer, permission))
        .orElseGet(
            () -> {
              // Says why not, and leaves it in the trail.
              access.require(viewer, permission, Subject.of(file));
              throw new NotFound();
            });
  }
}
