package org.opora.web.gate;

import org.opora.api.access.Access;
import org.opora.api.access.Accounts;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Sessions;
import org.opora.api.exports.LargeExports;
import org.opora.api.inbox.Inbox;
import org.opora.api.module.Modules;
import org.opora.api.web.Centre;
import org.opora.web.drafts.Drafts;
import org.opora.web.drafts.FormKeys;

/**
 * What the gate asks of the house. Any of it may be null while the house starts; then nothing is
 * shown that needs it.
 */
interface Services {
  Access access();

  AuditTrail audit();

  Sessions sessions();

  SecondFactor secondFactor();

  Accounts accounts();

  Modules modules();

  Inbox inbox();

  Centre centre();

  FormKeys formKeys();

  Drafts drafts();

  LargeExports largeExports();

  /** Whether everything is here that a signed-in person needs. */
  default boolean ready() {
    return access() != null && audit() != null && sessions() != null && accounts() != null;
  }
}
