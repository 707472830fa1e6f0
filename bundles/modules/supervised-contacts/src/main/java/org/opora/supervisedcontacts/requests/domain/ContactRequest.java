package org.opora.supervisedcontacts.requests.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;
import org.opora.supervisedcontacts.shared.domain.ChildRecord;

/** Somebody asked that a child meets somebody, and what became of it. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "CONTACT_REQUEST")
public class ContactRequest extends ChildRecord {
  @Enumerated(EnumType.STRING)
  private Asker asker;

  private UUID person;
  private UUID body;

  @Column(name = "NAME_S")
  private byte[] name;

  @Column(name = "ASKED_ON")
  private LocalDate askedOn;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Column(name = "WISH_S")
  private byte[] wish;

  @Column(name = "ANSWER_BY")
  private LocalDate answerBy;

  @Enumerated(EnumType.STRING)
  private RequestState state;

  private UUID plan;

  @Column(name = "DECIDED_ON")
  private LocalDate decidedOn;

  @Column(name = "DECIDED_BY")
  private UUID decidedBy;

  @Column(name = "REASON_S")
  private byte[] reason;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  protected ContactRequest() {}

  public ContactRequest(RequestId id, ChildOfFile whose, StaffId by) {
    super(id.value(), whose);
    this.state = RequestState.OPEN;
    this.writtenBy = by.value();
  }

  /**
   * Who asked.
   *
   * @param person in the register; null when it is nobody there
   * @param body in the directory; null when it is none of it
   * @param name as of that day, sealed; null when the child asked for itself
   */
  public void askedBy(Asker asker, PersonId person, BodyId body, byte[] name) {
    this.asker = asker;
    this.person = person == null ? null : person.value();
    this.body = body == null ? null : body.value();
    this.name = name;
  }

  /**
   * What was asked.
   *
   * @param answerBy null when the centre has set no time
   */
  public void asks(LocalDate on, Channel channel, byte[] wish, LocalDate answerBy) {
    this.askedOn = on;
    this.channel = channel;
    this.wish = wish;
    this.answerBy = answerBy;
  }

  /**
   * It is answered.
   *
   * @param plan that was made; null for any other answer
   * @param reason sealed; null when there is none
   */
  public void answer(RequestState now, PlanId plan, LocalDate on, StaffId by, byte[] reason) {
    this.state = now;
    this.plan = plan == null ? null : plan.value();
    this.decidedOn = on;
    this.decidedBy = by.value();
    this.reason = reason;
  }

  /** Neither who asked nor what was said is known any more. */
  public void forget() {
    this.person = null;
    this.name = null;
    this.wish = null;
    this.reason = null;
  }

  /** Who asked is not known any more. */
  public void forgetAsker() {
    this.person = null;
    this.name = null;
  }

  public boolean open() {
    return state == RequestState.OPEN;
  }

  public RequestId id() {
    return new RequestId(key());
  }

  public Asker asker() {
    return asker;
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

  public LocalDate askedOn() {
    return askedOn;
  }

  public Channel channel() {
    return channel;
  }

  public byte[] wish() {
    return wish;
  }

  /** Null when the centre has set no time. */
  public LocalDate answerBy() {
    return answerBy;
  }

  public RequestState state() {
    return state;
  }

  /** Null unless a plan was made. */
  public PlanId plan() {
    return plan == null ? null : new PlanId(plan);
  }

  /** Null while it is open. */
  public LocalDate decidedOn() {
    return decidedOn;
  }

  public StaffId decidedBy() {
    return decidedBy == null ? null : new StaffId(decidedBy);
  }

  public byte[] reason() {
    return reason;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }
}
