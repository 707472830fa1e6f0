package org.opora.registry.complaints.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.persistence.Transactions;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Measure;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.Table.Weight;
import org.opora.api.statistics.spi.Statistic;
import org.opora.api.text.Text;
import org.opora.registry.complaints.domain.Complaint;
import org.opora.registry.complaints.domain.Finding;
import org.opora.registry.complaints.persistence.ComplaintQueries;
import org.opora.registry.counts.application.Sketch;
import org.opora.registry.counts.application.Sketch.Line;
import org.opora.registry.counts.domain.CountedKind;
import org.opora.registry.counts.persistence.CountQueries;
import org.opora.registry.counts.persistence.Counting;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Clause;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Complaints by what was found. */
@Component(service = Statistic.class)
public final class ComplaintStatistic implements Statistic {
  private static final String ALL = "complaints";
  private final Transactions tx;

  @Activate
  public ComplaintStatistic(@Reference(target = "(opora.unit=case-registry)") Transactions tx) {
    this.tx = tx;
  }

  @Override
  public String id() {
    return ALL;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Text title() {
    return Refusals.text("counts.complaints");
  }

  @Override
  public Text explained() {
    return Refusals.text("counts.complaints.how");
  }

  @Override
  public String permission() {
    return ComplaintDesk.READ;
  }

  @Override
  public List<Table> count(Period period) {
    return tx.read(em -> Sketch.counted(em, List.of(sketch(period))));
  }

  private static Sketch sketch(Period period) {
    List<Line> lines = new ArrayList<>();
    lines.add(line("counts.complaints.all", Weight.TOTAL, counting(period, ALL, "1 = 1")));
    lines.add(
        line(
            "counts.complaints.anonymous",
            Weight.PART,
            counting(period, ALL + ".anonymous", "t.ANONYMOUS = TRUE")));
    Arrays.stream(Finding.values())
        .map(
            finding ->
                line(
                    "complaint.finding." + finding,
                    Weight.PLAIN,
                    counting(period, ALL + "." + finding, "t.FINDING = '" + finding + "'")))
        .forEach(lines::add);
    lines.add(
        line(
            "counts.complaints.open",
            Weight.PLAIN,
            counting(period, ALL + ".open", "t.FINDING IS NULL")));
    return new Sketch(ALL, List.of("count"), lines, 0);
  }

  private static Line line(String title, Weight weight, Counting counting) {
    return Line.of(Refusals.text(title), weight, counting);
  }

  private static Counting counting(Period period, String code, String which) {
    return new Counting(
        code,
        Measure.RECORDS,
        CountedKind.COMPLAINT,
        Counting.rows(
            "CASE_REGISTRY.COMPLAINT",
            Clause.of(
                "t.RECEIVED_ON >= ? AND t.RECEIVED_ON <= ? AND t.VOID_ON IS NULL AND " + which,
                period.from(),
                period.until())));
  }

  @Override
  public List<Table> around(Period period, String figure) {
    return tx.read(em -> Sketch.counted(em, Sketch.only(List.of(sketch(period)), figure)));
  }

  @Override
  public List<Counted> counted(Period period, String figure, UUID after, int limit) {
    return tx.read(
        em ->
            Sketch.find(List.of(sketch(period)), figure)
                .map(counting -> new CountQueries(em).list(counting, after, limit))
                .orElseThrow(NotFound::new));
  }

  /** Never one that is about the viewer. */
  @Override
  public List<Shown> shown(Viewer viewer, String figure, Collection<UUID> keys) {
    return tx.read(
        em ->
            new ComplaintQueries(em)
                .seen(viewer.staff(), viewer.reach(ComplaintDesk.READ), List.copyOf(keys)).stream()
                    .map(ComplaintStatistic::shown)
                    .toList());
  }

  private static Shown shown(Complaint row) {
    return new Shown(
        row.id(),
        row.finding() == null ? null : Refusals.text("complaint.finding." + row.finding()),
        row.number(),
        row.receivedOn(),
        "/complaints/" + row.id(),
        List.of());
  }
}
