package org.opora.registry.story.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Title;
import org.opora.registry.shared.domain.StoredTitle;

/** What a record cost a member of staff, readable without the bundle that wrote it. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "STAFF_TIME")
public class SpentTime {
  @Id private UUID id;

  /** Its kind is what the time was spent on. */
  @Embedded private Source source;

  @Column(updatable = false)
  private UUID staff;

  @Column(name = "SPENT_ON", updatable = false)
  private LocalDate day;

  @Column(updatable = false)
  private Integer minutes;

  @Column(name = "TRAVEL_MINUTES", updatable = false)
  private Integer travelMinutes;

  @Column(updatable = false)
  private Integer kilometres;

  @Column(updatable = false)
  private UUID file;

  /** At whom a wall closes the line as well; taken away when the child is erased. */
  private UUID child;

  @Embedded private StoredTitle title;

  @Column(updatable = false)
  private String href;

  protected SpentTime() {}

  public SpentTime(UUID id, Source source, StaffId staff, LocalDate day, Title title, String href) {
    this.id = id;
    this.source = source;
    this.staff = staff.value();
    this.day = day;
    this.title = new StoredTitle(title);
    this.href = href;
  }

  /**
   * Each null where nobody wrote it.
   *
   * @param length in minutes, without the way
   * @param way in minutes, there and back
   * @param distance in kilometres, there and back
   */
  public SpentTime lasting(Integer length, Integer way, Integer distance) {
    minutes = length;
    travelMinutes = way;
    kilometres = distance;
    return this;
  }

  /**
   * For whom it was.
   *
   * @param caseFile null for none
   * @param person null for no child alone
   */
  public SpentTime spentFor(CaseFileId caseFile, PersonId person) {
    file = caseFile == null ? null : caseFile.value();
    child = person == null ? null : person.value();
    return this;
  }

  public UUID id() {
    return id;
  }

  public Source source() {
    return source;
  }

  public StaffId staff() {
    return new StaffId(staff);
  }

  public LocalDate day() {
    return day;
  }

  public Integer minutes() {
    return minutes;
  }

  public Integer travelMinutes() {
    return travelMinutes;
  }

  public Integer kilometres() {
    return kilometres;
  }

  /** Null when it was spent for none. */
  public CaseFileId file() {
    return file == null ? null : new CaseFileId(file);
  }

  /** Null when it was spent for no child alone. */
  public PersonId child() {
    return child == null ? null : new PersonId(child);
  }

  public Title title() {
    return title.title();
  }

  public String href() {
    return href;
  }
}
