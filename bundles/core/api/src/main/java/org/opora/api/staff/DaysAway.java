package org.opora.api.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/** On which days colleagues are away; never why. */
@ProviderType
public interface DaysAway {
  /**
   * Everybody who works here may know it, so it asks for no viewer.
   *
   * @return days away that touch the time asked for, the earliest first; members of staff without
   *     any are missing
   */
  Map<StaffId, List<Days>> of(Collection<StaffId> staff, LocalDate from, LocalDate until);

  /**
   * @param until last day, inclusive
   */
  record Days(LocalDate from, LocalDate until) {
    public boolean contain(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }
}
