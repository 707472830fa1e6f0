package org.opora.registry.legal.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.legal.Matter;
import org.opora.api.legal.Role;

/**
 * Somebody who stands for a child by law or by decision: a parent, a guardian, a collision
 * guardian. A change of what they may is a row of its own, so that every day of the past can be
 * answered.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "REPRESENTATIVE")
public class Representative {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID child;

  @Enumerated(EnumType.STRING)
  @Column(name = "ROLE_KIND")
  private Role role;

  private UUID person;
  private byte[] name;

  @Enumerated(EnumType.STRING)
  private Extent extent;

  private String matters = "";
  private byte[] note;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  private UUID decision;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Embedded private Withdrawal withdrawal;

  protected Representative() {}

  public Representative(UUID id, PersonId child, StaffId writtenBy) {
    this.id = id;
    this.child = child.value();
    this.writtenBy = writtenBy.value();
  }

  /**
   * @param who in the register; null when only the name is known
   * @param sealedName as written down: a person or an office
   */
  public void is(Role what, PersonId who, byte[] sealedName) {
    role = what;
    person = who == null ? null : who.value();
    name = sealedName;
  }

  /**
   * @param far of a parent; null for others
   * @param which what was taken from the parent, or what a collision guardian was appointed for
   */
  public void may(Extent far, Collection<Matter> which, byte[] sealedNote) {
    extent = far;
    matters = which.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    note = sealedNote;
  }

  /**
   * @param lastDay null while it lasts
   * @param ground decision on which it rests; null when it rests on the law alone, or none is
   *     written down
   */
  public void holds(LocalDate firstDay, LocalDate lastDay, UUID ground) {
    since = firstDay;
    until = lastDay;
    decision = ground;
  }

  public void withdraw(Withdrawal mistake) {
    withdrawal = mistake;
  }

  /** The person of the register is not to be recognised any more. */
  public void forget(byte[] sealedNothing) {
    person = null;
    name = sealedNothing;
    note = null;
  }

  public boolean counts() {
    return withdrawal == null || withdrawal.on() == null;
  }

  /** Whether it is written down for that day. */
  public boolean on(LocalDate day) {
    return counts() && !since.isAfter(day) && (until == null || !until.isBefore(day));
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public PersonId child() {
    return new PersonId(child);
  }

  public Role role() {
    return role;
  }

  /** Null when only the name is known. */
  public PersonId person() {
    return person == null ? null : new PersonId(person);
  }

  public byte[] name() {
    return name;
  }

  public Extent extent() {
    return extent;
  }

  public Set<Matter> matters() {
    return matters.isEmpty()
        ? EnumSet.noneOf(Matter.class)
        : Arrays.stream(matters.split(" "))
            .map(Matter::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Matter.class)));
  }

  public byte[] note() {
    return note;
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate until() {
    return until;
  }

  /** Null when it rests on no decision. */
  public UUID decision() {
    return decision;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  /** Null while it counts. */
  public Withdrawal withdrawal() {
    return counts() ? null : withdrawal;
  }
}
