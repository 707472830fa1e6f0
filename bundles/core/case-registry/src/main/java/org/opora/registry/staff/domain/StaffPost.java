package org.opora.registry.staff.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** What a member of staff does in the centre, from one day to another. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "STAFF_POST")
public class StaffPost {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID staff;

  @Enumerated(EnumType.STRING)
  private PostCode code;

  private String wording;

  @Enumerated(EnumType.STRING)
  private EmploymentKind kind;

  private String workplace;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Column(name = "PROBATION_UNTIL")
  private LocalDate probationUntil;

  @Column(name = "SOCIAL_WORKER")
  private boolean socialWorker;

  protected StaffPost() {}

  public StaffPost(UUID id, StaffId staff) {
    this.id = id;
    this.staff = staff.value();
  }

  /**
   * @param words how the post is called in the contract; null when the code says it
   * @param place workplace, or null
   */
  public void is(PostCode post, String words, EmploymentKind basis, String place) {
    code = post;
    wording = words;
    kind = basis;
    workplace = place;
  }

  /**
   * @param lastDay null while it lasts
   * @param probation last day of probation; null when there is none
   * @param social whether the duty of further training of social workers applies
   */
  public void lasts(LocalDate firstDay, LocalDate lastDay, LocalDate probation, boolean social) {
    since = firstDay;
    until = lastDay;
    probationUntil = probation;
    socialWorker = social;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public StaffId staff() {
    return new StaffId(staff);
  }

  public PostCode code() {
    return code;
  }

  public String wording() {
    return wording;
  }

  public EmploymentKind kind() {
    return kind;
  }

  public String workplace() {
    return workplace;
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate until() {
    return until;
  }

  public LocalDate probationUntil() {
    return probationUntil;
  }

  public boolean socialWorker() {
    return socialWorker;
  }
}
