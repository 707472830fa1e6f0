package org.opora.api.access;

import java.util.Collection;
import java.util.Set;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/** To whom something can be handed: asked before a colleague is given what they could not open. */
@ProviderType
public interface Colleagues {
  /**
   * Members of staff whose account works and who hold the permission for the subject today: the
   * same that {@link Access#decide(Viewer, String, Subject)} would answer them.
   *
   * @param viewer who asks; must hold the permission for the subject too
   * @param subject null asks who holds the permission at all
   * @param around subjects at which a wall closes it as well, such as the family's file around a
   *     child; empty when there are none
   * @throws org.opora.api.faults.NotAllowed when the viewer does not hold the permission
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the subject
   */
  Set<StaffId> holding(
      Viewer viewer, String permission, Subject subject, Collection<Subject> around);

  /**
   * Members of staff whose account works and who hold the permission for everything, walls apart.
   *
   * @param viewer who asks; must hold the permission, however far
   * @throws org.opora.api.faults.NotAllowed when the viewer does not hold the permission
   */
  Set<StaffId> holdingAll(Viewer viewer, String permission);
}
