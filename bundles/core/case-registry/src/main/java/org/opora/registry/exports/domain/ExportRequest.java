package org.opora.registry.exports.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.opora.api.exports.LargeExports.Wanted;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Title;
import org.opora.registry.shared.domain.StoredTitle;

/**
 * Somebody asked to take along a list that is too long for one person. It waits for a second one,
 * and once confirmed leaves once. What leaves is made when it is fetched; nothing of it is here.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "EXPORT_REQUEST")
public class ExportRequest {
  /** So long it waits for a second person. */
  public static final Duration WAITS = Duration.ofHours(24);

  /** So long it can be fetched after somebody has confirmed it. */
  public static final Duration LIES = Duration.ofHours(24);

  @Id private UUID id;
  @Version private long version;

  @Column(name = "ASKED_BY", updatable = false)
  private UUID askedBy;

  @Column(name = "ASKED_AT", updatable = false)
  private Instant askedAt;

  @Column(updatable = false)
  private String code;

  @Embedded private StoredTitle title;

  @Column(name = "NARROWED_CS", updatable = false)
  private String narrowedCs;

  @Column(name = "NARROWED_PL", updatable = false)
  private String narrowedPl;

  @Column(name = "NARROWED_EN", updatable = false)
  private String narrowedEn;

  @Column(updatable = false)
  private String address;

  @Column(updatable = false)
  private String format;

  @Column(name = "LINES", updatable = false)
  private int rows;

  @Column(updatable = false)
  private byte[] purpose;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  @Column(name = "DECIDED_BY")
  private UUID decidedBy;

  @Column(name = "DECIDED_AT")
  private Instant decidedAt;

  private byte[] why;

  @Column(name = "FETCHED_AT")
  private Instant fetchedAt;

  protected ExportRequest() {}

  /**
   * @param purpose sealed
   */
  public ExportRequest(UUID id, StaffId by, Instant moment, Wanted wanted, byte[] purpose) {
    this.id = id;
    this.askedBy = by.value();
    this.askedAt = whole(moment);
    this.code = wanted.list();
    this.title = new StoredTitle(wanted.title());
    if (wanted.narrowed() != null) {
      this.narrowedCs = wanted.narrowed().cs();
      this.narrowedPl = wanted.narrowed().pl();
      this.narrowedEn = wanted.narrowed().en();
    }
    this.address = wanted.address();
    this.format = wanted.format();
    this.rows = wanted.rows();
    this.purpose = purpose;
  }

  /** A database that keeps no finer moments says the same. */
  private static Instant whole(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * @param said sealed; null when nothing was said
   */
  public void decided(Verdict found, StaffId by, Instant moment, byte[] said) {
    verdict = found;
    decidedBy = by.value();
    decidedAt = whole(moment);
    why = said;
  }

  public void fetched(Instant moment) {
    fetchedAt = whole(moment);
  }

  public State state(Instant now) {
    if (verdict == null) {
      return now.isBefore(waitsUntil()) ? State.WAITING : State.LAPSED;
    }
    return switch (verdict) {
      case TURNED_DOWN -> State.TURNED_DOWN;
      case TAKEN_BACK -> State.TAKEN_BACK;
      case CONFIRMED ->
          fetchedAt != null
              ? State.FETCHED
              : now.isBefore(liesUntil()) ? State.CONFIRMED : State.UNFETCHED;
    };
  }

  public Instant waitsUntil() {
    return askedAt.plus(WAITS);
  }

  /** Null before somebody has decided. */
  public Instant liesUntil() {
    return decidedAt == null ? null : decidedAt.plus(LIES);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public StaffId askedBy() {
    return new StaffId(askedBy);
  }

  public Instant askedAt() {
    return askedAt;
  }

  /** Of the list. */
  public String code() {
    return code;
  }

  public Title title() {
    return title.title();
  }

  /** Null when it is the whole list. */
  public Title narrowed() {
    return narrowedCs == null ? null : new Title(narrowedCs, narrowedPl, narrowedEn);
  }

  /** Path and query that make the list again. */
  public String address() {
    return address;
  }

  public String format() {
    return format;
  }

  /** How many the list had when it was asked for. */
  public int rows() {
    return rows;
  }

  /** Sealed. */
  public byte[] purpose() {
    return purpose;
  }

  /** Null before somebody has decided. */
  public StaffId decidedBy() {
    return decidedBy == null ? null : new StaffId(decidedBy);
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  /** Sealed; null when nothing was said. */
  public byte[] why() {
    return why;
  }

  public Instant fetchedAt() {
    return fetchedAt;
  }
}
