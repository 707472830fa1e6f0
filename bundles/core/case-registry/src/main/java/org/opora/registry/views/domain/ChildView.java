package org.opora.registry.views.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/**
 * What a child said by a day, or why it could not be learnt. The words are sealed and never
 * changed; what the child says next stands beside them. Who may read them changes with the child's
 * mind.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "CHILD_VIEW")
public class ChildView {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID child;

  @Column(name = "CHILD_FILE", updatable = false)
  private UUID childFile;

  @Column(name = "SAID_ON", updatable = false)
  private LocalDate day;

  @Column(updatable = false)
  private byte[] words;

  @Enumerated(EnumType.STRING)
  @Column(name = "LEARNT_BY", updatable = false)
  private ViewLearntBy learntBy;

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

  protected ChildView() {}

  public ChildView(UUID id, CaseFileId file, PersonId child, ChildFileId childFile) {
    this.id = id;
    this.file = file.value();
    this.child = child.value();
    this.childFile = childFile.value();
  }

  /**
   * @param sealed what it said; why not, where it could not be learnt
   */
  public void says(LocalDate on, byte[] sealed, ViewLearntBy how, StaffId by, LocalDate written) {
    day = on;
    words = sealed;
    learntBy = how;
    writtenBy = by.value();
    writtenOn = written;
  }

  /** From now on these may read it, and no others. */
  public void letRead(Set<Circle> readers, Chooser by, LocalDate on) {
    forHouse = readers.contains(Circle.HOUSE);
    forCarers = readers.contains(Circle.CARERS);
    forAuthority = readers.contains(Circle.AUTHORITY);
    forCourt = readers.contains(Circle.COURT);
    chosenBy = by;
    chosenOn = on;
  }

  public Set<Circle> readers() {
    Set<Circle> readers = EnumSet.noneOf(Circle.class);
    if (forHouse) {
      readers.add(Circle.HOUSE);
    }
    if (forCarers) {
      readers.add(Circle.CARERS);
    }
    if (forAuthority) {
      readers.add(Circle.AUTHORITY);
    }
    if (forCourt) {
      readers.add(Circle.COURT);
    }
    return readers;
  }

  public boolean learnt() {
    return learntBy != ViewLearntBy.NOT_LEARNT;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public PersonId child() {
    return new PersonId(child);
  }

  public ChildFileId childFile() {
    return new ChildFileId(childFile);
  }

  public LocalDate day() {
    return day;
  }

  public byte[] words() {
    return words;
  }

  public ViewLearntBy learntBy() {
    return learntBy;
  }

  public Chooser chosenBy() {
    return chosenBy;
  }

  public LocalDate chosenOn() {
    return chosenOn;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  public LocalDate writtenOn() {
    return writtenOn;
  }
}
