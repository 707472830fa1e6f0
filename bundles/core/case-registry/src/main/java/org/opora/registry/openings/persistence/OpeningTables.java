package org.opora.registry.openings.persistence;

import java.util.List;
import org.opora.registry.openings.domain.OpenedFile;
import org.opora.registry.openings.domain.Opening;
import org.opora.registry.shared.persistence.Tables;

/** The tables of what is opened for an inspection. */
public final class OpeningTables {
  public static final Tables ROOM =
      new Tables(List.of(Opening.class, OpenedFile.class), List.of(), List.of("OPENED_FILE.FILE"));

  private OpeningTables() {}
}
