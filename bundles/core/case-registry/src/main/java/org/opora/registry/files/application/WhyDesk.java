package org.opora.registry.files.application;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Explanations;
import org.opora.api.access.Roles;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.registry.shared.application.PersonDoor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why a colleague sees a family or somebody in it, or does not. */
@Component(service = WhyDesk.class)
public final class WhyDesk {
  private final Transactions tx;
  private final Access access;
  private final Explanations explanations;
  private final PersonDoor door;

  @Activate
  public WhyDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference Explanations explanations) {
    this.tx = tx;
    this.access = access;
    this.explanations = explanations;
    this.door = new PersonDoor(tx, access, audit, aliases);
  }

  /**
   * @throws org.opora.api.faults.NotAllowed unless the viewer may manage roles
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the file
   */
  public Explanations.Answer file(Viewer viewer, CaseFileId file, StaffId staff) {
    access.require(viewer, Roles.MANAGE);
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return explanations.of(viewer, staff, Subject.of(file), List.of());
  }

  /**
   * A wall at another entry of the person, or at a sub-file of the child, closes the person as
   * well.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer may manage roles
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the person
   */
  public Explanations.Answer person(Viewer viewer, PersonId person, StaffId staff) {
    access.require(viewer, Roles.MANAGE);
    List<UUID> keys = door.open(viewer, People.READ, person);
    List<Subject> around = new ArrayList<>();
    keys.forEach(key -> around.add(Subject.of(new PersonId(key))));
    tx.read(
            em ->
                em.createQuery("SELECT c.id FROM ChildFile c WHERE c.child IN :keys", UUID.class)
                    .setParameter("keys", keys)
                    .getResultList())
        .forEach(file -> around.add(Subject.of(new ChildFileId(file))));
    return explanations.of(viewer, staff, Subject.of(person), around);
  }
}
