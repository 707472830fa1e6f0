package org.opora.registry.staff.application;

import java.text.Collator;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.module.spi.Module;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Title;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.persistence.SumRow;
import org.opora.registry.staff.persistence.TimeQueries;
import org.opora.registry.staff.persistence.TimeRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The time that a member of staff spent with families and on the way to them, summed from what was
 * written down anyway, by whichever bundle.
 */
@Component(service = TimeSheets.class)
public final class TimeSheets {
  private final Transactions tx;
  private final CaseFiles files;
  private final Staff staff;
  private final StaffDoor door;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<Module> modules = List.of();

  @Activate
  public TimeSheets(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference CaseFiles files,
      @Reference Staff staff) {
    this.tx = tx;
    this.staff = staff;
    this.files = files;
    this.door = new StaffDoor(access);
  }

  /** With these bundles, whose pages can be opened. */
  public TimeSheets with(List<Module> here) {
    modules = List.copyOf(here);
    return this;
  }

  /**
   * What somebody spent in a month, by day; families that the viewer may not see have no name. To
   * whoever looks at the sheet of a colleague a family behind a wall does not exist, nor does what
   * was for a child behind one; one's own time stays whole.
   */
  public Sheet of(Viewer viewer, StaffId who, YearMonth month) {
    door.sheet(viewer, who);
    // Of somebody who does not work here there is no sheet, not an empty one.
    staff.member(viewer, who);
    List<TimeRow> rows = tx.read(em -> new TimeQueries(em, walls(viewer, who)).rows(who, month));
    Map<CaseFileId, CaseFiles.Header> headers = headers(viewer, rows);
    List<Line> lines = rows.stream().map(row -> line(row, headers)).toList();
    return new Sheet(
        month,
        lines,
        sum(lines, Line::minutes),
        sum(lines, Line::travel),
        sum(lines, Line::kilometres),
        lines.stream().filter(line -> line.minutes() == null).count());
  }

  /** Null for one's own sheet, which stays whole. */
  private static Scope walls(Viewer viewer, StaffId who) {
    return viewer.staff().equals(who) ? null : walls(viewer);
  }

  private static Scope walls(Viewer viewer) {
    return new Scope(Reach.ALL, viewer.staff(), viewer.today());
  }

  private Map<CaseFileId, CaseFiles.Header> headers(Viewer viewer, List<TimeRow> rows) {
    List<CaseFileId> named =
        rows.stream()
            .map(TimeRow::file)
            .filter(Objects::nonNull)
            .distinct()
            .map(CaseFileId::new)
            .toList();
    return viewer.may(CaseFiles.READ) ? files.headers(viewer, named) : Map.of();
  }

  private Line line(TimeRow row, Map<CaseFileId, CaseFiles.Header> headers) {
    CaseFiles.Header header = row.file() == null ? null : headers.get(new CaseFileId(row.file()));
    return new Line(
        row.day(),
        row.title(),
        header == null && row.file() != null || !here(row) ? null : row.href(),
        row.file() != null,
        header == null ? null : header.id(),
        header == null ? null : header.familyName(),
        header == null ? null : header.number(),
        row.minutes(),
        row.travel(),
        row.kilometres());
  }

  /** A page of a bundle that is not here now cannot be opened. */
  private boolean here(TimeRow row) {
    return Refusals.BUNDLE.equals(row.origin())
        || modules.stream().anyMatch(module -> module.id().equals(row.origin()));
  }

  /**
   * Whether anything was written down before the month that the viewer would see there.
   *
   * @param who null for everybody, for whoever leads the staff
   */
  public boolean anyBefore(Viewer viewer, StaffId who, YearMonth month) {
    if (who == null) {
      door.leads(viewer);
    } else {
      door.sheet(viewer, who);
    }
    return tx.read(em -> new TimeQueries(em, walls(viewer, who)).anyBefore(who, month.atDay(1)));
  }

  private static int sum(List<Line> lines, Function<Line, Integer> part) {
    return lines.stream().map(part).filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
  }

  /** What every member of staff spent in a month, by name; what is behind a wall is left out. */
  public List<Sum> all(Viewer viewer, YearMonth month) {
    door.leads(viewer);
    List<SumRow> rows = tx.read(em -> new TimeQueries(em, walls(viewer)).sums(month));
    Map<StaffId, String> names =
        staff.names(rows.stream().map(row -> new StaffId(row.staff())).collect(Collectors.toSet()));
    Map<UUID, Sum> sums = new HashMap<>();
    rows.forEach(row -> sums.merge(row.staff(), Sum.of(row, names), Sum::plus));
    return sums.values().stream()
        .sorted(Comparator.comparing(Sum::name, Collator.getInstance(viewer.locale())))
        .toList();
  }

  /**
   * @param others how many records of other kinds there are
   * @param minutes with families, all together
   * @param travel minutes on the way, all together
   * @param untimed records without a length
   */
  public record Sum(
      StaffId staff,
      String name,
      long visits,
      long notes,
      long others,
      long minutes,
      long travel,
      long kilometres,
      long untimed) {
    private static final String NOTE = "note";

    private static Sum of(SumRow row, Map<StaffId, String> names) {
      StaffId who = new StaffId(row.staff());
      boolean own = Refusals.BUNDLE.equals(row.origin());
      long visits = own && Visits.EVIDENCE.equals(row.activity()) ? row.entries() : 0;
      long notes = own && NOTE.equals(row.activity()) ? row.entries() : 0;
      return new Sum(
          who,
          names.getOrDefault(who, ""),
          visits,
          notes,
          row.entries() - visits - notes,
          some(row.minutes()),
          some(row.travel()),
          some(row.kilometres()),
          row.entries() - row.timed());
    }

    private static long some(Long sum) {
      return sum == null ? 0 : sum;
    }

    private Sum plus(Sum more) {
      return new Sum(
          staff,
          name,
          visits + more.visits,
          notes + more.notes,
          others + more.others,
          minutes + more.minutes,
          travel + more.travel,
          kilometres + more.kilometres,
          untimed + more.untimed);
    }
  }

  /**
   * @param what what it was spent on
   * @param href of the record's page; null when the viewer may not see the family, when its bundle
   *     is not here now, or when it has none
   * @param forFile whether it was for a family
   * @param file null when it was for none or the viewer may not see it, as {@code familyName} and
   *     {@code number} are
   * @param minutes null when nobody wrote how long it was
   * @param travel minutes on the way; null when nobody wrote it, as {@code kilometres} is
   */
  public record Line(
      LocalDate day,
      Title what,
      String href,
      boolean forFile,
      CaseFileId file,
      String familyName,
      String number,
      Integer minutes,
      Integer travel,
      Integer kilometres) {}

  /**
   * @param minutes with families, all together
   * @param travel minutes on the way, all together
   * @param untimed records without a length
   */
  public record Sheet(
      YearMonth month, List<Line> lines, int minutes, int travel, int kilometres, long untimed) {}
}
