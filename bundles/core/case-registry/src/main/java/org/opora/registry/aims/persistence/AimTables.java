package org.opora.registry.aims.persistence;

import java.util.List;
import org.opora.registry.aims.domain.AgreedAim;
import org.opora.registry.aims.domain.AimReview;
import org.opora.registry.shared.persistence.Tables;

/** The tables of agreed aims. */
public final class AimTables {
  public static final Tables ROOM =
      new Tables(
          List.of(AgreedAim.class, AimReview.class),
          List.of(),
          List.of("AGREED_AIM.FILE", "AIM_REVIEW.FILE"));

  private AimTables() {}
}
