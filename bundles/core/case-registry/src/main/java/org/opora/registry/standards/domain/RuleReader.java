package org.opora.registry.standards.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A colleague to whom a version was handed, and whether they have confirmed that they read it. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "RULE_READER")
public class RuleReader {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID rule;

  @Column(name = "RULE_VERSION", updatable = false)
  private UUID ruleVersion;

  @Column(updatable = false)
  private UUID staff;

  @Column(name = "HANDED_ON")
  private LocalDate handedOn;

  @Column(name = "HANDED_BY")
  private UUID handedBy;

  @Column(name = "READ_BY")
  private LocalDate readBy;

  @Column(name = "STILL_OPEN")
  private boolean open;

  @Column(name = "CONFIRMED_ON")
  private LocalDate confirmedOn;

  @Column(name = "CONFIRMED_BY")
  private UUID confirmedBy;

  @Column(name = "ON_PAPER")
  private boolean onPaper;

  @Column(name = "ENDED_ON")
  private LocalDate endedOn;

  @Column(name = "ENDED_BY")
  private UUID endedBy;

  @Column(name = "ENDED_WHY")
  private String endedWhy;

  /** Whether it ended because the whole paper did, so that it comes back with the paper. */
  @Column(name = "ENDED_WITH_PAPER")
  private boolean endedWithPaper;

  private UUID ask;

  protected RuleReader() {}

  public RuleReader(UUID id, RuleVersion of, StaffId staff) {
    this.id = id;
    this.rule = of.rule();
    this.ruleVersion = of.id();
    this.staff = staff.value();
  }

  /** It is in their hands, and is to be confirmed by this day. */
  public void handed(LocalDate on, StaffId by, LocalDate lastDay) {
    handedOn = on;
    handedBy = by.value();
    readBy = lastDay;
    open = true;
    endedOn = null;
    endedBy = null;
    endedWhy = null;
    endedWithPaper = false;
  }

  /**
   * @param by the colleague, or who wrote down the signature on paper
   */
  public void confirmed(LocalDate on, StaffId by, boolean paper) {
    open = false;
    confirmedOn = on;
    confirmedBy = by.value();
    onPaper = paper;
  }

  /**
   * Nothing is to be confirmed any more.
   *
   * @param why null when a newer version took its place
   */
  public void end(LocalDate on, StaffId by, String why) {
    open = false;
    endedOn = on;
    endedBy = by.value();
    endedWhy = why;
  }

  /**
   * The whole paper has ended.
   *
   * @param lastDay of the paper
   */
  public void over(LocalDate lastDay) {
    open = false;
    endedOn = lastDay;
    endedBy = null;
    endedWhy = null;
    endedWithPaper = true;
  }

  /**
   * @param key under which its task was pushed; null when there is none
   */
  public void asksUnder(UUID key) {
    ask = key;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID rule() {
    return rule;
  }

  public UUID ruleVersion() {
    return ruleVersion;
  }

  public StaffId staff() {
    return new StaffId(staff);
  }

  public LocalDate handedOn() {
    return handedOn;
  }

  public StaffId handedBy() {
    return new StaffId(handedBy);
  }

  public LocalDate readBy() {
    return readBy;
  }

  public boolean open() {
    return open;
  }

  public LocalDate confirmedOn() {
    return confirmedOn;
  }

  /** Null while it is not confirmed. */
  public StaffId confirmedBy() {
    return confirmedBy == null ? null : new StaffId(confirmedBy);
  }

  public boolean onPaper() {
    return onPaper;
  }

  public LocalDate endedOn() {
    return endedOn;
  }

  public String endedWhy() {
    return endedWhy;
  }

  public UUID ask() {
    return ask;
  }
}
