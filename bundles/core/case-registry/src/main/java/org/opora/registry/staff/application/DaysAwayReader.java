package org.opora.registry.staff.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.DaysAway;
import org.opora.registry.staff.persistence.AwayRow;
import org.opora.registry.staff.persistence.GapQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Days away, from what is written down of absences. */
@Component(service = DaysAway.class)
public final class DaysAwayReader implements DaysAway {
  private final Transactions tx;

  @Activate
  public DaysAwayReader(@Reference(target = "(opora.unit=case-registry)") Transactions tx) {
    this.tx = tx;
  }

  @Override
  public Map<StaffId, List<Days>> of(Collection<StaffId> staff, LocalDate from, LocalDate until) {
    if (staff.isEmpty()) {
      return Map.of();
    }
    Set<UUID> wanted = staff.stream().map(StaffId::value).collect(Collectors.toSet());
    // A centre has few members of staff, and fewer of them away.
    return tx.read(em -> new GapQueries(em).away(from, until)).stream()
        .filter(row -> wanted.contains(row.staff()))
        .collect(
            Collectors.groupingBy(
                row -> new StaffId(row.staff()),
                Collectors.mapping(DaysAwayReader::days, Collectors.toList())));
  }

  private static Days days(AwayRow row) {
    return new Days(row.since(), row.until());
  }
}
