package org.opora.course.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;

/** Somebody to whom a report goes, with a copy and a clock of their own. */
@Entity
@Table(schema = "COURSE", name = "REPORT_RECIPIENT")
public class Recipient {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID report;

  @Column(updatable = false)
  private int place;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private RecipientKind kind;

  @Column(updatable = false)
  private UUID person;

  @Column(updatable = false)
  private UUID body;

  @Column(name = "NAME_S", updatable = false)
  private byte[] name;

  @Column(name = "DUE_ON")
  private LocalDate dueOn;

  private UUID document;

  @Column(name = "SENT_ON")
  private LocalDate sentOn;

  @Column(name = "DELIVERED_ON")
  private LocalDate deliveredOn;

  protected Recipient() {}

  /**
   * @param name as of that day, sealed
   */
  public Recipient(
      UUID id,
      UUID report,
      int place,
      RecipientKind kind,
      PersonId person,
      BodyId body,
      byte[] name) {
    this.id = id;
    this.report = report;
    this.place = place;
    this.kind = kind;
    this.person = person == null ? null : person.value();
    this.body = body == null ? null : body.value();
    this.name = name;
  }

  /**
   * The report is made out.
   *
   * @param due last day on which it has to be delivered; null when nobody says
   */
  public void due(LocalDate due) {
    this.dueOn = due;
  }

  /** The copy that goes there. */
  public void copy(DocumentId copy) {
    this.document = copy.value();
  }

  /** The copy is there no more: another one is made. */
  public void copyGone() {
    this.document = null;
  }

  /**
   * @param sent null while it is not on its way
   * @param delivered null while it is not known to have arrived
   */
  public void went(LocalDate sent, LocalDate delivered) {
    this.sentOn = sent;
    this.deliveredOn = delivered;
  }

  public UUID id() {
    return id;
  }

  public UUID report() {
    return report;
  }

  public int place() {
    return place;
  }

  public RecipientKind kind() {
    return kind;
  }

  /** Null for an office. */
  public PersonId person() {
    return person == null ? null : new PersonId(person);
  }

  /** Null for a person, and for an office that is not in the directory. */
  public BodyId body() {
    return body == null ? null : new BodyId(body);
  }

  /** Sealed. */
  public byte[] name() {
    return name;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  /** Null until its copy is made. */
  public DocumentId document() {
    return document == null ? null : new DocumentId(document);
  }

  public LocalDate sentOn() {
    return sentOn;
  }

  public LocalDate deliveredOn() {
    return deliveredOn;
  }
}
