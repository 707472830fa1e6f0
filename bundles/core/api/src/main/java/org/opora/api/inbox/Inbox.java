package org.opora.api.inbox;

import java.time.Instant;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.text.Title;
import org.osgi.annotation.versioning.ProviderType;

/** The in-app inbox. A message holds no personal data: it says what waits, and where. */
@ProviderType
public interface Inbox {
  /** In the writer's transaction when there is one. */
  void tell(StaffId staff, Title text, String href);

  /** To everybody who holds the permission. */
  void tellAll(String permission, Title text, String href);

  /**
   * Messages to this member of staff that lead there are gone, read or not: they must not know of
   * it any more. In the writer's transaction when there is one.
   */
  void takeBack(StaffId staff, String href);

  Page<Message> of(Viewer viewer, String after, int limit);

  long unread(Viewer viewer);

  void read(Viewer viewer, UUID message);

  record Message(UUID id, Instant at, Title text, String href, boolean read) {}
}
