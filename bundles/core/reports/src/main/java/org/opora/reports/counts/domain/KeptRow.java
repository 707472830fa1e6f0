package org.opora.reports.counts.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.Ids;
import org.opora.api.statistics.Counted;

/** Something that was counted into a kept figure. */
@Entity
@Table(schema = "REPORTS", name = "KEPT_ROW")
public class KeptRow {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID figure;

  @Column(updatable = false)
  private UUID counted;

  @Column(updatable = false)
  private long amount;

  protected KeptRow() {}

  public KeptRow(UUID figure, Counted counted) {
    this.id = Ids.next();
    this.figure = figure;
    this.counted = counted.key();
    this.amount = counted.amount();
  }

  public Counted counted() {
    return new Counted(counted, amount);
  }
}
