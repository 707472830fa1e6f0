package org.opora.api.access;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/** The one place where access is decided: the same for pages, lists, counts, search and exports. */
@ProviderType
public interface Access {
  /** Without a subject: does the viewer hold the permission at all? */
  Decision decide(Viewer viewer, String permission);

  Decision decide(Viewer viewer, String permission, Subject subject);

  /**
   * @throws NotAllowed with the reason; the denial is in the audit trail before this returns
   */
  void require(Viewer viewer, String permission);

  /**
   * @throws NotFound when the viewer may not know of the subject; the denial is in the audit trail
   *     before this returns
   * @throws NotAllowed when the subject is lent to the viewer for reading, and the permission
   *     changes something
   */
  void require(Viewer viewer, String permission, Subject subject);

  /**
   * A wall at what lies around a subject closes the subject as well: at the file of a record, or at
   * a person under another key. Nothing but a wall is asked for: whoever may know the record may
   * not know all that lies around it.
   *
   * @throws NotFound when such a wall stands before the viewer; the denial is in the audit trail
   *     before this returns
   */
  default void requireNoWall(Viewer viewer, String permission, Collection<Subject> around) {
    for (Subject subject : around) {
      if (Decision.WALL.equals(decide(viewer, permission, subject).reason())) {
        // Asked once more, so that the refusal is in the trail.
        require(viewer, permission, subject);
      }
    }
  }

  Scope scope(Viewer viewer, String permission);

  /**
   * Of these subjects, those that the viewer reads in an emergency or for an inspection and by
   * nothing that lasts: no permission for what is their own changes anything there.
   */
  Set<UUID> lent(Viewer viewer, Collection<UUID> subjects);

  /**
   * A number that grows whenever something is taken from this member of staff by the end of a
   * relation or by a wall. What was made for them while it grew may show what is closed by now. It
   * says nothing of their account and their roles, which {@link Sessions#find} answers.
   */
  long taken(StaffId staff);
}
