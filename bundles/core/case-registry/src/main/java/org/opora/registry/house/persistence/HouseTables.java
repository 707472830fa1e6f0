package org.opora.registry.house.persistence;

import java.util.List;
import org.opora.registry.house.domain.ChoiceChange;
import org.opora.registry.house.domain.Insurance;
import org.opora.registry.house.domain.KnownService;
import org.opora.registry.house.domain.LawConfirmation;
import org.opora.registry.house.domain.Mandate;
import org.opora.registry.house.domain.MandateState;
import org.opora.registry.house.domain.MandateStateBefore;
import org.opora.registry.house.domain.ServiceActivity;
import org.opora.registry.house.domain.ServiceActivityBefore;
import org.opora.registry.house.domain.SettingChange;
import org.opora.registry.house.domain.SettingGroup;
import org.opora.registry.shared.persistence.Tables;

/** The tables of mandate, settings and figures of the law. */
public final class HouseTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              Mandate.class,
              MandateState.class,
              MandateStateBefore.class,
              Insurance.class,
              ServiceActivity.class,
              ServiceActivityBefore.class,
              KnownService.class,
              SettingGroup.class,
              SettingChange.class,
              ChoiceChange.class,
              LawConfirmation.class),
          List.of(),
          List.of());

  private HouseTables() {}
}
