package org.opora.registry.standards.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A round in which the centre assesses itself. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "ASSESSMENT_ROUND")
public class AssessmentRound {
  @Id private UUID id;
  @Version private long version;
  private String title;

  @Column(name = "TAKING_PART")
  private String takingPart;

  @Column(name = "BEST_MARK", updatable = false)
  private int bestMark;

  @Column(updatable = false)
  private UUID former;

  @Column(name = "BEGUN_ON", updatable = false)
  private LocalDate begunOn;

  @Column(name = "BEGUN_BY", updatable = false)
  private UUID begunBy;

  @Column(name = "LAW_CRITERIA")
  private Integer lawCriteria;

  private String conclusion;
  private boolean closed;

  @Column(name = "CLOSED_ON")
  private LocalDate closedOn;

  @Column(name = "CLOSED_BY")
  private UUID closedBy;

  protected AssessmentRound() {}

  /**
   * @param bestMark as the law says on that day
   * @param former the round with which it is compared, or null
   */
  public AssessmentRound(UUID id, int bestMark, UUID former, LocalDate on, StaffId by) {
    this.id = id;
    this.bestMark = bestMark;
    this.former = former;
    this.begunOn = on;
    this.begunBy = by.value();
  }

  /**
   * @param who takes part, or null
   */
  public void says(String name, String who) {
    title = name;
    takingPart = who;
  }

  /**
   * @param ofTheLaw how many criteria the law has, whatever the list knows of them; null when no
   *     pack says it
   */
  public void measuredBy(Integer ofTheLaw) {
    lawCriteria = ofTheLaw;
  }

  public void close(LocalDate on, StaffId by, String words) {
    closed = true;
    closedOn = on;
    closedBy = by.value();
    conclusion = words;
  }

  /** How many criteria the law has; null when no pack said it. */
  public Integer lawCriteria() {
    return lawCriteria;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String title() {
    return title;
  }

  public String takingPart() {
    return takingPart;
  }

  public int bestMark() {
    return bestMark;
  }

  public UUID former() {
    return former;
  }

  public LocalDate begunOn() {
    return begunOn;
  }

  public StaffId begunBy() {
    return new StaffId(begunBy);
  }

  public String conclusion() {
    return conclusion;
  }

  public boolean closed() {
    return closed;
  }

  public LocalDate closedOn() {
    return closedOn;
  }

  /** Null while it is open. */
  public StaffId closedBy() {
    return closedBy == null ? null : new StaffId(closedBy);
  }
}
