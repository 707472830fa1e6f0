package org.opora.supervisedcontacts.observations.application;

import org.opora.api.access.Viewer;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;

/** Whoever has to know that the report on a contact was written. */
public interface ReportWatcher {
  /** In the transaction of whoever submitted it. */
  void written(Viewer viewer, ContactChildId line);
}
