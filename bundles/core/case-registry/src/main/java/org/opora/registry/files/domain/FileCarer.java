package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.files.LeavingWay;
import org.opora.api.files.PartRole;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/**
 * The time in which an adult takes part in a file: as a carer of a foster family, or as a parent,
 * an applicant or whatever else people of its kind are.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "FILE_CARER")
public class FileCarer {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID person;

  @Enumerated(EnumType.STRING)
  @Column(name = "PART_ROLE")
  private PartRole role = PartRole.CARER;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Enumerated(EnumType.STRING)
  @Column(name = "LEFT_WAY")
  private LeavingWay way;

  @Column(name = "APART_SINCE")
  private LocalDate apartSince;

  @Column(name = "DECISION_REFERENCE")
  private String reference;

  @Column(name = "CLOSED_WITH_FILE")
  private boolean closed;

  protected FileCarer() {}

  /** Of any file, while it lasts. */
  public FileCarer(UUID id, CaseFileId file, PersonId person, PartRole role, LocalDate since) {
    this(id, file, person, since, null);
    this.role = role;
  }

  public FileCarer(UUID id, CaseFileId file, PersonId person, LocalDate since, LocalDate until) {
    this.id = id;
    this.file = file.value();
    this.person = person.value();
    this.since = since;
    this.until = until;
  }

  /**
   * The person leaves.
   *
   * @param decision reference of the decision about a separation; null without one
   */
  public void leaves(LeavingWay how, LocalDate lastDay, LocalDate livingApart, String decision) {
    way = how;
    until = lastDay;
    apartSince = livingApart;
    reference = decision;
  }

  /** Nothing but the last day is known, or matters. */
  public void lasts(LocalDate lastDay) {
    until = lastDay;
    closed = false;
  }

  /** The part ends only because the file is closed. */
  public void closes(LocalDate lastDay) {
    until = lastDay;
    closed = true;
  }

  /** From that day on the part is another one; how it ended goes along. */
  public FileCarer goesOn(UUID key, PartRole as, LocalDate from) {
    FileCarer next = new FileCarer(key, file(), person(), as, from);
    next.leaves(way, until, apartSince, reference);
    leaves(null, from.minusDays(1), null, null);
    return next;
  }

  /** Whether the part ended only because the file was closed. */
  public boolean closed() {
    return closed;
  }

  /** Whoever does not come back with the file has left it. */
  public void left() {
    closed = false;
  }

  /** What was written down was another part from the first day. */
  public void was(PartRole really) {
    role = really;
  }

  /** Whether the person is in the file that day. */
  public boolean on(LocalDate day) {
    return !day.isBefore(since) && (until == null || !day.isAfter(until));
  }

  public UUID id() {
    return id;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public PersonId person() {
    return new PersonId(person);
  }

  public PartRole role() {
    return role;
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate until() {
    return until;
  }
}
