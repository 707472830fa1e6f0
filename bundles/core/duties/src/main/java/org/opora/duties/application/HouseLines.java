package org.opora.duties.application;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.HouseDuties;
import org.opora.api.duties.spi.HouseWalls;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.duties.spi.StaffHere;
import org.opora.api.house.WorkingDays;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Gathers the duties of the house that other bundles count, and whoever closes some of those that
 * are counted by rules; they come and go.
 */
@Component(service = HouseLines.class)
public class HouseLines {
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<HouseDuties> counted = List.of();

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<StaffHere> staff = List.of();

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<HouseWalls> walls = List.of();

  /** For the container. */
  public HouseLines() {}

  public HouseLines(List<HouseDuties> counted) {
    this.counted = List.copyOf(counted);
  }

  /** With whoever knows who works in the house. */
  public HouseLines with(StaffHere here) {
    staff = List.of(here);
    return this;
  }

  /** With whoever knows which of them are closed. */
  public HouseLines behind(HouseWalls closing) {
    walls = List.of(closing);
    return this;
  }

  /** Whose papers are looked after, as far as the viewer may see them. */
  List<StaffHere.Member> staff(Viewer viewer, LocalDate asOf) {
    return staff.stream().flatMap(one -> one.here(viewer, asOf).stream()).toList();
  }

  /** Who counts at this moment, who knows of members of staff, and who closes. */
  List<Object> here() {
    return List.of(counted, staff, walls);
  }

  /** Those of these lines of the house that nobody closes to the viewer. */
  List<Duties.Line> open(Viewer viewer, List<Duties.Line> lines) {
    Set<String> refs =
        lines.stream().map(Duties.Line::ref).filter(Objects::nonNull).collect(Collectors.toSet());
    Set<String> closed = new HashSet<>();
    if (!refs.isEmpty()) {
      walls.forEach(one -> closed.addAll(one.closed(viewer, refs)));
    }
    return closed.isEmpty()
        ? lines
        : lines.stream().filter(line -> !closed.contains(line.ref())).toList();
  }

  /** Their lines, each with the last working day by all rules that are here. */
  Stream<Duties.Line> of(Viewer viewer, LocalDate asOf, List<RuleSet> sets) {
    WorkingDays days = WorkingDays.of(sets);
    return counted.stream()
        .flatMap(one -> one.lines(viewer, asOf).stream())
        .filter(line -> line.family() == null)
        .map(
            line ->
                line.due() == null || sets.isEmpty() ? line : line.withDoBy(days.doBy(line.due())));
  }
}
