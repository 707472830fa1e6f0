package org.opora.registry.ledgers.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;

/** Days on which somebody else looked after a child, for its carers to rest. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "RESPITE_ENTRY")
public class RespiteEntry extends LedgerEntry {
  public static final String CODE = "respite";

  @Column(updatable = false)
  private UUID child;

  @Column(name = "CHILD_FILE", updatable = false)
  private UUID childFile;

  @Column(name = "FIRST_DAY", updatable = false)
  private LocalDate firstDay;

  @Column(name = "LAST_DAY", updatable = false)
  private LocalDate lastDay;

  @Column(updatable = false)
  private byte[] note;

  @Column(name = "OVER_WHY", updatable = false)
  private byte[] overWhy;

  protected RespiteEntry() {}

  /**
   * @param words sealed
   */
  public RespiteEntry(
      Written written,
      PersonId child,
      ChildFileId childFile,
      LocalDate first,
      LocalDate last,
      Words words) {
    super(written);
    this.child = child.value();
    this.childFile = childFile.value();
    this.firstDay = first;
    this.lastDay = last;
    note = words.note();
    overWhy = words.overWhy();
  }

  /**
   * Sealed words; each null when there are none.
   *
   * @param overWhy why it may be more than the right allows
   */
  public record Words(byte[] note, byte[] overWhy) {}

  @Override
  public String code() {
    return CODE;
  }

  /** The first one. */
  @Override
  public LocalDate day() {
    return firstDay;
  }

  public PersonId child() {
    return new PersonId(child);
  }

  public ChildFileId childFile() {
    return new ChildFileId(childFile);
  }

  public LocalDate last() {
    return lastDay;
  }

  public Words words() {
    return new Words(note, overWhy);
  }
}
