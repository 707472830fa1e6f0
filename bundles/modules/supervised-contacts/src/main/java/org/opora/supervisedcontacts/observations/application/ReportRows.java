package org.opora.supervisedcontacts.observations.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.FacilitatorReach;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.observations.domain.ObservationReport;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.domain.ReportState;
import org.opora.supervisedcontacts.observations.domain.ReportVersion;
import org.opora.supervisedcontacts.observations.domain.Section;
import org.opora.supervisedcontacts.observations.persistence.ReportQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;

/**
 * A report held by whoever changes it, as far as they may, its versions, and with each step how
 * long whoever assisted reaches its child.
 */
record ReportRows(ReportSeals seals, ContactDoor door, FacilitatorReach reach) {
  /**
   * Held until the end of the transaction.
   *
   * @throws org.opora.api.faults.Stale when somebody else has changed it meanwhile
   */
  ObservationReport hold(
      EntityManager em, Viewer viewer, String permission, ReportId id, long version) {
    ObservationReport row = new ReportQueries(em).hold(id.value()).orElseThrow(NotFound::new);
    door.require(viewer, permission, row.whose());
    Refusals.fresh(row.version(), version);
    return row;
  }

  static ReportVersion present(EntityManager em, ObservationReport row) {
    return new ReportQueries(em).version(row.key(), row.number()).orElseThrow(NotFound::new);
  }

  static void in(ObservationReport row, ReportState state) {
    if (row.state() != state) {
      throw wrong(row);
    }
  }

  /** It does not stand where it would have to. */
  static RuntimeException wrong(ObservationReport row) {
    return Refusals.refused(
        null,
        "observation.wrong-state",
        Text.of(SupervisedContactsModule.ORIGIN, "observation.state." + row.state()));
  }

  /** Begins a version with these words. */
  void version(
      EntityManager em,
      Viewer viewer,
      ObservationReport row,
      Map<Section, String> words,
      String reason) {
    ReportVersion version = new ReportVersion(row.id(), row.number());
    version.writtenBy(viewer.staff(), viewer.now());
    version.because(seals.seal(row, ReportSeals.REASON, version.id(), reason));
    em.persist(version);
    em.flush();
    seals.write(em, row, version, words);
  }

  /** Whoever assisted reaches the child for as long as the report is not approved. */
  void settle(EntityManager em, Viewer viewer, ObservationReport row) {
    em.flush();
    reach.settle(
        viewer,
        em.find(Contact.class, row.contact().value()),
        List.of(em.find(ContactChild.class, row.contactChild().value())));
  }
}
