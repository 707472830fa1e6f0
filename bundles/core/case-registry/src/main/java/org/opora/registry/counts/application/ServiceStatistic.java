package org.opora.registry.counts.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.EducationForm;
import org.opora.api.evidence.Kinds;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.persistence.Transactions;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Measure;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.Table.Weight;
import org.opora.api.statistics.spi.Statistic;
import org.opora.api.text.Text;
import org.opora.registry.counts.application.ServiceKinds.Kind;
import org.opora.registry.counts.application.Sketch.Line;
import org.opora.registry.counts.domain.CountedKind;
import org.opora.registry.counts.persistence.CountQueries;
import org.opora.registry.counts.persistence.Counting;
import org.opora.registry.counts.persistence.EvidenceCounting;
import org.opora.registry.counts.persistence.EvidenceCounting.Each;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was done, by activity of the mandate: for how many people, how often, and how long. */
@Component(service = {Statistic.class, ServiceStatistic.class})
public final class ServiceStatistic implements Statistic {
  private static final String PEOPLE = ".people";
  private static final String EVENTS = ".events";
  private static final String MINUTES = ".minutes";
  private static final String SERVICE = "service.";
  private static final String EDUCATION = "education";
  private static final String RESPITE = "respite";
  private static final List<String> COLUMNS = List.of("people", "events", "hours");
  private final Transactions tx;
  private final ServiceKinds kinds;
  private final CountedRows rows;

  @Activate
  public ServiceStatistic(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference ServiceKinds kinds,
      @Reference CountedRows rows) {
    this.tx = tx;
    this.kinds = kinds;
    this.rows = rows;
  }

  @Override
  public String id() {
    return "services";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Text title() {
    return Refusals.text("counts.services");
  }

  @Override
  public Text explained() {
    return Refusals.text("counts.services.how");
  }

  @Override
  public String permission() {
    return CaseFiles.READ;
  }

  @Override
  public List<Table> count(Period period) {
    return tx.read(
        em -> {
          Map<String, EvidenceCounting> counted = new HashMap<>();
          List<Sketch> sketches = sketches(em, period, counted);
          Once once = new Once(em, everything(period).each(em));
          CountQueries queries = new CountQueries(em);
          return sketches.stream()
              .map(
                  sketch ->
                      sketch.counted(
                          one -> {
                            EvidenceCounting of = counted.get(row(one.code()));
                            return of == null || one.measure() == Measure.DAYS
                                ? queries.sum(one)
                                : once.of(of).in(one.measure());
                          }))
              .toList();
        });
  }

  /** What stands before the name of the column. */
  private static String row(String code) {
    return code.substring(0, code.lastIndexOf('.'));
  }

  /** Asks the database no question twice, however many rows have the same answer. */
  private static final class Once {
    private final EntityManager em;
    private final Map<String, Each> byKind;
    private final Map<EvidenceCounting, Each> asked = new HashMap<>();

    Once(EntityManager em, Map<String, Each> byKind) {
      this.em = em;
      this.byKind = byKind;
    }

    Each of(EvidenceCounting counting) {
      return counting.kinds().size() == 1 && counting.form() == null
          ? byKind.getOrDefault(counting.kinds().iterator().next(), Each.NONE)
          : asked.computeIfAbsent(counting, one -> one.total(em));
    }
  }

  /**
   * @param counted takes what each row is counted from, by the code of the row
   */
  private List<Sketch> sketches(
      EntityManager em, Period period, Map<String, EvidenceCounting> counted) {
    return List.of(
        services(period, counted), education(period, counted), respite(em, period, counted));
  }

  private Sketch services(Period period, Map<String, EvidenceCounting> counted) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        line(
            Refusals.text("counts.services.all"),
            Weight.TOTAL,
            everything(period),
            "all",
            counted));
    kinds
        .byActivity(period.until())
        .forEach(
            (activity, own) -> {
              lines.add(activity(period, activity, own, counted));
              own.forEach(
                  kind ->
                      lines.add(
                          line(
                              kind.title(),
                              Weight.PART,
                              new EvidenceCounting(period, Set.of(kind.evidence())),
                              SERVICE + kind.evidence(),
                              counted)));
            });
    return new Sketch("services", COLUMNS, lines, 1);
  }

  private EvidenceCounting everything(Period period) {
    return new EvidenceCounting(period, Set.copyOf(kinds.titles().keySet()));
  }

  private Line activity(
      Period period, String activity, List<Kind> own, Map<String, EvidenceCounting> counted) {
    return line(
        kinds.activity(activity),
        Weight.PLAIN,
        new EvidenceCounting(
            period, own.stream().map(Kind::evidence).collect(Collectors.toUnmodifiableSet())),
        code(activity),
        counted);
  }

  private static Line line(
      Text title,
      Weight weight,
      EvidenceCounting counting,
      String code,
      Map<String, EvidenceCounting> counted) {
    counted.put(code, counting);
    return Line.of(
        title,
        weight,
        counting.people(code + PEOPLE),
        counting.events(code + EVENTS),
        counting.minutes(code + MINUTES));
  }

  /** Of training each carer has an entry of their own, also of the one that several went to. */
  private static Sketch education(Period period, Map<String, EvidenceCounting> counted) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        line(
            Refusals.text("counts.education.all"),
            Weight.TOTAL,
            new EvidenceCounting(period, Set.of(Kinds.EDUCATION)),
            EDUCATION,
            counted));
    Arrays.stream(EducationForm.values())
        .map(
            form ->
                line(
                    Refusals.text("education.form." + form),
                    Weight.PLAIN,
                    new EvidenceCounting(period, Set.of(Kinds.EDUCATION), form.code()),
                    EDUCATION + "." + form.code(),
                    counted))
        .forEach(lines::add);
    return new Sketch(EDUCATION, List.of("people", "trainings", "hours-of-people"), lines, 2);
  }

  /** Of respite each child has an entry of its own. */
  private static Sketch respite(
      EntityManager em, Period period, Map<String, EvidenceCounting> counted) {
    EvidenceCounting respite = new EvidenceCounting(period, Set.of(Kinds.RESPITE));
    counted.put(RESPITE, respite);
    return new Sketch(
        RESPITE,
        List.of("people", "stays", "days-of-children"),
        List.of(
            Line.of(
                Refusals.text("counts.respite.all"),
                Weight.TOTAL,
                respite.people(RESPITE + PEOPLE),
                respite.events(RESPITE + EVENTS),
                respite.days(em, RESPITE + ".days"))),
        -1);
  }

  /** Figures of the activities alone, for a return. */
  public List<Line> activities(Period period) {
    List<Line> lines = new ArrayList<>();
    kinds
        .byActivity(period.until())
        .forEach((activity, own) -> lines.add(activity(period, activity, own, new HashMap<>())));
    return lines;
  }

  /** Everybody for whom anything was done. */
  public Counting everybody(Period period) {
    return everything(period).people("all" + PEOPLE);
  }

  @Override
  public List<Table> around(Period period, String figure) {
    return tx.read(
        em -> Sketch.counted(em, Sketch.only(sketches(em, period, new HashMap<>()), figure)));
  }

  @Override
  public List<Counted> counted(Period period, String figure, UUID after, int limit) {
    return tx.read(
        em ->
            Sketch.find(sketches(em, period, new HashMap<>()), figure)
                .map(counting -> new CountQueries(em).list(counting, after, limit))
                .orElseThrow(NotFound::new));
  }

  @Override
  public List<Shown> shown(Viewer viewer, String figure, Collection<UUID> keys) {
    return figure.endsWith(PEOPLE)
        ? rows.shown(viewer, CountedKind.PERSON, keys)
        : rows.shown(viewer, CountedKind.EVIDENCE, keys, counted(figure));
  }

  /** Evidence of which kinds a figure counts; all services where nobody knows any more. */
  public Set<String> counted(String figure) {
    String row = row(figure);
    if (row.startsWith(SERVICE)) {
      return Set.of(row.substring(SERVICE.length()));
    }
    if (row.equals(EDUCATION) || row.startsWith(EDUCATION + ".")) {
      return Set.of(Kinds.EDUCATION);
    }
    if (row.equals(RESPITE)) {
      return Set.of(Kinds.RESPITE);
    }
    // Of an activity by what belongs to it now: of what belonged to it before any kind will do.
    Set<String> own =
        kinds.all(LocalDate.MAX).stream()
            .filter(kind -> row.equals(code(kind.activity())))
            .map(Kind::evidence)
            .collect(Collectors.toUnmodifiableSet());
    return own.isEmpty() ? kinds.titles().keySet() : own;
  }

  private static String code(String activity) {
    return "activity." + (activity == null ? "none" : activity);
  }
}
