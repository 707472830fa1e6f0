package org.opora.supervisedcontacts.observations.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Deliveries;
import org.opora.api.documents.DocumentIndex;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.observations.domain.CopyId;
import org.opora.supervisedcontacts.observations.domain.ReportCopy;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the copies of reports went: each is sent, and the house keeps the proof. */
@Component(service = CopyDeliveries.class)
public final class CopyDeliveries {
  private final Transactions transactions;
  private final Access access;
  private final ContactDoor door;
  private final People people;
  private final ReportReader reader;
  private final Deliveries deliveries;

  @Activate
  public CopyDeliveries(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Access access,
      @Reference People people,
      @Reference ReportReader reader,
      @Reference Deliveries deliveries) {
    this.transactions = transactions;
    this.access = access;
    this.door = new ContactDoor(access, people);
    this.people = people;
    this.reader = reader;
    this.deliveries = deliveries;
  }

  /** A copy with where it went. */
  public record Sending(
      ReportView report, ReportView.Copy copy, List<Deliveries.Delivery> deliveries) {}

  /**
   * @throws NotFound when the viewer may not know of it
   */
  public Sending sending(Viewer viewer, CopyId id) {
    ReportCopy copy = transactions.read(em -> find(em, id));
    ReportView report = reader.view(viewer, copy.report());
    door.require(viewer, SupervisedContactsModule.WRITE, report.whose());
    ReportView.Copy shown =
        report.copies().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    return new Sending(
        report,
        shown,
        copy.document() == null ? List.of() : deliveries.of(viewer, copy.document()));
  }

  private static ReportCopy find(EntityManager em, CopyId id) {
    ReportCopy copy = em.find(ReportCopy.class, id.value());
    if (copy == null) {
      throw new NotFound();
    }
    return copy;
  }

  /**
   * A copy is on its way.
   *
   * @return key of the delivery
   * @throws org.opora.api.faults.Refused beside the field; also when the copy is there no more
   */
  public UUID send(Viewer viewer, CopyId id, Deliveries.Channel channel, LocalDate on) {
    Sending sending = sending(viewer, id);
    ReportCopy copy = transactions.read(em -> find(em, id));
    if (copy.document() == null || !copy.kind().goesOut()) {
      throw Refusals.refused(null, "observation.copy.gone");
    }
    PersonId person = copy.person();
    boolean known = person != null && people.names(viewer, List.of(person)).containsKey(person);
    return deliveries.put(
        viewer,
        copy.document(),
        new Deliveries.NewDelivery(
            new Deliveries.Addressee(known ? person : null, copy.body(), sending.copy().to()),
            channel,
            on,
            null));
  }

  /** Where the copies of a report went, by the key of the copy. */
  public Map<CopyId, List<Deliveries.Delivery>> sent(
      Viewer viewer, Collection<ReportView.Copy> copies) {
    Map<CopyId, List<Deliveries.Delivery>> sent = new LinkedHashMap<>();
    for (ReportView.Copy copy : copies) {
      if (copy.document() != null && mayRead(viewer)) {
        sent.put(copy.id(), deliveries.of(viewer, copy.document()));
      }
    }
    return sent;
  }

  private boolean mayRead(Viewer viewer) {
    return access.decide(viewer, DocumentIndex.READ).allowed();
  }
}
