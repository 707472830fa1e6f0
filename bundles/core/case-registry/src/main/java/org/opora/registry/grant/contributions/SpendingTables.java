package org.opora.registry.grant.contributions;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.grant.Grant;
import org.opora.api.statistics.Figure;
import org.opora.api.statistics.Measure;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.Table.Row;
import org.opora.api.statistics.Table.Weight;
import org.opora.api.statistics.spi.YearTables;
import org.opora.api.text.Text;
import org.opora.registry.grant.application.SpendingDesk;
import org.opora.registry.grant.application.YearSpending;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the contributions of a year were spent, for the annual report: the overview, as tables. */
@Component(service = YearTables.class)
public final class SpendingTables implements YearTables {
  private static final int PLACE = 50;
  private static final String RECEIVED = "received";
  private static final String SPENT = "spent";
  private static final String RIGHT = "right.";
  private static final String NUMBER = ".number";
  private static final String AMOUNT = ".spent";
  private static final String ALL = "all";
  private final SpendingDesk desk;

  @Activate
  public SpendingTables(@Reference SpendingDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "grant";
  }

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public Text title() {
    return Refusals.text("grant.annual.title");
  }

  @Override
  public Text explained() {
    return Refusals.text("grant.bands.open");
  }

  @Override
  public String permission() {
    return Grant.READ;
  }

  @Override
  public List<Table> of(Viewer viewer, int year) {
    YearSpending spending = desk.of(viewer, year);
    return List.of(sums(spending), rights(spending));
  }

  private static Table sums(YearSpending spending) {
    return new Table(
        "sums",
        Refusals.text("grant.overview.sums"),
        List.of(Refusals.text("grant.overview.amount")),
        List.of(
            new Row(
                Refusals.text("grant.overview.received"),
                Weight.PLAIN,
                List.of(money(RECEIVED, spending.received()))),
            new Row(
                Refusals.text("grant.overview.spent"),
                Weight.PLAIN,
                List.of(money(SPENT, spending.spent())))),
        -1);
  }

  private static Table rights(YearSpending spending) {
    List<Row> rows = new ArrayList<>();
    rows.add(
        row(
            Refusals.text("grant.annual.all"),
            Weight.TOTAL,
            ALL,
            spending.number(),
            spending.spent()));
    spending
        .rights()
        .forEach(
            right ->
                rows.add(
                    row(
                        right.title(),
                        Weight.PLAIN,
                        RIGHT + right.code(),
                        right.number(),
                        right.spent())));
    return new Table(
        "rights",
        Refusals.text("grant.overview.rights"),
        List.of(Refusals.text("grant.overview.number"), Refusals.text("grant.band.spent")),
        rows,
        1);
  }

  private static Row row(Text title, Weight weight, String code, long number, long spent) {
    return new Row(
        title,
        weight,
        List.of(new Figure(code + NUMBER, Measure.RECORDS, number), money(code + AMOUNT, spent)));
  }

  private static Figure money(String code, long amount) {
    return new Figure(code, Measure.MONEY, amount);
  }

  /** Every sum opens what it was added up from, as on the page of the overview. */
  @Override
  public String href(int year, String figure) {
    if (figure.equals(RECEIVED)) {
      return "/grant?year=" + year;
    }
    return "/grant/expenses?year=" + year + "&show=COUNTED&right=" + right(figure);
  }

  private static String right(String figure) {
    return figure.startsWith(RIGHT)
        ? figure.substring(RIGHT.length(), figure.lastIndexOf('.'))
        : "any";
  }
}
