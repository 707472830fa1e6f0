package org.opora.registry.overrides.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.overrides.Reason;
import org.opora.api.text.Title;

/**
 * Somebody went on although a rule said to stop. Rule, subject, day and author stay as they were
 * the first time; reason and words may be put better.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "RULE_OVERRIDE")
public class RuleOverride {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private String origin;

  @Column(updatable = false)
  private UUID source;

  @Column(name = "RULE_ID", updatable = false)
  private String rule;

  @Column(name = "TITLE_CS")
  private String titleCs;

  @Column(name = "TITLE_PL")
  private String titlePl;

  @Column(name = "TITLE_EN")
  private String titleEn;

  @Enumerated(EnumType.STRING)
  @Column(name = "SUBJECT_KIND", updatable = false)
  private Subject.Kind subjectKind;

  @Column(updatable = false)
  private UUID subject;

  @Column(updatable = false)
  private UUID file;

  @Column(name = "HAPPENED_ON", updatable = false)
  private LocalDate happenedOn;

  @Column(name = "MONTH_OF", updatable = false)
  private String month;

  @Enumerated(EnumType.STRING)
  private Reason reason;

  private byte[] words;

  @Column(updatable = false)
  private UUID author;

  private String href;

  protected RuleOverride() {}

  /**
   * @param source key of the record behind it
   * @param file in whose work it happened; null when there is none
   */
  public RuleOverride(
      UUID id,
      String origin,
      UUID source,
      String rule,
      Subject subject,
      CaseFileId file,
      LocalDate happenedOn,
      StaffId author) {
    this.id = id;
    this.origin = origin;
    this.source = source;
    this.rule = rule;
    this.subjectKind = subject.kind();
    this.subject = subject.id();
    this.file = file == null ? null : file.value();
    this.happenedOn = happenedOn;
    this.month = YearMonth.from(happenedOn).toString();
    this.author = author.value();
  }

  /**
   * @param title what the rule says
   * @param sealedWords null when they are forgotten
   * @param page path of the record's page, or null
   */
  public void says(Title title, Reason why, byte[] sealedWords, String page) {
    titleCs = title.cs();
    titlePl = title.pl();
    titleEn = title.en();
    reason = why;
    words = sealedWords;
    href = page;
  }

  public UUID id() {
    return id;
  }

  public String origin() {
    return origin;
  }

  /** Key of the record behind it. */
  public UUID source() {
    return source;
  }

  public String rule() {
    return rule;
  }

  public Title title() {
    return new Title(titleCs, titlePl, titleEn);
  }

  public Subject subject() {
    return new Subject(subjectKind, subject);
  }

  /** Null when it happened outside the work with any file. */
  public CaseFileId file() {
    return file == null ? null : new CaseFileId(file);
  }

  public LocalDate happenedOn() {
    return happenedOn;
  }

  public Reason reason() {
    return reason;
  }

  /** Sealed; null when they are forgotten. */
  public byte[] words() {
    return words;
  }

  public StaffId author() {
    return new StaffId(author);
  }

  public String href() {
    return href;
  }
}
