package org.opora.registry.openings.application;

import java.time.LocalDate;
import org.opora.api.house.Settings;
import org.opora.api.house.spi.Setting;
import org.opora.registry.shared.application.Refusals;

/** For how many working days something is open for an inspection at most. */
public record OpeningDays(Settings settings) {
  public static final int USUAL = 5;

  /** As the centre sets it. */
  public static final Setting DAYS =
      new Setting(
          "opening.days",
          null,
          Refusals.text("opening.time.title"),
          Refusals.text("opening.time.lead"),
          Refusals.text("opening.time.is"),
          USUAL,
          1,
          30);

  int most(LocalDate day) {
    return settings.number(DAYS, day);
  }
}
