package org.opora.registry.emergency.persistence;

import java.util.List;
import org.opora.registry.emergency.domain.EmergencyAccess;
import org.opora.registry.shared.persistence.Tables;

/** The table of emergency accesses. */
public final class EmergencyTables {
  public static final Tables ROOM =
      new Tables(List.of(EmergencyAccess.class), List.of(), List.of("EMERGENCY_ACCESS.FILE"));

  private EmergencyTables() {}
}
