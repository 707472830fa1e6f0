package org.opora.calendar.feeds.application;

import org.opora.api.access.Viewer;
import org.opora.api.access.spi.AccountWatcher;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.calendar.feeds.domain.Feed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * An address dies with the account: whoever comes back makes another one. It is a component of its
 * own and asks for nothing of access, which waits for nobody to close an account.
 */
@Component
public final class FeedsOfClosedAccounts implements AccountWatcher {
  private final Transactions tx;

  @Activate
  public FeedsOfClosedAccounts(@Reference(target = "(opora.unit=calendar)") Transactions tx) {
    this.tx = tx;
  }

  @Override
  public void closed(Viewer viewer, StaffId staff) {
    tx.run(
        em -> {
          Feed feed = FeedDesk.hold(em, staff);
          if (feed != null && feed.living()) {
            feed.revoke(viewer.today());
          }
        });
  }
}
