package org.opora.registry.house.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A setting as it holds from a day on. Never changed: what is decided otherwise is a new row. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "SETTING_CHANGE")
public class SettingChange {
  @Id private UUID id;

  @Column(updatable = false)
  private String setting;

  @Column(name = "FROM_DAY", updatable = false)
  private LocalDate since;

  @Column(updatable = false)
  private int turn;

  @Column(updatable = false)
  private String content;

  @Column(updatable = false)
  private String why;

  @Column(name = "ENTERED_BY", updatable = false)
  private UUID enteredBy;

  @Column(name = "ENTERED_ON", updatable = false)
  private LocalDate enteredOn;

  protected SettingChange() {}

  /**
   * @param turn place among the changes of its group; of two for the same day the later one holds
   * @param content null when there is none from that day on
   */
  public SettingChange(
      UUID id,
      String setting,
      LocalDate from,
      int turn,
      String content,
      String why,
      StaffId by,
      LocalDate on) {
    this.id = id;
    this.setting = setting;
    this.since = from;
    this.turn = turn;
    this.content = content;
    this.why = why;
    this.enteredBy = by.value();
    this.enteredOn = on;
  }

  public StaffId enteredBy() {
    return new StaffId(enteredBy);
  }

  public UUID id() {
    return id;
  }

  public String setting() {
    return setting;
  }

  public LocalDate from() {
    return since;
  }

  public int turn() {
    return turn;
  }

  public String content() {
    return content;
  }

  public String why() {
    return why;
  }

  public LocalDate enteredOn() {
    return enteredOn;
  }
}
