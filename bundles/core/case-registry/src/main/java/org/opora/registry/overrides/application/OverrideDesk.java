package org.opora.registry.overrides.application;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.module.spi.Module;
import org.opora.api.overrides.Overrides;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.overrides.domain.RuleOverride;
import org.opora.registry.overrides.persistence.OverrideQueries;
import org.opora.registry.overrides.persistence.Wanted;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.application.Walled;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.tasks.persistence.FileLabel;
import org.opora.registry.tasks.persistence.LabelQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Which rules were gone on against, by whom and why: for whoever leads the centre. */
@Component(service = OverrideDesk.class)
public final class OverrideDesk {
  /** How far back the table goes, the present month included. */
  private static final int MONTHS = 12;

  private static final int MOST = 200;
  private final Transactions tx;
  private final Access access;
  private final Staff staff;
  private final Walled walls;
  private final OverrideSeals seals;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<Module> modules = List.of();

  @Activate
  public OverrideDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Aliases aliases,
      @Reference Staff staff,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.staff = staff;
    this.walls = new Walled(aliases);
    this.seals = new OverrideSeals(keys);
  }

  /** Rule by rule, the last twelve months; what the viewer may not read is not counted. */
  public RuleMonths months(Viewer viewer) {
    access.require(viewer, Overrides.READ);
    YearMonth last = YearMonth.from(viewer.today());
    YearMonth first = last.minusMonths(MONTHS - 1L);
    List<YearMonth> months = IntStream.range(0, MONTHS).mapToObj(first::plusMonths).toList();
    return tx.read(
        em ->
            RuleMonths.of(
                months,
                new OverrideQueries(
                        em,
                        access.scope(viewer, Overrides.READ),
                        walls.before(em, viewer.staff(), viewer.today()))
                    .counts(first).stream().filter(one -> !one.month().isAfter(last)).toList(),
                viewer.locale()));
  }

  /**
   * The newest first.
   *
   * @param after cursor of the page before, or null
   */
  public Page<OverrideLine> list(Viewer viewer, Wanted wanted, String after, int limit) {
    access.require(viewer, Overrides.READ);
    return tx.read(
        em -> {
          Page<RuleOverride> page =
              new OverrideQueries(
                      em,
                      access.scope(viewer, Overrides.READ),
                      walls.before(em, viewer.staff(), viewer.today()))
                  .page(wanted, after, Cursors.within(limit, MOST));
          Set<CaseFileId> keys =
              page.items().stream()
                  .map(RuleOverride::file)
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet());
          Map<CaseFileId, FileLabel> files =
              keys.isEmpty() || !viewer.may(CaseFiles.READ)
                  ? Map.of()
                  : new LabelQueries(em).files(access.scope(viewer, CaseFiles.READ), keys);
          Map<StaffId, String> names =
              staff.names(
                  page.items().stream().map(RuleOverride::author).collect(Collectors.toSet()));
          return page.map(row -> line(viewer, row, files, names));
        });
  }

  private OverrideLine line(
      Viewer viewer,
      RuleOverride row,
      Map<CaseFileId, FileLabel> files,
      Map<StaffId, String> names) {
    return new OverrideLine(
        row.id(),
        row.happenedOn(),
        row.subject(),
        row.file() == null ? null : files.get(row.file()),
        row.title().in(viewer.locale()),
        row.reason().title().in(viewer.locale()),
        seals.open(row),
        names.get(row.author()),
        here(row.origin()) ? row.href() : null);
  }

  /** A page of a bundle that is not here now cannot be opened. */
  private boolean here(String origin) {
    return origin.equals(Refusals.BUNDLE)
        || modules.stream().anyMatch(module -> module.id().equals(origin));
  }
}
