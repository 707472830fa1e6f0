package org.opora.supervisedcontacts.preparation.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;
import org.opora.supervisedcontacts.shared.domain.ChildRecord;

/**
 * Somebody was prepared for contact on a day, and what they said. The words never change: what is
 * said the next time stands beside them. Who may read a child's words changes with its mind.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "PREPARATION")
public class Preparation extends ChildRecord {
  @Column(updatable = false)
  private UUID plan;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Whom whom;

  private UUID person;

  @Column(name = "NAME_S")
  private byte[] name;

  @Column(name = "DONE_ON", updatable = false)
  private LocalDate day;

  @Column(name = "DONE_BY", updatable = false)
  private UUID doneBy;

  @Column(name = "WANTS_S")
  private byte[] wants;

  @Column(name = "FEARS_S")
  private byte[] fears;

  @Column(name = "EXPECTS_S")
  private byte[] expects;

  @Column(name = "FOR_HOUSE")
  private boolean forHouse;

  @Column(name = "FOR_CARERS")
  private boolean forCarers;

  @Column(name = "FOR_AUTHORITY")
  private boolean forAuthority;

  @Column(name = "FOR_COURT")
  private boolean forCourt;

  @Enumerated(EnumType.STRING)
  @Column(name = "CHOSEN_BY")
  private Chooser chosenBy;

  @Column(name = "CHOSEN_ON")
  private LocalDate chosenOn;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Column(name = "WRITTEN_ON", updatable = false)
  private LocalDate writtenOn;

  @Column(name = "STRUCK_ON")
  private LocalDate struckOn;

  @Column(name = "STRUCK_BY")
  private UUID struckBy;

  protected Preparation() {}

  public Preparation(PreparationId id, ChildOfFile whose, PlanId plan, Whom whom) {
    super(id.value(), whose);
    this.plan = plan.value();
    this.whom = whom;
  }

  /**
   * Who was prepared; the child needs no name.
   *
   * @param person in the register; null when it is nobody there
   * @param sealed the name as of that day; null for the child
   */
  public void named(PersonId person, byte[] sealed) {
    this.person = person == null ? null : person.value();
    this.name = sealed;
  }

  public void done(LocalDate on, StaffId by, StaffId writtenBy, LocalDate writtenOn) {
    this.day = on;
    this.doneBy = by.value();
    this.writtenBy = writtenBy.value();
    this.writtenOn = writtenOn;
  }

  /**
   * What they said, all of it sealed.
   *
   * @param wants of the child; null when it said nothing
   * @param fears of the child; null when it said nothing
   * @param expects of an adult; null when they said nothing
   */
  public void said(byte[] wants, byte[] fears, byte[] expects) {
    this.wants = wants;
    this.fears = fears;
    this.expects = expects;
  }

  /** From now on these may read what the child said, and no others. */
  public void letRead(Set<Circle> readers, Chooser by, LocalDate on) {
    forHouse = readers.contains(Circle.HOUSE);
    forCarers = readers.contains(Circle.CARERS);
    forAuthority = readers.contains(Circle.AUTHORITY);
    forCourt = readers.contains(Circle.COURT);
    chosenBy = by;
    chosenOn = on;
  }

  /** It was written down by mistake. */
  public void strike(LocalDate on, StaffId by) {
    struckOn = on;
    struckBy = by.value();
  }

  /** Neither who it was nor what was said is known any more. */
  public void forget() {
    person = null;
    name = null;
    said(null, null, null);
  }

  public Set<Circle> readers() {
    Set<Circle> readers = EnumSet.noneOf(Circle.class);
    add(readers, Circle.HOUSE, forHouse);
    add(readers, Circle.CARERS, forCarers);
    add(readers, Circle.AUTHORITY, forAuthority);
    add(readers, Circle.COURT, forCourt);
    return readers;
  }

  private static void add(Set<Circle> readers, Circle circle, boolean may) {
    if (may) {
      readers.add(circle);
    }
  }

  /** Whether a child said what it wants or fears. */
  public boolean heard() {
    return whom == Whom.CHILD && (wants != null || fears != null);
  }

  public PreparationId id() {
    return new PreparationId(key());
  }

  public PlanId plan() {
    return new PlanId(plan);
  }

  public Whom whom() {
    return whom;
  }

  public PersonId person() {
    return person == null ? null : new PersonId(person);
  }

  public byte[] name() {
    return name;
  }

  public LocalDate day() {
    return day;
  }

  public StaffId doneBy() {
    return new StaffId(doneBy);
  }

  public byte[] wants() {
    return wants;
  }

  public byte[] fears() {
    return fears;
  }

  public byte[] expects() {
    return expects;
  }

  /** Null where no child spoke. */
  public Chooser chosenBy() {
    return chosenBy;
  }

  public LocalDate chosenOn() {
    return chosenOn;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  /** Null unless it was written down by mistake. */
  public LocalDate struckOn() {
    return struckOn;
  }

  public StaffId struckBy() {
    return struckBy == null ? null : new StaffId(struckBy);
  }
}
