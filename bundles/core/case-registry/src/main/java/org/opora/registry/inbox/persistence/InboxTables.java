package org.opora.registry.inbox.persistence;

import java.util.List;
import org.opora.registry.inbox.domain.InboxMessage;
import org.opora.registry.inbox.domain.InboxRead;
import org.opora.registry.shared.persistence.Tables;

/** The tables of messages. */
public final class InboxTables {
  public static final Tables ROOM =
      new Tables(List.of(InboxMessage.class, InboxRead.class), List.of(), List.of());

  private InboxTables() {}
}
