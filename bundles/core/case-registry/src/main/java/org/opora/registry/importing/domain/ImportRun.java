package org.opora.registry.importing.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The journal of one import. Its state says what has to be done when the house starts anew. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "IMPORT_RUN")
public class ImportRun {
  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "FILE_NAME", updatable = false)
  private byte[] fileName;

  @Column(updatable = false)
  private String format;

  @Column(updatable = false)
  private String encoding;

  @Column(name = "SEPARATED_BY", updatable = false)
  private String separator;

  @Column(name = "HEADER_ROW", updatable = false)
  private int headerRow;

  @Column(updatable = false)
  private byte[] headers;

  private String mapping;

  @Column(name = "READ_ON", updatable = false)
  private LocalDate readOn;

  @Column(name = "ROWS_TOTAL")
  private int rows;

  private int created;

  private int updated;

  private int unchanged;

  private int families;

  @Column(name = "FAMILIES_DONE")
  private int familiesDone;

  @Column(name = "STARTED_BY", updatable = false)
  private UUID startedBy;

  @Column(name = "STARTED_AT", updatable = false)
  private Instant startedAt;

  @Column(updatable = false)
  private String zone;

  @Column(updatable = false)
  private String language;

  @Column(name = "FINISHED_AT")
  private Instant finishedAt;

  private String failure;

  protected ImportRun() {}

  public ImportRun(
      UUID id,
      byte[] fileName,
      String format,
      String encoding,
      String separator,
      int headerRow,
      byte[] headers,
      String mapping,
      LocalDate readOn,
      UUID startedBy,
      Instant startedAt,
      String zone,
      String language) {
    this.id = id;
    this.state = State.READING;
    this.fileName = fileName;
    this.format = format;
    this.encoding = encoding;
    this.separator = separator;
    this.headerRow = headerRow;
    this.headers = headers;
    this.mapping = mapping;
    this.readOn = readOn;
    this.startedBy = startedBy;
    this.startedAt = startedAt;
    this.zone = zone;
    this.language = language;
  }

  /** Where an import stands. */
  public enum State {
    /** Rows are being read; after a restart they are thrown away. */
    READING,
    /** A person must say what the columns mean. */
    COLUMNS,
    /** Nothing is written to the register; a person looks at the preview. */
    PREVIEW,
    /** Families are being written; after a restart this goes on. */
    APPLYING,
    DONE,
    /** Families are being taken back; after a restart this goes on. */
    UNDOING,
    UNDONE,
    /** Could not go on; what was written stands, and can be taken back. */
    FAILED
  }

  /** Another meaning of the columns; everything is planned anew. */
  public void means(String columns) {
    mapping = columns;
    state = State.READING;
  }

  /** Everything has been read and planned. */
  public void planned(int allRows, int allFamilies, Counts counts) {
    rows = allRows;
    families = allFamilies;
    count(counts);
    state = State.PREVIEW;
  }

  public void count(Counts counts) {
    created = counts.created();
    updated = counts.updated();
    unchanged = counts.unchanged();
  }

  public void read(int rowsSoFar) {
    rows = rowsSoFar;
  }

  public void step(State next, int done) {
    state = next;
    familiesDone = done;
  }

  public void finish(State last, Instant at, String reason) {
    state = last;
    finishedAt = at;
    failure = reason;
  }

  /** Whether something happens to it now. */
  public boolean busy() {
    return state == State.READING || state == State.APPLYING || state == State.UNDOING;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public State state() {
    return state;
  }

  public byte[] fileName() {
    return fileName;
  }

  public String format() {
    return format;
  }

  public String encoding() {
    return encoding;
  }

  public String separator() {
    return separator;
  }

  public int headerRow() {
    return headerRow;
  }

  public byte[] headers() {
    return headers;
  }

  public String mapping() {
    return mapping;
  }

  public LocalDate readOn() {
    return readOn;
  }

  public int rows() {
    return rows;
  }

  public int created() {
    return created;
  }

  public int updated() {
    return updated;
  }

  public int unchanged() {
    return unchanged;
  }

  public int families() {
    return families;
  }

  public int familiesDone() {
    return familiesDone;
  }

  public UUID startedBy() {
    return startedBy;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public String zone() {
    return zone;
  }

  public String language() {
    return language;
  }

  public Instant finishedAt() {
    return finishedAt;
  }

  public String failure() {
    return failure;
  }
}
