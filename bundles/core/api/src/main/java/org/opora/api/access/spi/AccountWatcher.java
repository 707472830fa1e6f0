package org.opora.api.access.spi;

import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whoever gave an account another way in than its sessions takes it back when the account is
 * closed: an account that is opened again begins anew.
 */
@ConsumerType
public interface AccountWatcher {
  /**
   * The account was closed: in the transaction of that change, which goes no further when this
   * fails.
   *
   * @param viewer who closed it
   */
  void closed(Viewer viewer, StaffId staff);
}
