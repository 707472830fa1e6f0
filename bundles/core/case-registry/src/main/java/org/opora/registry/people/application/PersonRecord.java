package org.opora.registry.people.application;

import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the register knows about a person over time, beside what it says of them at first sight. */
@Component(service = PersonRecord.class)
public final class PersonRecord {
  private final AuditTrail audit;
  private final Whereabouts whereabouts;
  private final FormerNames names;
  private final Addresses addresses;
  private final Reaching reaching;
  private final Secrecy secrecy;
  private final Speech speech;

  @Activate
  public PersonRecord(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference People people,
      @Reference Keys keys) {
    this.audit = audit;
    whereabouts = new Whereabouts(access);
    PersonDoor door = new PersonDoor(tx, access, audit, aliases);
    PersonSeals own = new PersonSeals(keys);
    RecordSeals seals = new RecordSeals(keys);
    names = new FormerNames(door, new PersonWriter(own));
    reaching = new Reaching(door, own, seals);
    addresses = new Addresses(door, own, seals, reaching);
    secrecy = new Secrecy(door, people, seals);
    speech = new Speech(door);
  }

  /**
   * Whether whereabouts that are not to be told may stand on paper, because somebody who may see
   * them asks for it; the asking is recorded.
   */
  public boolean printed(Viewer viewer, PersonId person) {
    boolean may = whereabouts.may(viewer, person);
    if (may) {
      audit.read(viewer, "person.whereabouts-on-paper", List.of(Subject.of(person)));
    }
    return may;
  }

  public FormerNames names() {
    return names;
  }

  public Addresses addresses() {
    return addresses;
  }

  public Reaching reaching() {
    return reaching;
  }

  public Secrecy secrecy() {
    return secrecy;
  }

  public Speech speech() {
    return speech;
  }
}
