package org.opora.registry.kin.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/** From when until when somebody lives in a household. Alternating care is two of them at once. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "KIN_MEMBER")
public class KinMember {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID household;

  @Column(updatable = false)
  private UUID person;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Column(name = "RECORDED_BY", updatable = false)
  private UUID recordedBy;

  @Embedded private Struck struck;

  protected KinMember() {}

  public KinMember(UUID id, UUID household, PersonId person, Days days, StaffId recordedBy) {
    this.id = id;
    this.household = household;
    this.person = person.value();
    this.recordedBy = recordedBy.value();
    lives(days);
  }

  public final void lives(Days days) {
    since = days.from();
    until = days.until();
  }

  public void strike(Struck how) {
    struck = how;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID household() {
    return household;
  }

  public PersonId person() {
    return new PersonId(person);
  }

  public Days days() {
    return new Days(since, until);
  }

  /** Null when it counts. */
  public Struck struck() {
    return struck == null || struck.on() == null ? null : struck;
  }
}
