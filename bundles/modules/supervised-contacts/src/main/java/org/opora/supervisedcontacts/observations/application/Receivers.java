package org.opora.supervisedcontacts.observations.application;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.addressees.Addressees;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.LegalPosition;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.contacts.application.ContactViews;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.persistence.OneContact;
import org.opora.supervisedcontacts.observations.domain.ReceiverKind;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who can get a copy of a report. */
@Component(service = Receivers.class)
public final class Receivers {
  private final Transactions transactions;
  private final People people;
  private final ReportSource source;
  private final Addressees addressees;
  private final LegalPosition legal;

  @Activate
  public Receivers(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference People people,
      @Reference ReportReader reader,
      @Reference ContactViews contacts,
      @Reference Addressees addressees,
      @Reference LegalPosition legal) {
    this.transactions = transactions;
    this.people = people;
    this.source = new ReportSource(transactions, reader, contacts);
    this.addressees = addressees;
    this.legal = legal;
  }

  /**
   * Who can get it: courts that decided about the child, the authorities, the carers, those whom
   * the child met. Each stands once.
   *
   * @throws NotFound when the viewer may not know of it, or not read it
   */
  public List<Receiver> of(Viewer viewer, ReportId id) {
    ReportPaper.Stuff stuff = source.of(viewer, id);
    PersonId child = stuff.child().whose().child();
    Set<Receiver> all = new LinkedHashSet<>();
    legal
        .decisions(viewer, child, viewer.today())
        .forEach(one -> all.add(new Receiver(ReceiverKind.COURT, null, null, one.court())));
    for (Addressees.Addressee one : addressees.report(viewer, stuff.child().whose().file()).to()) {
      if (!one.office()) {
        all.add(new Receiver(ReceiverKind.CARER, one.carer(), null, one.name()));
      } else if (one.ofCarers() || theirs(one, child)) {
        all.add(new Receiver(ReceiverKind.AUTHORITY, null, one.body(), one.name()));
      }
    }
    all.addAll(parents(viewer, stuff));
    return List.copyOf(all);
  }

  private boolean theirs(Addressees.Addressee office, PersonId child) {
    Set<PersonId> keys = people.idsOf(child);
    return office.children().stream().map(Addressees.Named::person).anyMatch(keys::contains);
  }

  private List<Receiver> parents(Viewer viewer, ReportPaper.Stuff stuff) {
    Map<PlanPersonId, PersonId> known = transactions.read(em -> known(em, stuff));
    Set<PersonId> seen =
        people
            .names(viewer, known.values().stream().filter(Objects::nonNull).distinct().toList())
            .keySet();
    return stuff.contact().people().stream()
        .filter(one -> !one.forbidden())
        .map(
            one -> {
              PersonId person = known.get(one.id());
              return new Receiver(
                  ReceiverKind.PARENT,
                  person != null && seen.contains(person) ? person : null,
                  null,
                  one.name());
            })
        .toList();
  }

  private static Map<PlanPersonId, PersonId> known(EntityManager em, ReportPaper.Stuff stuff) {
    OneContact of = new OneContact(em);
    Map<UUID, PersonId> persons = new LinkedHashMap<>();
    for (Attendance one : of.attendance(stuff.event().id())) {
      persons.put(one.id(), one.person());
    }
    Map<PlanPersonId, PersonId> known = new LinkedHashMap<>();
    for (AttendsAs as : of.named(stuff.event().id())) {
      known.put(as.planPerson(), persons.get(as.attendance()));
    }
    return known;
  }
}
