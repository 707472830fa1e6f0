package org.opora.registry.staff.application;

import jakarta.persistence.TypedQuery;
import java.text.Collator;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
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
   * Visits of a month, by day; families that the viewer may not see have no name. To whoever looks
   * at the sheet of a colleague a family behind a wall does not exist; one's own time stays whole.
   */
  public Sheet of(Viewer viewer, StaffId who, YearMonth month) {
    door.sheet(viewer, who);
    Scope walls = new Scope(Reach.ALL, viewer.staff(), viewer.today());
    boolean own = viewer.staff().equals(who);
    List<TimeRow> rows =
        tx.read(
            em -> {
              TypedQuery<TimeRow> query =
                  em.createQuery(
                      "SELECT NEW org.opora.registry.staff.persistence.TimeRow(v.id, v.file, v.day, v.minutes, v.travelMinutes, v.kilometres) FROM Visit v"
                          + " WHERE v.recordedBy = :staff AND v.goneOn IS NULL AND v.day BETWEEN :first AND :last"
                          + (own ? "" : " AND " + walls.where("v", "file"))
                          + " ORDER BY v.day, v.id",
                      TimeRow.class);
              return (own ? query : walls.bind(query))
                  .setParameter("staff", who.value())
                  .setParameter("first", month.atDay(1))
                  .setParameter("last", month.atEndOfMonth())
                  .getResultList();
            });
    Map<CaseFileId, CaseFiles.Header> headers =
        viewer.may(CaseFiles.READ)
            ? files.headers(
                viewer, rows.stream().map(row -> new CaseFileId(row.file())).distinct().toList())
            : Map.of();
    List<Line> lines =
        rows.stream()
            .map(
                row -> {
                  CaseFiles.Header header = headers.get(new CaseFileId(row.file()));
                  return new Line(
                      row.day(),
                      header == null ? null : row.visit(),
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
        em -> {
          TypedQuery<UUID> query =
              em.createQuery(
                  "SELECT v.id FROM Visit v WHERE v.goneOn IS NULL AND v.day < :first"
                      + (who == null ? "" : " AND v.recordedBy = :staff")
                      + (own ? "" : " AND " + walls.where("v", "file")),
                  UUID.class);
          if (who != null) {
            query.setParameter("staff", who.value());
          }
          return !(own ? query : walls.bind(query))
              .setParameter("first", month.atDay(1))
              .setMaxResults(1)
              .getResultList()
              .isEmpty();
        });
  }

  private static int sum(List<Line> lines, Function<Line, Integer> part) {
    return lines.stream().map(part).filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
  }

  /** What every member of staff wrote down in a month, by name; families behind a wall left out. */
  public List<Sum> all(Viewer viewer, YearMonth month) {
    door.leads(viewer);
    Scope walls = new Scope(Reach.ALL, viewer.staff(), viewer.today());
    List<SumRow> rows =
        tx.read(
            em ->
                walls
                    .bind(
                        em.createQuery(
                            "SELECT NEW org.opora.registry.staff.persistence.SumRow(v.recordedBy, COUNT(v.id),"
                                + " COUNT(v.minutes), SUM(v.minutes), SUM(v.travelMinutes), SUM(v.kilometres)) FROM Visit v WHERE v.goneOn IS NULL AND v.day BETWEEN :first AND :last AND "
                                + walls.where("v", "file")
                                + " GROUP BY v.recordedBy",
                            SumRow.class))
                    .setParameter("first", month.atDay(1))
                    .setParameter("last", month.atEndOfMonth())
                    .getResultList());
    Map<StaffId, String> names =
        staff.names(rows.stream().map(row -> new StaffId(row.staff())).toList());
    return rows.stream()
        .map(
            row -> {
              StaffId who = new StaffId(row.staff());
              return new Sum(
                  who,
                  names.getOrDefault(who, ""),
                  row.visits(),
                  some(row.minutes()),
                  some(row.travel()),
                  some(row.kilometres()),
                  row.visits() - row.timed());
            })
        .sorted(Comparator.comparing(Sum::name, Collator.getInstance(viewer.locale())))
        .toList();
  }

  private static long some(Long sum) {
    return sum == null ? 0 : sum;
  }

  /**
   * @param minutes with families, all together
   * @param travel minutes on the way, all together
   * @param untimed visits without a length
   */
  public record Sum(
      StaffId staff,
      String name,
      long visits,
      long minutes,
      long travel,
      long kilometres,
      long untimed) {}

  /**
   * @param visit null when the viewer may not see the family, as {@code file}, {@code familyName}
   *     and {@code number} are
   * @param minutes null when nobody wrote how long it was
   * @param travel minutes on the way; null when nobody wrote it, as {@code kilometres} is
   */
  public record Line(
      LocalDate day,
      UUID visit,
      CaseFileId file,
      String familyName,
      String number,
      Integer minutes,
      Integer travel,
      Integer kilometres) {}

  /**
   * @param minutes with families, all together
   * @param travel minutes on the way, all together
   * @param untimed visits without a length
   */
  public record Sheet(
      YearMonth month, List<Line> lines, int minutes, int travel, int kilometres, long untimed) {}
}
