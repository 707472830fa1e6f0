package org.opora.supervisedcontacts.agreements.application;

import org.opora.api.documents.spi.DocumentKeeper;
import org.opora.api.ids.DocumentId;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.agreements.domain.AgreementWording;
import org.opora.supervisedcontacts.agreements.persistence.AgreementQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An agreement that was filed is what was signed, and stays as it was made. */
@Component(service = DocumentKeeper.class)
public final class AgreementKeeper implements DocumentKeeper {
  private final Transactions transactions;

  @Activate
  public AgreementKeeper(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean keeps(DocumentId document) {
    return transactions.read(em -> AgreementQueries.filedAs(em, document.value()).isPresent());
  }

  @Override
  public void gone(DocumentId document) {
    transactions.run(
        em -> AgreementQueries.filedAs(em, document.value()).ifPresent(AgreementWording::unfiled));
  }
}
