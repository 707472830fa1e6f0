package org.opora.registry.ledgers.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.Evidence;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.registry.care.persistence.VisitQueries;
import org.opora.registry.files.application.FileChange;
import org.opora.registry.ledgers.persistence.LedgerQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What every ledger works with. */
@Component(service = LedgerTools.class)
public final class LedgerTools {
  private final Transactions tx;
  private final Access access;
  private final FileChange change;
  private final Timeline timeline;
  private final Evidence evidence;
  private final Staff staff;
  private final Messages messages;
  private final Keys keys;

  @Activate
  public LedgerTools(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference FileChange change,
      @Reference Timeline timeline,
      @Reference Evidence evidence,
      @Reference Staff staff,
      @Reference Messages messages,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.change = change;
    this.timeline = timeline;
    this.evidence = evidence;
    this.staff = staff;
    this.messages = messages;
    this.keys = keys;
  }

  /** Who is or was a carer in the file, but those behind a wall, by name. */
  Map<PersonId, PersonName> carers(Viewer viewer, CaseFileId file) {
    access.require(viewer, Ledger.READ, Subject.of(file));
    return sorted(tx.read(em -> names(em, viewer, new LedgerQueries(em).carersOf(file))));
  }

  /** The same of children who live or lived with the family. */
  Map<PersonId, PersonName> children(Viewer viewer, CaseFileId file) {
    access.require(viewer, Ledger.READ, Subject.of(file));
    return sorted(
        tx.read(
            em ->
                names(
                    em,
                    viewer,
                    new VisitQueries(em)
                        .childrenOf(file).keySet().stream().map(PersonId::new).toList())));
  }

  /**
   * Names of those of these people before whom no wall stands. They are or were in the file, and so
   * are known to whoever opens it: also those to whom nobody works any more.
   */
  Map<PersonId, PersonName> names(EntityManager em, Viewer viewer, Collection<PersonId> people) {
    return new LedgerQueries(em).names(people, access.scope(viewer, Ledger.READ));
  }

  private static Map<PersonId, PersonName> sorted(Map<PersonId, PersonName> people) {
    Map<PersonId, PersonName> named = new LinkedHashMap<>();
    people.entrySet().stream()
        .sorted(Comparator.comparing(one -> one.getValue().listed()))
        .forEach(one -> named.put(one.getKey(), one.getValue()));
    return named;
  }

  Transactions tx() {
    return tx;
  }

  Access access() {
    return access;
  }

  FileChange change() {
    return change;
  }

  Timeline timeline() {
    return timeline;
  }

  Evidence evidence() {
    return evidence;
  }

  Staff staff() {
    return staff;
  }

  Messages messages() {
    return messages;
  }

  Keys keys() {
    return keys;
  }
}
