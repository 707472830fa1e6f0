package org.opora.registry.exports.persistence;

import java.util.List;
import org.opora.registry.exports.domain.ExportRequest;
import org.opora.registry.shared.persistence.Tables;

/** The table of long lists that somebody asked to take along. */
public final class ExportTables {
  public static final Tables ROOM = new Tables(List.of(ExportRequest.class), List.of(), List.of());

  private ExportTables() {}
}
