package org.opora.course.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.StaffId;
import org.opora.api.reports.Reader;

/** A section of a part: what the records said, and how it reads. */
@Entity
@Table(schema = "COURSE", name = "REPORT_SECTION")
public class PartSection {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID part;

  @Column(updatable = false)
  private String code;

  private int place;
  private String title;
  private String readers;
  private boolean voice;

  @Column(name = "DRAFT_S")
  private byte[] draft;

  @Column(name = "WORDS_S")
  private byte[] words;

  private String gap;

  @Column(name = "NARROWED_ON")
  private LocalDate narrowedOn;

  @Column(name = "EDITED_BY")
  private UUID editedBy;

  @Column(name = "EDITED_AT")
  private Instant editedAt;

  protected PartSection() {}

  public PartSection(UUID id, UUID part, String code) {
    this.id = id;
    this.part = part;
    this.code = code;
  }

  /**
   * @param title in the language of the report
   * @param voice whether it tells what the child said, which the child may take back
   */
  public void stands(int place, String title, Set<Reader> readers, boolean voice) {
    this.place = place;
    this.title = title;
    this.readers = readers.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    this.voice = voice;
  }

  /**
   * What its records say now. What somebody typed stays as it is; what nobody has touched yet
   * follows.
   *
   * @param draft sealed; null when nothing was recorded
   * @param words the same as {@code draft}, sealed as words
   * @param gap name of the module whose section could not be drafted; null when it could
   */
  public void draft(byte[] draft, byte[] words, String gap) {
    this.gap = gap;
    if (gap == null) {
      this.draft = draft;
      if (editedBy == null) {
        this.words = words;
        this.narrowedOn = null;
      }
    }
  }

  /**
   * @param words sealed; null when there are none
   */
  public void write(byte[] words, StaffId by, Instant at) {
    this.words = words;
    this.gap = null;
    this.narrowedOn = null;
    this.editedBy = by.value();
    this.editedAt = at;
  }

  /**
   * The child has taken back some of what it said. What was drafted of it goes; what somebody typed
   * stays, and may hold it still.
   */
  public void narrowed(LocalDate on) {
    if (draft == null && words == null) {
      return;
    }
    draft = null;
    narrowedOn = on;
    if (editedBy == null) {
      words = null;
    }
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID part() {
    return part;
  }

  public String code() {
    return code;
  }

  public int place() {
    return place;
  }

  public String title() {
    return title;
  }

  public Set<Reader> readers() {
    return Arrays.stream(readers.split(","))
        .map(Reader::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reader.class)));
  }

  /** Whether it tells what the child said. */
  public boolean voice() {
    return voice;
  }

  /** Sealed; null when nothing was recorded. */
  public byte[] draft() {
    return draft;
  }

  /** Sealed; null when it is empty. */
  public byte[] words() {
    return words;
  }

  /** Null when it could be drafted, or somebody has written it since. */
  public String gap() {
    return gap;
  }

  /** Null unless the child took some of it back, and nobody has looked at it since. */
  public LocalDate narrowedOn() {
    return narrowedOn;
  }

  /** Null when nobody has touched it. */
  public StaffId editedBy() {
    return editedBy == null ? null : new StaffId(editedBy);
  }

  public Instant editedAt() {
    return editedAt;
  }
}
