package org.opora.supervisedcontacts.observations.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/** A copy of a version of a report for somebody, as a document of the child. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "REPORT_COPY")
public class ReportCopy {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID report;

  @Column(name = "REPORT_NUMBER", updatable = false)
  private int number;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ReceiverKind kind;

  private UUID person;

  @Column(updatable = false)
  private UUID body;

  @Column(name = "NAME_S")
  private byte[] name;

  @Column(name = "WITH_MORE", updatable = false)
  private boolean more;

  @Column(name = "MORE_S")
  private byte[] moreWhy;

  private UUID document;

  @Column(name = "MADE_ON", updatable = false)
  private LocalDate madeOn;

  @Column(name = "MADE_BY", updatable = false)
  private UUID madeBy;

  protected ReportCopy() {}

  /**
   * @param person of the register; null for a body, and for whom it does not know
   * @param body of the directory; null for a person, and for one that is not there
   */
  public ReportCopy(
      CopyId id, ObservationReport report, ReceiverKind kind, PersonId person, BodyId body) {
    this.id = id.value();
    this.report = report.key();
    this.number = report.number();
    this.kind = kind;
    this.person = person == null ? null : person.value();
    this.body = body == null ? null : body.value();
  }

  /**
   * @param name sealed
   */
  public void made(DocumentId document, byte[] name, StaffId by, LocalDate on) {
    this.document = document.value();
    this.name = name;
    this.madeBy = by.value();
    this.madeOn = on;
  }

  /**
   * Somebody has let them have all of it.
   *
   * @param why sealed
   */
  public void more(byte[] why) {
    this.more = true;
    this.moreWhy = why;
  }

  /** The document is there no more. */
  public void gone() {
    this.document = null;
  }

  /** Whom it went to is not known any more. */
  public void forget() {
    this.person = null;
    this.name = null;
    this.moreWhy = null;
  }

  public CopyId id() {
    return new CopyId(id);
  }

  public ReportId report() {
    return new ReportId(report);
  }

  /** Of the version. */
  public int number() {
    return number;
  }

  public ReceiverKind kind() {
    return kind;
  }

  public PersonId person() {
    return person == null ? null : new PersonId(person);
  }

  public BodyId body() {
    return body == null ? null : new BodyId(body);
  }

  public byte[] name() {
    return name;
  }

  public boolean more() {
    return more;
  }

  public byte[] moreWhy() {
    return moreWhy;
  }

  /** Null when it is there no more. */
  public DocumentId document() {
    return document == null ? null : new DocumentId(document);
  }

  public LocalDate madeOn() {
    return madeOn;
  }

  public StaffId madeBy() {
    return new StaffId(madeBy);
  }
}
