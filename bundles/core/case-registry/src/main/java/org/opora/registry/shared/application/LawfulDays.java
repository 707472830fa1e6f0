package org.opora.registry.shared.application;

import java.time.LocalDate;
import org.opora.api.house.WorkingDays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Working days by the law packs that are here at the moment of the question. */
@Component
public final class LawfulDays implements WorkingDays {
  private final LawPacks installed;

  @Activate
  public LawfulDays(@Reference LawPacks installed) {
    this.installed = installed;
  }

  @Override
  public boolean works(LocalDate day) {
    return WorkingDays.of(installed.sets()).works(day);
  }
}
