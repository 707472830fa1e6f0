package org.opora.registry.staff.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.Table.Weight;
import org.opora.api.statistics.spi.Statistic;
import org.opora.api.text.Text;
import org.opora.registry.counts.application.Sketch;
import org.opora.registry.counts.application.Sketch.Line;
import org.opora.registry.counts.persistence.CountQueries;
import org.opora.registry.counts.persistence.Counting;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;
import org.opora.registry.staff.domain.TrainingKind;
import org.opora.registry.staff.persistence.StaffCounting;
import org.opora.registry.staff.persistence.StaffCounting.Which;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who works for the centre, volunteers among them: people, full times, and what they learn. */
@Component(service = {Statistic.class, StaffStatistic.class})
public final class StaffStatistic implements Statistic {
  /** Before the name of every figure. */
  public static final String STAFF = "staff";

  /** Everybody on the last day: every return says it since returns speak of staff. */
  public static final String EVERYBODY = "staff.all.people-last";

  private static final String ALL = STAFF + ".all";
  private static final String LAST = ".people-last";
  private static final String SHARES = ".shares";

  private final Transactions tx;
  private final Staff staff;

  @Activate
  public StaffStatistic(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx, @Reference Staff staff) {
    this.tx = tx;
    this.staff = staff;
  }

  @Override
  public String id() {
    return STAFF;
  }

  @Override
  public int order() {
    return 35;
  }

  @Override
  public Text title() {
    return Refusals.text("counts.staff");
  }

  @Override
  public Text explained() {
    return Refusals.text("counts.staff.how");
  }

  /** Of whoever leads the staff: on what a colleague works is not for everybody. */
  @Override
  public String permission() {
    return Staff.WRITE;
  }

  @Override
  public List<Table> count(Period period) {
    return tx.read(em -> Sketch.counted(em, sketches(period)));
  }

  private static List<Sketch> sketches(Period period) {
    List<String> columns = List.of("people-last", "full-times", "people-some");
    return List.of(
        new Sketch(STAFF, columns, rows().stream().map(row -> row.line(period, true)).toList(), 0),
        new Sketch(
            "staff-posts",
            columns,
            Arrays.stream(PostCode.values())
                .map(
                    code ->
                        new Row(
                            Refusals.text("job." + code),
                            Weight.PLAIN,
                            STAFF + ".post." + code,
                            Which.as(code)))
                .map(row -> row.line(period, true))
                .toList(),
            0),
        learning(new StaffCounting(period)));
  }

  /** Everybody, social workers among them, and by what they work on. */
  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(Refusals.text("counts.staff.all"), Weight.TOTAL, ALL, Which.ALL));
    rows.add(
        new Row(
            Refusals.text("counts.staff.social"), Weight.PART, STAFF + ".social", Which.SOCIAL));
    for (EmploymentKind kind : EmploymentKind.values()) {
      rows.add(
          new Row(
              Refusals.text("job.kind." + kind),
              Weight.PLAIN,
              STAFF + ".kind." + kind,
              Which.on(kind)));
    }
    return rows;
  }

  /** What a return says of them on its last day: people and full times. */
  public static List<Line> forReturn(Period period) {
    return rows().stream().map(row -> row.line(period, false)).toList();
  }

  /** A row before it is counted. */
  private record Row(Text title, Weight weight, String code, Which which) {
    Line line(Period period, boolean someDay) {
      StaffCounting last = new StaffCounting(new Period(period.until(), period.until()));
      List<Counting> countings = new ArrayList<>();
      countings.add(last.people(code + LAST, which));
      countings.add(last.shares(code + SHARES, which));
      if (someDay) {
        countings.add(new StaffCounting(period).people(code + ".people", which));
      }
      return new Line(title, weight, countings);
    }
  }

  private static Sketch learning(StaffCounting during) {
    return new Sketch(
        "staff-training",
        List.of("people", "hours"),
        Arrays.stream(TrainingKind.values())
            .map(
                kind ->
                    Line.of(
                        Refusals.text("training.kind." + kind),
                        Weight.PLAIN,
                        during.learners(STAFF + ".training." + kind + ".people", kind),
                        during.learnt(STAFF + ".training." + kind + ".minutes", kind)))
            .toList(),
        -1);
  }

  @Override
  public List<Table> around(Period period, String figure) {
    return tx.read(em -> Sketch.counted(em, Sketch.only(sketches(period), figure)));
  }

  @Override
  public List<Counted> counted(Period period, String figure, UUID after, int limit) {
    return tx.read(
        em ->
            Sketch.find(sketches(period), figure)
                .map(counting -> new CountQueries(em).list(counting, after, limit))
                .orElseThrow(NotFound::new));
  }

  /** Colleagues by name: a member of staff is nobody's client, so no line names a subject. */
  @Override
  public List<Shown> shown(Viewer viewer, String figure, Collection<UUID> keys) {
    if (!viewer.may(Staff.WRITE)) {
      return List.of();
    }
    Map<StaffId, String> names = staff.names(keys.stream().map(StaffId::new).toList());
    return names.entrySet().stream()
        .map(
            one ->
                new Shown(
                    one.getKey().value(),
                    null,
                    one.getValue(),
                    null,
                    "/staff/" + one.getKey(),
                    List.of()))
        .toList();
  }
}
