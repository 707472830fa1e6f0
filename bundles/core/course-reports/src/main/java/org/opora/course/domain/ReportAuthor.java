package org.opora.course.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** Somebody who wrote some of a report, and so does not approve it. */
@Entity
@Table(schema = "COURSE", name = "REPORT_AUTHOR")
public class ReportAuthor {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID report;

  @Column(updatable = false)
  private UUID staff;

  protected ReportAuthor() {}

  public ReportAuthor(UUID report, StaffId staff) {
    this.id = key(report, staff);
    this.report = report;
    this.staff = staff.value();
  }

  /** Always the same for the two. */
  public static UUID key(UUID report, StaffId staff) {
    return UUID.nameUUIDFromBytes((report + "|" + staff).getBytes(StandardCharsets.US_ASCII));
  }

  public StaffId staff() {
    return new StaffId(staff);
  }
}
