package org.opora.registry.importing.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A staged row; its cells are sealed with the drawer of the import and wiped when it is done. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "IMPORT_ROW")
public class ImportRow {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID run;

  @Column(name = "FAMILY_NO")
  private int family;

  @Column(name = "ROW_NO", updatable = false)
  private int row;

  private byte[] cells;

  private UUID child;

  protected ImportRow() {}

  public ImportRow(UUID id, UUID run, int family, int row, byte[] cells) {
    this.id = id;
    this.run = run;
    this.family = family;
    this.row = row;
    this.cells = cells;
  }

  /** Which family it belongs to, by the meaning the columns have now. */
  public void belongs(int number) {
    family = number;
  }

  /** The child this row became. */
  public void became(UUID person) {
    child = person;
  }

  public UUID id() {
    return id;
  }

  public UUID run() {
    return run;
  }

  public int family() {
    return family;
  }

  public int row() {
    return row;
  }

  public byte[] cells() {
    return cells;
  }

  public UUID child() {
    return child;
  }
}
