package org.opora.supervisedcontacts.agreements.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.agreements.domain.AgreementRule;
import org.opora.supervisedcontacts.agreements.domain.AgreementScan;
import org.opora.supervisedcontacts.agreements.domain.AgreementSignature;
import org.opora.supervisedcontacts.agreements.domain.AgreementWording;
import org.opora.supervisedcontacts.agreements.domain.ContactAgreement;
import org.opora.supervisedcontacts.agreements.persistence.AgreementQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What agreements hold about a child and about who signed. Whoever asks decides who may. */
@Component(service = AgreementData.class)
public final class AgreementData {
  private final Transactions transactions;
  private final Timeline timeline;

  @Activate
  public AgreementData(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Timeline timeline) {
    this.transactions = transactions;
    this.timeline = timeline;
  }

  /** About a child. */
  public List<ContactAgreement> of(Set<PersonId> child) {
    return transactions.read(em -> AgreementQueries.ofChild(em, keys(child)));
  }

  /** What somebody signed or would not sign. */
  public List<AgreementSignature> signedBy(Set<PersonId> person) {
    return transactions.read(em -> AgreementQueries.signedBy(em, keys(person)));
  }

  /** Every word about the child goes, with the scans; who signed is known no more. */
  public void forget(Set<PersonId> person) {
    transactions.run(
        em -> {
          forgetChild(em, AgreementQueries.ofChild(em, keys(person)));
          AgreementQueries.signedBy(em, keys(person)).forEach(AgreementSignature::forget);
        });
  }

  private void forgetChild(EntityManager em, List<ContactAgreement> rows) {
    List<UUID> all = rows.stream().map(ContactAgreement::key).toList();
    List<AgreementWording> wordings = AgreementQueries.wordings(em, all);
    wordings.forEach(AgreementWording::forget);
    AgreementQueries.rules(em, wordings.stream().map(AgreementWording::id).toList())
        .forEach(AgreementRule::forget);
    AgreementQueries.signatures(em, all).forEach(AgreementSignature::forget);
    AgreementQueries.whole(em, all).forEach(AgreementScan::forget);
    all.forEach(key -> timeline.withdraw(SupervisedContactsModule.ID, key));
  }

  private static List<UUID> keys(Set<PersonId> people) {
    return people.stream().map(PersonId::value).toList();
  }
}
