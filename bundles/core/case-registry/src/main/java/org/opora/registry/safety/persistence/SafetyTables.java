package org.opora.registry.safety.persistence;

import java.util.List;
import org.opora.registry.safety.domain.Apart;
import org.opora.registry.safety.domain.SafetyNotice;
import org.opora.registry.shared.persistence.Tables;

/** The tables of safety notices. */
public final class SafetyTables {
  public static final Tables ROOM =
      new Tables(
          List.of(SafetyNotice.class, Apart.class),
          List.of(
              "SAFETY_NOTICE.PERSON",
              "SAFETY_NOTICE.WHOM_PERSON",
              "KEPT_APART.ONE",
              "KEPT_APART.OTHER"),
          List.of());

  private SafetyTables() {}
}
