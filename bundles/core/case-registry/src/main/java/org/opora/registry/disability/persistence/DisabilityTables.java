package org.opora.registry.disability.persistence;

import java.util.List;
import org.opora.registry.disability.domain.Disability;
import org.opora.registry.shared.persistence.Tables;

/** The tables of disability. */
public final class DisabilityTables {
  public static final Tables ROOM =
      new Tables(List.of(Disability.class), List.of("DISABILITY.PERSON"), List.of());

  private DisabilityTables() {}
}
