package org.opora.supervisedcontacts.observations.application;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.contacts.application.ReportsOnContacts;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.observations.domain.ObservationReport;
import org.opora.supervisedcontacts.observations.domain.ReportState;
import org.opora.supervisedcontacts.observations.persistence.ReportQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells contacts how far the reports on them are. */
@Component
public final class ApprovedReports implements ReportsOnContacts {
  private final Transactions transactions;

  @Activate
  public ApprovedReports(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Map<ContactChildId, Boolean> approved(Collection<ContactChildId> children) {
    List<UUID> lines = children.stream().map(ContactChildId::value).toList();
    Map<ContactChildId, Boolean> approved = new HashMap<>();
    for (ObservationReport row : transactions.read(em -> new ReportQueries(em).ofLines(lines))) {
      if (row.state() != ReportState.WITHDRAWN) {
        approved.putIfAbsent(row.contactChild(), row.state().fast());
      }
    }
    return approved;
  }
}
