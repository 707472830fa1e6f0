package org.opora.registry.ledgers.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/** Expert help that was mediated to a carer on a day. The words are sealed. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "HELP_ENTRY")
public class HelpEntry extends LedgerEntry {
  public static final String CODE = "help";

  @Column(updatable = false)
  private UUID carer;

  @Column(name = "GIVEN_ON", updatable = false)
  private LocalDate day;

  @Column(updatable = false)
  private byte[] what;

  @Column(name = "GIVEN_BY", updatable = false)
  private byte[] by;

  protected HelpEntry() {}

  /**
   * @param what sealed
   * @param by who gave it, sealed; null when nothing is said
   */
  public HelpEntry(Written written, PersonId carer, LocalDate day, byte[] what, byte[] by) {
    super(written);
    this.carer = carer.value();
    this.day = day;
    this.what = what;
    this.by = by;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public LocalDate day() {
    return day;
  }

  public PersonId carer() {
    return new PersonId(carer);
  }

  public byte[] what() {
    return what;
  }

  public byte[] by() {
    return by;
  }
}
