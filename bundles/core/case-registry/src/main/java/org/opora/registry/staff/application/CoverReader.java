package org.opora.registry.staff.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Scope;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Cover;
import org.opora.api.staff.Staff;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.files.persistence.WorkQueries;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.staff.domain.CoverGaps;
import org.opora.registry.staff.persistence.AwayRow;
import org.opora.registry.staff.persistence.GapQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is away, and whose families are with nobody, from what is written down of absences. */
@Component(service = Cover.class)
public final class CoverReader implements Cover {
  private final Transactions tx;
  private final Access access;
  private final Staff staff;

  @Activate
  public CoverReader(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Staff staff) {
    this.tx = tx;
    this.access = access;
    this.staff = staff;
  }

  @Override
  public List<Away> away(Viewer viewer, String permission, LocalDate day) {
    Scope scope = access.scope(viewer, permission);
    if (scope.empty()) {
      return List.of();
    }
    return tx.read(
        em -> {
          List<AwayRow> rows = new GapQueries(em).away(day, day);
          Map<StaffId, String> names =
              staff.names(
                  rows.stream().map(row -> new StaffId(row.staff())).collect(Collectors.toSet()));
          WorkQueries work = new WorkQueries(em);
          List<Away> away = new ArrayList<>();
          for (AwayRow row : rows) {
            StaffId who = new StaffId(row.staff());
            List<CaseFileId> files =
                work.of(who, day, day, scope).stream()
                    .filter(one -> one.kind() == RelationKind.KEY_WORKER)
                    .map(one -> new CaseFileId(one.file()))
                    .distinct()
                    .toList();
            if (!files.isEmpty()) {
              away.add(new Away(who, names.get(who), row.since(), row.until(), files));
            }
          }
          away.sort(Comparator.comparing(Away::name).thenComparing(one -> one.staff().value()));
          return away;
        });
  }

  @Override
  public Map<CaseFileId, List<Gap>> gaps(
      Collection<CaseFileId> files, LocalDate from, LocalDate until) {
    if (files.isEmpty()) {
      return Map.of();
    }
    return tx.read(
        em -> {
          GapQueries queries = new GapQueries(em);
          Map<UUID, List<AwayRow>> away =
              queries.away(from, until).stream().collect(Collectors.groupingBy(AwayRow::staff));
          if (away.isEmpty()) {
            return Map.of();
          }
          Map<CaseFileId, List<Assignment>> working =
              queries.working(Chunks.values(files), from, until).stream()
                  .collect(Collectors.groupingBy(Assignment::file));
          Map<StaffId, String> names =
              staff.names(away.keySet().stream().map(StaffId::new).collect(Collectors.toSet()));
          CoverGaps.Days wanted = new CoverGaps.Days(from, until);
          Map<CaseFileId, List<Gap>> gaps = new HashMap<>();
          working.forEach(
              (file, all) -> {
                List<Gap> found = gaps(all, away, names, wanted);
                if (!found.isEmpty()) {
                  gaps.put(file, found);
                }
              });
          return gaps;
        });
  }

  private static List<Gap> gaps(
      List<Assignment> all,
      Map<UUID, List<AwayRow>> away,
      Map<StaffId, String> names,
      CoverGaps.Days wanted) {
    List<CoverGaps.Worker> standIns =
        all.stream()
            .filter(one -> one.kind() == RelationKind.STAND_IN)
            .map(one -> worker(one, away))
            .toList();
    return all.stream()
        .filter(one -> one.kind() == RelationKind.KEY_WORKER)
        .flatMap(
            led ->
                CoverGaps.of(worker(led, away), standIns, wanted).stream()
                    .map(days -> new Gap(names.get(led.staff()), days.from(), days.until())))
        .sorted(Comparator.comparing(Gap::from))
        .toList();
  }

  private static CoverGaps.Worker worker(Assignment one, Map<UUID, List<AwayRow>> away) {
    return new CoverGaps.Worker(
        new CoverGaps.Days(one.since(), one.until()),
        away.getOrDefault(one.staff().value(), List.of()).stream()
            .map(row -> new CoverGaps.Days(row.since(), row.until()))
            .toList());
  }
}
