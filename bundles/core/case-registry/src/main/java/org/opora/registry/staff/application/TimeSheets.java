package org.opora.registry.staff.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
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
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.staff.persistence.SumRow;
import org.opora.registry.staff.persistence.TimeRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The time that a member of staff spent with families and on the way to them, summed from what was
 * written down anyway.
 */
@Component(service = TimeSheets.class)
public final class TimeSheets {
  private static final Entry VISITS = new Entry("Visit", "visits", "day", "");
  private static final Entry NOTES = new Entry("Note", "notes", "text.day", "text.");
  private final Transactions tx;
  private final CaseFiles files;
  private final Staff staff;
  private final StaffDoor door;

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

  /**
   * Visits and notes of a month, by day; families that the viewer may not see have no name. To
   * whoever looks at the sheet of a colleague a family behind a wall does not exist; one's own time
   * stays whole.
   */
  public Sheet of(Viewer viewer, StaffId who, YearMonth month) {
    door.sheet(viewer, who);
    // Of somebody who does not work here there is no sheet, not an empty one.
    staff.member(viewer, who);
    Scope walls = new Scope(Reach.ALL, viewer.staff(), viewer.today());
    boolean own = viewer.staff().equals(who);
    List<Counted> rows =
        tx.read(
            em ->
                Stream.of(VISITS, NOTES)
                    .flatMap(entry -> rows(em, entry, who, month, own ? null : walls).stream())
                    .sorted(
                        Comparator.comparing(Counted::day).thenComparing(one -> one.row().entry()))
                    .toList());
    Map<CaseFileId, CaseFiles.Header> headers =
        viewer.may(CaseFiles.READ)
            ? files.headers(
                viewer,
                rows.stream().map(one -> new CaseFileId(one.row().file())).distinct().toList())
            : Map.of();
    List<Line> lines =
        rows.stream()
            .map(
                one -> {
                  TimeRow row = one.row();
                  CaseFiles.Header header = headers.get(new CaseFileId(row.file()));
                  return new Line(
                      row.day(),
                      header == null ? null : one.path(),
                      header == null ? null : header.id(),
                      header == null ? null : header.familyName(),
                      header == null ? null : header.number(),
                      row.minutes(),
                      row.travel(),
                      row.kilometres());
                })
            .toList();
    return new Sheet(
        month,
        lines,
        sum(lines, Line::minutes),
        sum(lines, Line::travel),
        sum(lines, Line::kilometres),
        lines.stream().filter(line -> line.minutes() == null).count());
  }

  /**
   * @param walls null for one's own sheet, which stays whole
   */
  private static List<Counted> rows(
      EntityManager em, Entry entry, StaffId who, YearMonth month, Scope walls) {
    TypedQuery<TimeRow> query =
        em.createQuery(
            "SELECT NEW org.opora.registry.staff.persistence.TimeRow(v.id, v.file, v."
                + entry.day()
                + ", v."
                + entry.minutes()
                + ", v."
                + entry.travel()
                + ", v."
                + entry.kilometres()
                + ") FROM "
                + entry.entity()
                + " v WHERE v.recordedBy = :staff AND v.goneOn IS NULL AND v."
                + entry.day()
                + " BETWEEN :first AND :last"
                + (walls == null ? "" : " AND " + walls.where("v", "file")),
            TimeRow.class);
    return (walls == null ? query : walls.bind(query))
        .setParameter("staff", who.value())
        .setParameter("first", month.atDay(1))
        .setParameter("last", month.atEndOfMonth())
        .getResultStream()
        .map(row -> new Counted(entry.path() + "/" + row.entry(), row))
        .toList();
  }

  /**
   * @param path of its page in the file
   */
  private record Counted(String path, TimeRow row) {
    LocalDate day() {
      return row.day();
    }
  }

  /**
   * What is counted: visits and notes, with the way to them.
   *
   * @param path of its pages in the file
   * @param part where the query finds the time, with a point; empty when it is the entity itself
   */
  private record Entry(String entity, String path, String day, String part) {
    String minutes() {
      return part + "minutes";
    }

    String travel() {
      return part + "travelMinutes";
    }

    String kilometres() {
      return part + "kilometres";
    }
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
    Scope walls = new Scope(Reach.ALL, viewer.staff(), viewer.today());
    boolean own = viewer.staff().equals(who);
    return tx.read(
        em ->
            Stream.of(VISITS, NOTES)
                .anyMatch(entry -> before(em, entry, who, month, own ? null : walls)));
  }

  private static boolean before(
      EntityManager em, Entry entry, StaffId who, YearMonth month, Scope walls) {
    TypedQuery<UUID> query =
        em.createQuery(
            "SELECT v.id FROM "
                + entry.entity()
                + " v WHERE v.goneOn IS NULL AND v."
                + entry.day()
                + " < :first"
                + (who == null ? "" : " AND v.recordedBy = :staff")
                + (walls == null ? "" : " AND " + walls.where("v", "file")),
            UUID.class);
    if (who != null) {
      query.setParameter("staff", who.value());
    }
    return !(walls == null ? query : walls.bind(query))
        .setParameter("first", month.atDay(1))
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  private static int sum(List<Line> lines, Function<Line, Integer> part) {
    return lines.stream().map(part).filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
  }

  /** What every member of staff wrote down in a month, by name; families behind a wall left out. */
  public List<Sum> all(Viewer viewer, YearMonth month) {
    door.leads(viewer);
    Scope walls = new Scope(Reach.ALL, viewer.staff(), viewer.today());
    Map<UUID, Sum> sums = new HashMap<>();
    List<SumRow> visits = tx.read(em -> sums(em, VISITS, month, walls));
    List<SumRow> notes = tx.read(em -> sums(em, NOTES, month, walls));
    Map<StaffId, String> names =
        staff.names(
            Stream.concat(visits.stream(), notes.stream())
                .map(row -> new StaffId(row.staff()))
                .distinct()
                .toList());
    visits.forEach(row -> sums.merge(row.staff(), sum(row, names, row.entries(), 0), Sum::plus));
    notes.forEach(row -> sums.merge(row.staff(), sum(row, names, 0, row.entries()), Sum::plus));
    return sums.values().stream()
        .sorted(Comparator.comparing(Sum::name, Collator.getInstance(viewer.locale())))
        .toList();
  }

  private static List<SumRow> sums(EntityManager em, Entry entry, YearMonth month, Scope walls) {
    String minutes = "v." + entry.minutes();
    return walls
        .bind(
            em.createQuery(
                "SELECT NEW org.opora.registry.staff.persistence.SumRow(v.recordedBy, COUNT(v.id),"
                    + " COUNT("
                    + minutes
                    + "), SUM("
                    + minutes
                    + ")"
                    + ", SUM(v."
                    + entry.travel()
                    + "), SUM(v."
                    + entry.kilometres()
                    + ")) FROM "
                    + entry.entity()
                    + " v WHERE v.goneOn IS NULL AND v."
                    + entry.day()
                    + " BETWEEN :first AND :last AND "
                    + walls.where("v", "file")
                    + " GROUP BY v.recordedBy",
                SumRow.class))
        .setParameter("first", month.atDay(1))
        .setParameter("last", month.atEndOfMonth())
        .getResultList();
  }

  private static Sum sum(SumRow row, Map<StaffId, String> names, long visits, long notes) {
    StaffId who = new StaffId(row.staff());
    return new Sum(
        who,
        names.getOrDefault(who, ""),
        visits,
        notes,
        some(row.minutes()),
        some(row.travel()),
        some(row.kilometres()),
        row.entries() - row.timed());
  }

  private static long some(Long sum) {
    return sum == null ? 0 : sum;
  }

  /**
   * @param minutes with families, all together
   * @param travel minutes on the way, all together
   * @param untimed visits and notes without a length
   */
  public record Sum(
      StaffId staff,
      String name,
      long visits,
      long notes,
      long minutes,
      long travel,
      long kilometres,
      long untimed) {
    private Sum plus(Sum more) {
      return new Sum(
          staff,
          name,
          visits + more.visits,
          notes + more.notes,
          minutes + more.minutes,
          travel + more.travel,
          kilometres + more.kilometres,
          untimed + more.untimed);
    }
  }

  /**
   * @param path of the entry's page in the file, such as {@code visits/<key>}; null when the viewer
   *     may not see the family, as {@code file}, {@code familyName} and {@code number} are
   * @param minutes null when nobody wrote how long it was
   * @param travel minutes on the way; null when nobody wrote it, as {@code kilometres} is
   */
  public record Line(
      LocalDate day,
      String path,
      CaseFileId file,
      String familyName,
      String number,
      Integer minutes,
      Integer travel,
      Integer kilometres) {}

  /**
   * @param minutes with families, all together
   * @param travel minutes on the way, all together
   * @param untimed visits and notes without a length
   */
  public record Sheet(
      YearMonth month, List<Line> lines, int minutes, int travel, int kilometres, long untimed) {}
}
