package org.opora.course.application;

import org.opora.api.documents.spi.DocumentKeeper;
import org.opora.api.ids.DocumentId;
import org.opora.api.persistence.Transactions;
import org.opora.course.domain.Recipient;
import org.opora.course.persistence.ReportQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A copy of a report is what was approved; one that is there no more is made again. */
@Component(service = DocumentKeeper.class)
public final class CopyKeeper implements DocumentKeeper {
  private final Transactions tx;

  @Activate
  public CopyKeeper(@Reference(target = "(opora.unit=course)") Transactions tx) {
    this.tx = tx;
  }

  @Override
  public boolean keeps(DocumentId document) {
    return tx.read(em -> new ReportQueries(em).receiving(document).isPresent());
  }

  @Override
  public void gone(DocumentId document) {
    tx.run(
        em -> {
          ReportQueries queries = new ReportQueries(em);
          queries
              .receiving(document)
              .flatMap(one -> queries.recipient(one.id()))
              .ifPresent(Recipient::copyGone);
        });
  }
}
