package org.opora.registry.inspections.persistence;

import java.util.List;
import org.opora.registry.inspections.domain.Inspection;
import org.opora.registry.shared.persistence.Tables;

/** The tables of who looked into files. */
public final class InspectionTables {
  public static final Tables ROOM =
      new Tables(List.of(Inspection.class), List.of(), List.of("INSPECTION.FILE"));

  private InspectionTables() {}
}
