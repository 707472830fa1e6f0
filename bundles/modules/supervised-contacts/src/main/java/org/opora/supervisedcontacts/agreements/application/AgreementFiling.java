package org.opora.supervisedcontacts.agreements.application;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Documents;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.agreements.domain.AgreementId;
import org.opora.supervisedcontacts.agreements.domain.AgreementWording;
import org.opora.supervisedcontacts.agreements.domain.ContactAgreement;
import org.opora.supervisedcontacts.agreements.persistence.AgreementQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * An agreement that everybody has signed is found among the documents of the child, as it reads and
 * with who signed it when. Each wording lies there once.
 */
@Component(service = AgreementFiling.class)
public final class AgreementFiling {
  private final Transactions transactions;
  private final Access access;
  private final ContactDoor door;
  private final AuditTrail audit;
  private final AgreementReader reader;
  private final AgreementPaper paper;
  private final Documents documents;

  @Activate
  public AgreementFiling(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference AgreementReader reader,
      @Reference AgreementPaper paper,
      @Reference Documents documents) {
    this.transactions = transactions;
    this.access = access;
    this.door = new ContactDoor(access, people);
    this.audit = audit;
    this.reader = reader;
    this.paper = paper;
    this.documents = documents;
  }

  /**
   * Files it as soon as the last one has signed, where the viewer is one who files: whoever only
   * supervises the contact notes the signature and leaves the rest to the key worker. That it
   * cannot be filed takes no signature back. Not within a transaction.
   *
   * @return whether it lies among the documents now
   */
  public boolean whenSigned(Viewer viewer, AgreementId id) {
    AgreementView view = reader.view(viewer, id);
    Subject child = Subject.of(view.whose().childFile());
    if (!view.missing().isEmpty()
        || !access.decide(viewer, SupervisedContactsModule.WRITE, child).allowed()) {
      return false;
    }
    try {
      file(viewer, id, view.version());
      return true;
    } catch (Refused | NotAllowed | NotFound | Stale stays) {
      return false;
    }
  }

  /**
   * Files how it reads now. Not within a transaction: making the page takes its turn.
   *
   * @param version of the agreement that was seen
   * @throws Refused when somebody has not signed it yet, or the file takes no document more
   * @throws Stale when it reads otherwise now
   */
  public void file(Viewer viewer, AgreementId id, long version) {
    AgreementView view = reader.view(viewer, id);
    door.require(viewer, SupervisedContactsModule.WRITE, view.whose());
    Refusals.fresh(view.version(), version);
    if (!view.missing().isEmpty()) {
      throw Refusals.refused(null, "agreement.filing.unsigned");
    }
    if (view.now().document() != null) {
      return;
    }
    Set<PersonId> names = transactions.read(em -> named(em, view));
    try {
      documents.report(
          viewer,
          view.whose().file(),
          paper.filed(viewer, view, names),
          document -> transactions.run(em -> filed(em, viewer, view, document)));
    } catch (Twice once) {
      // Somebody else filed it at the same moment: it lies there.
      return;
    }
  }

  /** Whose names stand on it, of those whom the register knows, also whom the viewer cannot see. */
  private static Set<PersonId> named(EntityManager em, AgreementView view) {
    Set<PersonId> names = new HashSet<>(Set.of(view.whose().child()));
    AgreementQueries.signatures(em, List.of(view.id().value())).stream()
        .filter(one -> one.struckOn() == null && !one.refused())
        .filter(one -> one.wording() == view.now().number())
        .map(one -> one.person())
        .filter(Objects::nonNull)
        .forEach(names::add);
    return names;
  }

  private static final class Twice extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void filed(EntityManager em, Viewer viewer, AgreementView view, DocumentId document) {
    ContactAgreement row = AgreementQueries.hold(em, view.id().value()).orElseThrow(NotFound::new);
    Refusals.fresh(row.version(), view.version());
    AgreementWording now =
        AgreementQueries.wordings(em, List.of(row.key())).stream()
            .filter(one -> one.number() == row.wording())
            .findFirst()
            .orElseThrow(NotFound::new);
    if (now.document() != null) {
      throw new Twice();
    }
    now.filed(document);
    audit.wrote(
        viewer, "supervised-contacts.agreement.filed", List.of(Subject.of(row.childFile())));
  }
}
