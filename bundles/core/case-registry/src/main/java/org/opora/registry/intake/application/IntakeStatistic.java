package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Scope;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.duties.spi.FirstContactLaw.Code;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.persistence.Transactions;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.Table.Weight;
import org.opora.api.statistics.spi.Statistic;
import org.opora.api.text.Text;
import org.opora.registry.counts.application.CountedRows;
import org.opora.registry.counts.application.Sketch;
import org.opora.registry.counts.application.Sketch.Line;
import org.opora.registry.counts.domain.CountedKind;
import org.opora.registry.counts.persistence.CountQueries;
import org.opora.registry.counts.persistence.Counting;
import org.opora.registry.counts.persistence.ShownQueries;
import org.opora.registry.intake.domain.ReachKind;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.domain.Way;
import org.opora.registry.intake.persistence.InquiryQueries;
import org.opora.registry.intake.persistence.InquiryQueries.Named;
import org.opora.registry.intake.persistence.IntakeCounting;
import org.opora.registry.intake.persistence.IntakeCounting.Advice;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Inquiries and what became of them, first contacts, advice, outreach and prevention. */
@Component(service = {Statistic.class, IntakeStatistic.class})
public final class IntakeStatistic implements Statistic {
  private static final String CONTACTS = "contacts";
  private static final String ADVICE = "consultations";
  private static final String REACH = "reach.";
  private static final List<String> COUNT = List.of("count");
  private final Transactions tx;
  private final Access access;
  private final ContactLaw law;
  private final Choices choices;

  @Activate
  public IntakeStatistic(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference ContactLaw law,
      @Reference Choices choices) {
    this.tx = tx;
    this.access = access;
    this.law = law;
    this.choices = choices;
  }

  @Override
  public String id() {
    return "intake";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Text title() {
    return Refusals.text("counts.intake");
  }

  @Override
  public Text explained() {
    return Refusals.text("counts.intake.how");
  }

  @Override
  public String permission() {
    return Intake.RETURN;
  }

  @Override
  public List<Table> count(Period period) {
    return tx.read(em -> Sketch.counted(em, sketches(em, period)));
  }

  private List<Sketch> sketches(EntityManager em, Period period) {
    return List.of(
        new Sketch("inquiries", COUNT, inquiries(em, period), 0),
        contacts(new IntakeCounting(period)),
        consultations(new IntakeCounting(period)),
        outreach(new IntakeCounting(period)));
  }

  /** Inquiries of a period by what became of them; every reason of the law, also with none. */
  List<Line> inquiries(EntityManager em, Period period) {
    IntakeCounting counting = new IntakeCounting(period);
    List<Line> lines = new ArrayList<>();
    lines.add(line(Refusals.text("return.asked"), Weight.TOTAL, counting.asked("asked")));
    lines.add(line(Refusals.text("return.accepted"), Weight.PLAIN, counting.accepted("accepted")));
    lines.add(
        line(Refusals.text("return.withdrawn"), Weight.PLAIN, counting.withdrawn("withdrawn")));
    lines.add(
        line(
            Refusals.text("return.no-consent"), Weight.PLAIN, counting.notConsented("no-consent")));
    lines.add(line(Refusals.text("return.refused"), Weight.PLAIN, counting.refused("refused")));
    grounds(em, period).stream()
        .map(
            ground ->
                line(
                    Refusals.text("return.reason", law.words(ground)),
                    Weight.PART,
                    counting.refused("ground." + ground, ground)))
        .forEach(lines::add);
    return lines;
  }

  private static Line line(Text title, Weight weight, Counting counting) {
    return Line.of(title, weight, counting);
  }

  /** Those of the law on the last day, and those that were given in the years of the period. */
  private List<String> grounds(EntityManager em, Period period) {
    InquiryQueries queries = new InquiryQueries(em);
    LocalDate end = period.until();
    Period years =
        new Period(
            LocalDate.of(period.from().getYear(), 1, 1), LocalDate.of(end.getYear(), 12, 31));
    return Stream.concat(
            law.grounds(end).stream().map(Code::code),
            Stream.concat(queries.grounds(years).stream(), queries.dropped(years).stream())
                .filter(code -> !IntakeCounting.NOT_REFUSED.contains(code))
                .sorted())
        .distinct()
        .toList();
  }

  private static Sketch contacts(IntakeCounting counting) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        line(
            Refusals.text("counts.contacts.all"), Weight.TOTAL, counting.contacts(CONTACTS, null)));
    lines.add(
        line(
            Refusals.text("counts.contacts.anonymous"),
            Weight.PART,
            counting.anonymous(CONTACTS + ".anonymous")));
    Arrays.stream(Way.values())
        .map(
            way ->
                line(
                    Refusals.text("intake.way." + way),
                    Weight.PLAIN,
                    counting.contacts(CONTACTS + "." + way, way)))
        .forEach(lines::add);
    return new Sketch(CONTACTS, COUNT, lines, 0);
  }

  /** By who asked and by topic; what was about two topics stands in both rows. */
  private Sketch consultations(IntakeCounting counting) {
    List<Line> lines = new ArrayList<>();
    lines.add(advice(counting, "counts.advice.all", Weight.TOTAL, ADVICE, new Advice.Any()));
    lines.add(
        advice(
            counting,
            "counts.advice.named",
            Weight.PART,
            ADVICE + ".named",
            new Advice.Named(true)));
    lines.add(
        advice(
            counting,
            "counts.advice.anonymous",
            Weight.PART,
            ADVICE + ".anonymous",
            new Advice.Named(false)));
    choices
        .all(Topic.LIST)
        .words()
        .forEach(
            (code, words) ->
                lines.add(
                    advice(
                        counting,
                        Refusals.text("counts.topic", words),
                        Weight.PLAIN,
                        ADVICE + ".topic." + code,
                        new Advice.About(code))));
    return new Sketch(ADVICE, List.of("events", "hours"), lines, 0);
  }

  private static Line advice(
      IntakeCounting counting, String title, Weight weight, String code, Advice which) {
    return advice(counting, Refusals.text(title), weight, code, which);
  }

  private static Line advice(
      IntakeCounting counting, Text title, Weight weight, String code, Advice which) {
    return Line.of(
        title,
        weight,
        counting.consultations(code + ".events", which),
        counting.consultationMinutes(code + ".minutes", which));
  }

  private static Sketch outreach(IntakeCounting counting) {
    return new Sketch(
        "outreach",
        List.of("events", "heads", "hours"),
        Arrays.stream(ReachKind.values())
            .map(
                kind ->
                    Line.of(
                        Refusals.text("outreach.kind." + kind),
                        Weight.PLAIN,
                        counting.reach(REACH + kind + ".events", kind),
                        counting.reached(REACH + kind + ".heads", kind),
                        counting.reachMinutes(REACH + kind + ".minutes", kind)))
            .toList(),
        1);
  }

  @Override
  public List<Table> around(Period period, String figure) {
    return tx.read(em -> Sketch.counted(em, Sketch.only(sketches(em, period), figure)));
  }

  @Override
  public List<Counted> counted(Period period, String figure, UUID after, int limit) {
    return tx.read(
        em ->
            Sketch.find(sketches(em, period), figure)
                .map(counting -> new CountQueries(em).list(counting, after, limit))
                .orElseThrow(NotFound::new));
  }

  @Override
  public List<Shown> shown(Viewer viewer, String figure, Collection<UUID> keys) {
    return shown(
        viewer,
        figure.startsWith(CONTACTS) || figure.startsWith(ADVICE)
            ? CountedKind.FIRST_CONTACT
            : figure.startsWith(REACH) ? CountedKind.OUTREACH : CountedKind.INQUIRY,
        keys);
  }

  /**
   * Without names: what an inquiry says is opened on its own page. Of a deleted one the day and
   * what became of it stay.
   */
  List<Shown> shown(Viewer viewer, CountedKind kind, Collection<UUID> keys) {
    Scope mine = access.scope(viewer, Intake.READ);
    Scope files = access.scope(viewer, CaseFiles.READ);
    List<UUID> wanted = List.copyOf(new HashSet<>(keys));
    if (mine.empty() || wanted.isEmpty()) {
      return List.of();
    }
    return tx.read(
        em -> {
          InquiryQueries queries = new InquiryQueries(em);
          return switch (kind) {
            case INQUIRY ->
                Stream.concat(
                        queries.named(mine, files, wanted).stream()
                            .map(row -> shown(row, "inquiry.state.", "/inquiries/" + row.key())),
                        new ShownQueries(em)
                            .proposals(files, wanted).stream()
                                .map(
                                    row ->
                                        CountedRows.shown(
                                            row, Refusals.text("agreement-state." + row.what()))))
                    .toList();
            case FIRST_CONTACT ->
                queries.contacts(mine, files, wanted).stream()
                    .map(row -> shown(row, "intake.way.", "/intake/" + row.key()))
                    .toList();
            case OUTREACH ->
                queries.outreach(wanted).stream()
                    .map(row -> new Shown(row.key(), null, row.what(), row.on(), null, List.of()))
                    .toList();
            default -> List.of();
          };
        });
  }

  private static Shown shown(Named row, String words, String href) {
    return new Shown(row.key(), Refusals.text(words + row.what()), null, row.on(), href, List.of());
  }
}
