package org.opora.supervisedcontacts.observations.application;

import org.opora.api.documents.spi.DocumentKeeper;
import org.opora.api.ids.DocumentId;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.observations.domain.ReportCopy;
import org.opora.supervisedcontacts.observations.persistence.ReportQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A copy of a report is what was approved, and stays as it was made. */
@Component(service = DocumentKeeper.class)
public final class CopyKeeper implements DocumentKeeper {
  private final Transactions transactions;

  @Activate
  public CopyKeeper(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean keeps(DocumentId document) {
    return transactions.read(em -> new ReportQueries(em).copy(document.value()).isPresent());
  }

  @Override
  public void gone(DocumentId document) {
    transactions.run(
        em -> new ReportQueries(em).copy(document.value()).ifPresent(ReportCopy::gone));
  }
}
