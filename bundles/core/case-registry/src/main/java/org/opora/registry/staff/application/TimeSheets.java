package org.opora.registry.staff.application;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.staff.persistence.TimeRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The time that a member of staff spent with families, summed from what was written down anyway. */
@Component(service = TimeSheets.class)
public final class TimeSheets {
  private final Transactions tx;
  private final CaseFiles files;
  private final StaffDoor door;

  @Activate
  public TimeSheets(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference CaseFiles files) {
    this.tx = tx;
    this.files = files;
    this.door = new StaffDoor(access);
  }

  /** Visits of a month, by day; families that the viewer may not see have no name. */
  public Sheet of(Viewer viewer, StaffId staff, YearMonth month) {
    door.sheet(viewer, staff);
    List<TimeRow> rows =
        tx.read(
            em ->
                em.createQuery(
                        "SELECT NEW org.opora.registry.staff.persistence.TimeRow(v.id, v.file, v.day, v.minutes) FROM Visit v"
                            + " WHERE v.recordedBy = :staff AND v.day BETWEEN :first AND :last ORDER BY v.day, v.id",
                        TimeRow.class)
                    .setParameter("staff", staff.value())
                    .setParameter("first", month.atDay(1))
                    .setParameter("last", month.atEndOfMonth())
                    .getResultList());
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
                      row.minutes());
                })
            .toList();
    return new Sheet(
        month,
        lines,
        lines.stream().mapToInt(line -> line.minutes() == null ? 0 : line.minutes()).sum(),
        lines.stream().filter(line -> line.minutes() == null).count());
  }

  /**
   * @param visit null when the viewer may not see the family, as {@code file}, {@code familyName}
   *     and {@code number} are
   * @param minutes null when nobody wrote how long it was
   */
  public record Line(
      LocalDate day,
      UUID visit,
      CaseFileId file,
      String familyName,
      String number,
      Integer minutes) {}

  /**
   * @param minutes all together
   * @param untimed visits without a length
   */
  public record Sheet(YearMonth month, List<Line> lines, int minutes, long untimed) {}
}
