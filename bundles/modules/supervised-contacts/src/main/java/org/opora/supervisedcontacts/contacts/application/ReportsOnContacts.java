package org.opora.supervisedcontacts.contacts.application;

import java.util.Collection;
import java.util.Map;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;

/** What contacts have to know of the reports on them; whoever keeps the reports answers. */
public interface ReportsOnContacts {
  /**
   * Whether the report on each of these has been approved and is not written anew. Where there is
   * none, or only one that was withdrawn, the child is left out.
   */
  Map<ContactChildId, Boolean> approved(Collection<ContactChildId> children);
}
