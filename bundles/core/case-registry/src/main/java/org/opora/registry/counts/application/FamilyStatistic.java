package org.opora.registry.counts.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.persistence.Transactions;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.Table.Weight;
import org.opora.api.statistics.spi.Statistic;
import org.opora.api.text.Text;
import org.opora.registry.counts.application.Sketch.Line;
import org.opora.registry.counts.domain.Ages;
import org.opora.registry.counts.domain.CountedKind;
import org.opora.registry.counts.persistence.CountQueries;
import org.opora.registry.counts.persistence.Counting;
import org.opora.registry.counts.persistence.FamilyCounting;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Agreements by kind, and the carers and children in them. */
@Component(service = {Statistic.class, FamilyStatistic.class})
public final class FamilyStatistic implements Statistic {
  private static final String AGREEMENTS = "agreements";
  private static final String CARERS = "carers";
  private static final String CHILDREN = "children";
  private static final List<CareKind> KINDS = List.of(CareKind.values());
  private final Transactions tx;
  private final CountedRows rows;

  @Activate
  public FamilyStatistic(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference CountedRows rows) {
    this.tx = tx;
    this.rows = rows;
  }

  @Override
  public String id() {
    return "families";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Text title() {
    return Refusals.text("counts.families");
  }

  @Override
  public Text explained() {
    return Refusals.text("counts.families.how");
  }

  @Override
  public String permission() {
    return CaseFiles.READ;
  }

  @Override
  public List<Table> count(Period period) {
    return tx.read(em -> Sketch.counted(em, sketches(period)));
  }

  private static List<Sketch> sketches(Period period) {
    return List.of(agreements(period), people(period), ages(period));
  }

  private static Sketch agreements(Period period) {
    FamilyCounting during = new FamilyCounting(period);
    List<Line> lines = new ArrayList<>();
    lines.add(agreements(during, null));
    KINDS.forEach(kind -> lines.add(agreements(during, kind)));
    return new Sketch(
        AGREEMENTS, List.of("first-day", "concluded", "ended", "last-day", "some-day"), lines, 3);
  }

  private static Line agreements(FamilyCounting during, CareKind kind) {
    Period period = during.period();
    Function<String, String> code = column -> code(AGREEMENTS, column, kind);
    return Line.of(
        kind == null ? Refusals.text("counts.all-agreements") : Refusals.text("care-kind." + kind),
        kind == null ? Weight.TOTAL : Weight.PLAIN,
        FamilyCounting.agreementsOn(code.apply("first"), period.from(), kind),
        during.concluded(code.apply("concluded"), kind),
        during.ended(code.apply("ended"), kind),
        FamilyCounting.agreementsOn(code.apply("last"), period.until(), kind),
        during.agreements(code.apply("some"), kind));
  }

  private static String code(String what, String column, CareKind kind) {
    return what + "." + column + (kind == null ? "" : "." + kind);
  }

  private static Sketch people(Period period) {
    FamilyCounting during = new FamilyCounting(period);
    FamilyCounting last = new FamilyCounting(day(period.until()));
    List<Line> lines = new ArrayList<>();
    lines.add(people(during, last, null));
    KINDS.forEach(kind -> lines.add(people(during, last, kind)));
    return new Sketch(
        "people", List.of("carers", "carers-last", "children", "children-last"), lines, 2);
  }

  private static Period day(LocalDate day) {
    return new Period(day, day);
  }

  private static Line people(FamilyCounting during, FamilyCounting last, CareKind kind) {
    return Line.of(
        kind == null ? Refusals.text("counts.all-people") : Refusals.text("care-kind." + kind),
        kind == null ? Weight.TOTAL : Weight.PLAIN,
        during.carers(code(CARERS, "some", kind), kind),
        last.carers(code(CARERS, "last", kind), kind),
        during.children(code(CHILDREN, "some", kind), kind),
        last.children(code(CHILDREN, "last", kind), kind));
  }

  private static Sketch ages(Period period) {
    FamilyCounting during = new FamilyCounting(period);
    FamilyCounting last = new FamilyCounting(day(period.until()));
    return new Sketch(
        "ages",
        List.of("children", "children-last"),
        Arrays.stream(Ages.values())
            .map(
                age ->
                    Line.of(
                        Refusals.text("counts.age." + age),
                        Weight.PLAIN,
                        during.children(CHILDREN + ".age." + age, age),
                        last.children(CHILDREN + ".age-last." + age, age)))
            .toList(),
        0);
  }

  /** What a return says of them: agreements by kind, carers, children by age. */
  public List<Line> forReturn(Period period, Counting everybody) {
    FamilyCounting during = new FamilyCounting(period);
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.of(
            Refusals.text("counts.served"),
            Weight.TOTAL,
            during.served("served.people", everybody)));
    for (CareKind kind : KINDS) {
      lines.add(
          Line.of(
              Refusals.text("counts.agreement", Refusals.text("care-kind." + kind)),
              Weight.PLAIN,
              during.agreements(code(AGREEMENTS, "some", kind), kind)));
    }
    lines.add(
        Line.of(
            Refusals.text("counts.column.carers"),
            Weight.PLAIN,
            during.carers(code(CARERS, "some", null), null)));
    lines.add(
        Line.of(
            Refusals.text("counts.column.children"),
            Weight.PLAIN,
            during.children(code(CHILDREN, "some", null), (CareKind) null)));
    for (Ages age : Ages.values()) {
      lines.add(
          Line.of(
              Refusals.text("counts.child-age", Refusals.text("counts.age." + age)),
              Weight.PART,
              during.children(CHILDREN + ".age." + age, age)));
    }
    return lines;
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

  @Override
  public List<Shown> shown(Viewer viewer, String figure, Collection<UUID> keys) {
    return rows.shown(
        viewer, figure.startsWith(AGREEMENTS) ? CountedKind.AGREEMENT : CountedKind.PERSON, keys);
  }
}
