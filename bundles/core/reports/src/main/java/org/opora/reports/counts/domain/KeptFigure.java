package org.opora.reports.counts.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.Ids;
import org.opora.api.statistics.Figure;
import org.opora.api.statistics.Measure;
import org.opora.api.statistics.Table.Weight;
import org.opora.api.text.Title;

/** A figure as it was when it was counted for somebody. */
@Entity
@Table(schema = "REPORTS", name = "KEPT_FIGURE")
public class KeptFigure {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID request;

  @Column(name = "PLACE_NO", updatable = false)
  private int place;

  @Column(updatable = false)
  private String statistic;

  @Column(updatable = false)
  private String permission;

  @Column(name = "TABLE_CODE", updatable = false)
  private String table;

  @Column(name = "ROW_NO", updatable = false)
  private int row;

  @Column(name = "COLUMN_NO", updatable = false)
  private int column;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Weight weight;

  @Column(updatable = false)
  private String code;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Measure measure;

  private long amount;

  @Embedded
  @AttributeOverride(name = "cs", column = @Column(name = "TABLE_CS", updatable = false))
  @AttributeOverride(name = "pl", column = @Column(name = "TABLE_PL", updatable = false))
  @AttributeOverride(name = "en", column = @Column(name = "TABLE_EN", updatable = false))
  private Said tableTitle;

  @Embedded
  @AttributeOverride(name = "cs", column = @Column(name = "ROW_CS", updatable = false))
  @AttributeOverride(name = "pl", column = @Column(name = "ROW_PL", updatable = false))
  @AttributeOverride(name = "en", column = @Column(name = "ROW_EN", updatable = false))
  private Said rowTitle;

  @Embedded
  @AttributeOverride(name = "cs", column = @Column(name = "COLUMN_CS", updatable = false))
  @AttributeOverride(name = "pl", column = @Column(name = "COLUMN_PL", updatable = false))
  @AttributeOverride(name = "en", column = @Column(name = "COLUMN_EN", updatable = false))
  private Said columnTitle;

  protected KeptFigure() {}

  /**
   * Where a figure stands.
   *
   * @param place among all figures of the request
   * @param permission what the statistic asks of its reader; null where nobody knows any more
   */
  public record Where(
      UUID request,
      int place,
      String statistic,
      String permission,
      String table,
      int row,
      int column,
      Weight weight) {}

  public KeptFigure(
      Where where, Figure figure, Title tableTitle, Title rowTitle, Title columnTitle) {
    this.id = Ids.next();
    this.request = where.request();
    this.place = where.place();
    this.statistic = where.statistic();
    this.permission = where.permission();
    this.table = where.table();
    this.row = where.row();
    this.column = where.column();
    this.weight = where.weight();
    this.code = figure.code();
    this.measure = figure.measure();
    this.tableTitle = new Said(tableTitle);
    this.rowTitle = new Said(rowTitle);
    this.columnTitle = new Said(columnTitle);
  }

  /** What its list adds up to. */
  public void amounts(long to) {
    amount = to;
  }

  public UUID id() {
    return id;
  }

  public Where where() {
    return new Where(request, place, statistic, permission, table, row, column, weight);
  }

  public Figure figure() {
    return new Figure(code, measure, amount);
  }

  /** What the statistic asked of its reader; null where nobody knows any more. */
  public String permission() {
    return permission;
  }

  public Title tableTitle() {
    return tableTitle.title();
  }

  public Title rowTitle() {
    return rowTitle.title();
  }

  public Title columnTitle() {
    return columnTitle.title();
  }
}
