package org.opora.registry.standards.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.duties.Trust;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Title;
import org.opora.registry.shared.domain.StoredTitle;

/** A criterion within a round: its words as they were then, and its mark. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "ASSESSED_CRITERION")
public class AssessedCriterion {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID round;

  private int place;
  private boolean asked = true;

  @Column(updatable = false)
  private String code;

  @Column(name = "STANDARD_NUMBER", updatable = false)
  private String number;

  @Column(updatable = false)
  private String letter;

  @Embedded
  @AttributeOverride(name = "cs", column = @Column(name = "TOPIC_CS", updatable = false))
  @AttributeOverride(name = "pl", column = @Column(name = "TOPIC_PL", updatable = false))
  @AttributeOverride(name = "en", column = @Column(name = "TOPIC_EN", updatable = false))
  private StoredTitle topic;

  @Embedded
  @AttributeOverride(name = "cs", column = @Column(name = "WORDING_CS", updatable = false))
  @AttributeOverride(name = "pl", column = @Column(name = "WORDING_PL", updatable = false))
  @AttributeOverride(name = "en", column = @Column(name = "WORDING_EN", updatable = false))
  private StoredTitle wording;

  @Column(updatable = false)
  private String paragraph;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Trust trust;

  private Integer mark;
  private String words;
  private String evidence;

  @Column(name = "MARKED_BY")
  private UUID markedBy;

  @Column(name = "MARKED_ON")
  private LocalDate markedOn;

  protected AssessedCriterion() {}

  public AssessedCriterion(UUID id, UUID round, Asked asked) {
    this.id = id;
    this.round = round;
    this.code = asked.code();
    this.number = asked.number();
    this.letter = asked.letter();
    this.topic = new StoredTitle(asked.topic());
    this.wording = new StoredTitle(asked.wording());
    this.paragraph = asked.paragraph();
    this.trust = asked.trust();
  }

  /**
   * What a criterion asks on the day on which it comes into a round.
   *
   * @param letter null for a standard that is assessed as a whole
   * @param trust null for the centre's own words
   */
  public record Asked(
      String code,
      String number,
      String letter,
      Title topic,
      Title wording,
      String paragraph,
      Trust trust) {}

  /**
   * @param at place in the round, beginning at 0
   * @param still whether the list asks it; what it asks no more is kept, but does not count
   */
  public void stands(int at, boolean still) {
    place = at;
    asked = still;
  }

  /**
   * @param points null takes the mark back
   */
  public void marked(Integer points, String why, String shownBy, StaffId by, LocalDate on) {
    mark = points;
    words = why;
    evidence = shownBy;
    markedBy = by.value();
    markedOn = on;
  }

  /** Nothing is said of it any more, so it follows the list again. */
  public void untouched() {
    markedBy = null;
    markedOn = null;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID round() {
    return round;
  }

  public int place() {
    return place;
  }

  public boolean asked() {
    return asked;
  }

  public String code() {
    return code;
  }

  public String number() {
    return number;
  }

  public String letter() {
    return letter;
  }

  public Title topic() {
    return topic.title();
  }

  public Title wording() {
    return wording.title();
  }

  public String paragraph() {
    return paragraph;
  }

  public Trust trust() {
    return trust;
  }

  public Integer mark() {
    return mark;
  }

  public String words() {
    return words;
  }

  public String evidence() {
    return evidence;
  }

  /** Null while nothing is said of it: no mark, no words, nothing that shows it. */
  public StaffId markedBy() {
    return markedBy == null ? null : new StaffId(markedBy);
  }

  public LocalDate markedOn() {
    return markedOn;
  }
}
