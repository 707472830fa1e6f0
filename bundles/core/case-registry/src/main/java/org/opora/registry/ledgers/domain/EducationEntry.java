package org.opora.registry.ledgers.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.evidence.EducationForm;
import org.opora.api.ids.PersonId;

/** Training that a carer had on a day. The words are sealed. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "EDUCATION_ENTRY")
public class EducationEntry extends LedgerEntry {
  public static final String CODE = "education";

  @Column(updatable = false)
  private UUID carer;

  @Column(name = "HELD_ON", updatable = false)
  private LocalDate day;

  @Column(updatable = false)
  private int minutes;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private EducationForm form;

  @Column(updatable = false)
  private byte[] topic;

  @Column(updatable = false)
  private byte[] provider;

  @Column(updatable = false)
  private byte[] certificate;

  protected EducationEntry() {}

  public EducationEntry(
      Written written,
      PersonId carer,
      LocalDate day,
      int minutes,
      EducationForm form,
      Words words) {
    super(written);
    this.carer = carer.value();
    this.day = day;
    this.minutes = minutes;
    this.form = form;
    topic = words.topic();
    provider = words.provider();
    certificate = words.certificate();
  }

  /**
   * Sealed words.
   *
   * @param provider null when nothing is said, as {@code certificate} is
   */
  public record Words(byte[] topic, byte[] provider, byte[] certificate) {}

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public LocalDate day() {
    return day;
  }

  public PersonId carer() {
    return new PersonId(carer);
  }

  public int minutes() {
    return minutes;
  }

  public EducationForm form() {
    return form;
  }

  public Words words() {
    return new Words(topic, provider, certificate);
  }
}
