package org.opora.registry.house.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** How an entry of a list stands after a change. Never changed: the next change is a new row. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "CHOICE_CHANGE")
public class ChoiceChange {
  @Id private UUID id;

  @Column(name = "LIST_ID", updatable = false)
  private String list;

  @Column(updatable = false)
  private String code;

  @Column(updatable = false)
  private int turn;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ChoiceDeed deed;

  @Column(name = "WORD_CS", updatable = false)
  private String wordCs;

  @Column(name = "WORD_PL", updatable = false)
  private String wordPl;

  @Column(name = "WORD_EN", updatable = false)
  private String wordEn;

  @Column(updatable = false)
  private int place;

  @Column(name = "SINCE_DAY", updatable = false)
  private LocalDate since;

  @Column(name = "UNTIL_DAY", updatable = false)
  private LocalDate until;

  @Column(updatable = false)
  private String why;

  @Column(name = "ENTERED_BY", updatable = false)
  private UUID enteredBy;

  @Column(name = "ENTERED_ON", updatable = false)
  private LocalDate enteredOn;

  protected ChoiceChange() {}

  /**
   * @param turn place in the order of all changes of lists
   * @param why null where nobody is asked
   */
  public ChoiceChange(
      UUID id,
      String list,
      String code,
      int turn,
      ChoiceDeed deed,
      ChoiceState state,
      String why,
      StaffId by,
      LocalDate on) {
    this.id = id;
    this.list = list;
    this.code = code;
    this.turn = turn;
    this.deed = deed;
    this.wordCs = state.words().cs();
    this.wordPl = state.words().pl();
    this.wordEn = state.words().en();
    this.place = state.place();
    this.since = state.since();
    this.until = state.until();
    this.why = why;
    this.enteredBy = by.value();
    this.enteredOn = on;
  }

  public UUID id() {
    return id;
  }

  public String list() {
    return list;
  }

  public String code() {
    return code;
  }

  public int turn() {
    return turn;
  }

  public ChoiceDeed deed() {
    return deed;
  }

  public ChoiceState state() {
    return new ChoiceState(new ChoiceWords(wordCs, wordPl, wordEn), place, since, until);
  }

  /** Null where nobody was asked. */
  public String why() {
    return why;
  }

  public StaffId enteredBy() {
    return new StaffId(enteredBy);
  }

  public LocalDate enteredOn() {
    return enteredOn;
  }
}
