package org.opora.registry.aims.persistence;

import java.util.List;
import org.opora.registry.aims.domain.AgreedAim;
import org.opora.registry.aims.domain.AimChild;
import org.opora.registry.aims.domain.AimGoal;
import org.opora.registry.aims.domain.AimPart;
import org.opora.registry.aims.domain.AimReview;
import org.opora.registry.aims.domain.AimStep;
import org.opora.registry.aims.domain.AimVersion;
import org.opora.registry.aims.domain.GoalReview;
import org.opora.registry.shared.persistence.Tables;

/** The tables of agreed aims. */
public final class AimTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              AgreedAim.class,
              AimPart.class,
              AimGoal.class,
              AimStep.class,
              AimChild.class,
              AimVersion.class,
              AimReview.class,
              GoalReview.class),
          List.of("AIM_CHILD.CHILD"),
          List.of("AGREED_AIM.FILE", "AIM_REVIEW.FILE", "AIM_CHILD.CHILD_FILE"));

  private AimTables() {}
}
