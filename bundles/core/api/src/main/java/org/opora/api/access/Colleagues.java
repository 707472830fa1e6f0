package org.opora.api.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/** To whom something can be handed: asked before a colleague is given what they could not open. */
@ProviderType
public interface Colleagues {
  /**
   * Members of staff whose account works and who hold the permission for the subject today: the
   * same that {@link Access#decide(Viewer, String, Subject)} would answer them, without those who
   * only read it in an emergency or for an inspection.
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
   * Members of staff whose account works, who hold the permission for everything, and from whom no
   * wall keeps any of these subjects. Nobody asks here who may: for what the house itself hands to
   * those who oversee it, such as what somebody must not even know of.
   *
   * @param closing subjects at which a wall counts
   */
  Set<StaffId> overseeing(String permission, Collection<Subject> closing);

  /**
   * Members of staff whose account works, who hold the permission for the subject that day, and
   * from whom no wall keeps it or what is around it. Nobody asks here who may: for saying who acts
   * on something that the viewer may see and may not act on.
   *
   * @param around as in {@link #holding}
   * @param day on which relations and walls count
   */
  Set<StaffId> able(String permission, Subject subject, Collection<Subject> around, LocalDate day);

  /** Members of staff whose account works and who hold this role. */
  Set<StaffId> having(String role);

  /**
   * Whether the viewer alone holds the permission, whomever a wall keeps away from what. Somebody
   * who was kept from it by others a moment ago still counts, so that nobody is made alone.
   */
  boolean alone(Viewer viewer, String permission);
}
