package org.opora.registry.people.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/**
 * A phone, an e-mail or a data box beside the first phone and e-mail of the person, sealed with the
 * person's own key.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PERSON_REACH")
public class PersonReach implements OfPerson {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID person;

  @Enumerated(EnumType.STRING)
  private ReachKind kind;

  @Enumerated(EnumType.STRING)
  private Whose whose;

  private byte[] detail;
  private byte[] note;
  private boolean preferred;

  @Column(name = "NOT_TO_BE_USED")
  private boolean notToBeUsed;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Column(name = "ENDED_BY")
  private UUID endedBy;

  protected PersonReach() {}

  public PersonReach(UUID id, PersonId person) {
    this.id = id;
    this.person = person.value();
  }

  /**
   * @param sealedNote null when there is nothing to be said about it
   */
  public void says(
      ReachKind by, Whose belongsTo, byte[] sealedDetail, byte[] sealedNote, Period period) {
    kind = by;
    whose = belongsTo;
    detail = sealedDetail;
    note = sealedNote;
    since = period.from();
    until = period.until();
    endedBy = null;
  }

  /** One of a person's is tried first; one that is not to be used never is. */
  public void use(boolean first, boolean never) {
    preferred = first && !never;
    notToBeUsed = never;
  }

  /**
   * A move that was written on another entry of the same person has ended it; whatever somebody
   * says of it later counts instead.
   *
   * @param entry null when it is none of this person any more
   */
  public void endedBy(PersonId entry) {
    endedBy = entry == null ? null : entry.value();
  }

  /** Null unless a move that was written on another entry has ended it. */
  public PersonId endedBy() {
    return endedBy == null ? null : new PersonId(endedBy);
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public PersonId person() {
    return new PersonId(person);
  }

  public ReachKind kind() {
    return kind;
  }

  public Whose whose() {
    return whose;
  }

  public byte[] detail() {
    return detail;
  }

  public byte[] note() {
    return note;
  }

  public boolean preferred() {
    return preferred;
  }

  public boolean notToBeUsed() {
    return notToBeUsed;
  }

  public Period period() {
    return new Period(since, until);
  }
}
