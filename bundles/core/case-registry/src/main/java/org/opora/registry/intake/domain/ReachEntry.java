package org.opora.registry.intake.domain;

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

/** People the centre reached, without their names. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "REACH_ENTRY")
public class ReachEntry {
  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ReachKind kind;

  @Column(name = "HELD_ON")
  private LocalDate heldOn;

  private String place;

  /** Code of the topic. */
  private String topic;

  private String what;

  @Column(name = "NEXT_STEP")
  private String nextStep;

  private int children;
  private int youth;
  private int adults;
  private int minutes;

  @Column(name = "RECORDED_BY", updatable = false)
  private UUID recordedBy;

  protected ReachEntry() {}

  public ReachEntry(UUID id, ReachKind kind, StaffId recordedBy) {
    this.id = id;
    this.kind = kind;
    this.recordedBy = recordedBy.value();
  }

  /**
   * @param about what it was, or null
   * @param next what follows, or null
   * @param spent minutes
   */
  public void says(
      LocalDate on,
      String where,
      String concern,
      String about,
      String next,
      People people,
      int spent) {
    heldOn = on;
    place = where;
    topic = concern;
    what = about;
    nextStep = next;
    children = people.children();
    youth = people.youth();
    adults = people.adults();
    minutes = spent;
  }

  /**
   * How many, by age.
   *
   * @param children up to 12
   * @param youth from 13 to 26
   * @param adults from 27
   */
  public record People(int children, int youth, int adults) {
    public People and(People more) {
      return new People(children + more.children, youth + more.youth, adults + more.adults);
    }

    public int all() {
      return children + youth + adults;
    }
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public ReachKind kind() {
    return kind;
  }

  public LocalDate heldOn() {
    return heldOn;
  }

  public String place() {
    return place;
  }

  public String topic() {
    return topic;
  }

  public String what() {
    return what;
  }

  public String nextStep() {
    return nextStep;
  }

  public People people() {
    return new People(children, youth, adults);
  }

  public int minutes() {
    return minutes;
  }

  public StaffId recordedBy() {
    return new StaffId(recordedBy);
  }
}
