package org.opora.registry.tasks.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Title;

/**
 * Something that a member of staff is to do. Its words are either sealed, when a person wrote them,
 * or a title free of content, when they follow from a record.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "TASK")
public class Task {
  /** Sorts behind every day; both databases know it. */
  public static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  @Column(name = "SUBJECT_KIND", updatable = false)
  private Subject.Kind subjectKind;

  @Column(updatable = false)
  private UUID subject;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID person;

  private byte[] what;

  @Column(name = "TITLE_CS")
  private String titleCs;

  @Column(name = "TITLE_PL")
  private String titlePl;

  @Column(name = "TITLE_EN")
  private String titleEn;

  @Column(updatable = false)
  private UUID author;

  @Column(name = "GIVEN_ON", updatable = false)
  private LocalDate givenOn;

  private UUID doer;
  private LocalDate due;
  private LocalDate place;
  private boolean done;

  @Column(name = "DONE_ON")
  private LocalDate doneOn;

  @Column(name = "DONE_BY")
  private UUID doneBy;

  private byte[] note;

  @Column(updatable = false)
  private String origin;

  @Column(updatable = false)
  private UUID source;

  private String href;

  @Column(updatable = false)
  private boolean oversight;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Tasks.Tie tie;

  protected Task() {}

  public Task(
      UUID id, About about, Origin origin, StaffId author, LocalDate givenOn, StaffId doer) {
    this.id = id;
    this.subjectKind = about.subjectKind();
    this.subject = about.subjectKey();
    this.file = about.fileKey();
    this.person = about.personKey();
    this.origin = origin.bundle();
    this.source = origin.source();
    this.href = origin.href();
    this.tie = origin.tie();
    this.author = author.value();
    this.givenOn = givenOn;
    this.doer = doer.value();
    dueBy(null);
  }

  /** For its doer and those who may see all tasks alone; said before it is first saved. */
  public void overseen() {
    oversight = true;
  }

  public boolean oversight() {
    return oversight;
  }

  /** In the words of a person, sealed. */
  public void says(byte[] sealed) {
    what = sealed;
  }

  /** What follows from the record behind it, and where its page is. */
  public void says(Title title, String page) {
    titleCs = title.cs();
    titlePl = title.pl();
    titleEn = title.en();
    href = page;
  }

  public void handTo(StaffId staff) {
    doer = staff.value();
  }

  /**
   * @param lastDay null when there is none
   */
  public void dueBy(LocalDate lastDay) {
    due = lastDay;
    settle();
  }

  /**
   * @param sealedNote or null
   */
  public void finish(StaffId by, LocalDate on, byte[] sealedNote) {
    done = true;
    doneOn = on;
    doneBy = by.value();
    note = sealedNote;
    settle();
  }

  /** As if it had never been done. */
  public void reopen() {
    done = false;
    doneOn = null;
    doneBy = null;
    note = null;
    settle();
  }

  private void settle() {
    place = done ? doneOn : placeOf(due);
  }

  /** Where an open task with this last day stands in a list. */
  public static LocalDate placeOf(LocalDate due) {
    return due == null ? END_OF_TIME : due;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public About about() {
    return new About(
        subject == null ? null : new Subject(subjectKind, subject),
        file == null ? null : new CaseFileId(file),
        person == null ? null : new PersonId(person));
  }

  /** Sealed words of a person; null when they follow from a record. */
  public byte[] what() {
    return what;
  }

  /** Null when a person wrote the task. */
  public Title title() {
    return titleCs == null ? null : new Title(titleCs, titlePl, titleEn);
  }

  public StaffId author() {
    return new StaffId(author);
  }

  public LocalDate givenOn() {
    return givenOn;
  }

  public StaffId doer() {
    return new StaffId(doer);
  }

  public LocalDate due() {
    return due;
  }

  /** The day by which lists are sorted. */
  public LocalDate place() {
    return place;
  }

  public boolean done() {
    return done;
  }

  public LocalDate doneOn() {
    return doneOn;
  }

  /** Null while it is open. */
  public StaffId doneBy() {
    return doneBy == null ? null : new StaffId(doneBy);
  }

  public byte[] note() {
    return note;
  }

  public Origin origin() {
    return new Origin(origin, source, href, tie);
  }
}
