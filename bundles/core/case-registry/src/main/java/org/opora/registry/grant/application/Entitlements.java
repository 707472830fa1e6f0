package org.opora.registry.grant.application;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.disability.Dependency.Degree;
import org.opora.api.duties.spi.FirstContactLaw.Code;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.grant.ExpenseState;
import org.opora.api.grant.Grant;
import org.opora.api.grant.spi.GrantLaw.Band;
import org.opora.api.house.Confirmations;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Text;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.grant.domain.BandNote;
import org.opora.registry.grant.domain.Expense;
import org.opora.registry.grant.domain.Facts;
import org.opora.registry.grant.domain.MonthLine;
import org.opora.registry.grant.domain.Receipt;
import org.opora.registry.grant.domain.Settlement;
import org.opora.registry.grant.domain.Settling;
import org.opora.registry.grant.domain.Span;
import org.opora.registry.grant.domain.Twelfths;
import org.opora.registry.grant.persistence.AgreementQueries;
import org.opora.registry.grant.persistence.ExpenseQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Marks;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.tasks.persistence.FileLabel;
import org.opora.registry.tasks.persistence.LabelQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What belongs to agreements month by month, what came for them, and what is to be settled when one
 * ends. Nothing is stored of what can be reckoned from the facts.
 */
@Component(service = Entitlements.class)
public final class Entitlements {
  private static final int LONGEST_PAGE = 100;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final UUID NONE = new UUID(0, 0);
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Aliases aliases;
  private final Staff staff;
  private final Confirmations confirmations;
  private final GrantBook law;
  private final GrantDoor door;

  @Activate
  public Entitlements(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference Staff staff,
      @Reference Confirmations confirmations,
      @Reference GrantBook law) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.aliases = aliases;
    this.staff = staff;
    this.confirmations = confirmations;
    this.law = law;
    this.door = new GrantDoor(tx, access, audit, aliases);
  }

  /**
   * Agreements in force on some day of the year, or for which money came that year, the newest
   * first; without those of a family with a child behind a wall.
   *
   * @param file null for all
   * @param ended only those whose last day lies in the year
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<AgreementYear> list(
      Viewer viewer, int year, CaseFileId file, boolean ended, String after, int limit) {
    if (file == null) {
      access.require(viewer, Grant.READ);
    } else {
      door.open(viewer, Grant.READ, file);
    }
    Set<UUID> walled = door.walled(viewer);
    return tx.read(
        em -> {
          Page<Agreement> rows =
              new AgreementQueries(em)
                  .page(
                      access.scope(viewer, Grant.READ),
                      year,
                      file,
                      ended,
                      walled,
                      after,
                      Cursors.within(limit, LONGEST_PAGE));
          return new Page<>(years(em, viewer, rows.items(), year), rows.next());
        });
  }

  /**
   * @throws NotFound also when the viewer may not know of it
   */
  public AgreementYear view(Viewer viewer, AgreementId agreement, int year) {
    Agreement row = held(viewer, Grant.READ, agreement);
    return tx.read(em -> years(em, viewer, List.of(row), year).get(0));
  }

  /** What came for an agreement and a year, the oldest first. */
  public List<Receipt> receipts(Viewer viewer, AgreementId agreement, int year) {
    held(viewer, Grant.READ, agreement);
    return tx.read(em -> new AgreementQueries(em).receipts(List.of(agreement.value()), year));
  }

  private Agreement held(Viewer viewer, String permission, AgreementId agreement) {
    Agreement row = tx.read(em -> Held.load(em, Agreement.class, agreement.value()));
    door.sums(viewer, permission, row.file());
    return row;
  }

  /** Whether a wall at a child keeps the sums of the family from the viewer. */
  public boolean partClosed(Viewer viewer, CaseFileId file) {
    door.open(viewer, Grant.READ, file);
    return door.partClosed(viewer, file);
  }

  private List<AgreementYear> years(
      EntityManager em, Viewer viewer, List<Agreement> rows, int year) {
    if (rows.isEmpty()) {
      return List.of();
    }
    AgreementQueries queries = new AgreementQueries(em);
    Set<UUID> keys = rows.stream().map(Agreement::id).collect(Collectors.toSet());
    Map<UUID, Facts> facts = facts(queries, rows, year);
    Map<UUID, Long> received = queries.received(keys, year);
    Map<UUID, List<Settlement>> settled = queries.settlements(keys);
    Map<UUID, Map<ExpenseState, Long>> sums = new ExpenseQueries(em).sums(keys, year);
    Map<CaseFileId, FileLabel> files =
        viewer.may(CaseFiles.READ)
            ? new LabelQueries(em)
                .files(
                    access.scope(viewer, CaseFiles.READ),
                    rows.stream().map(Agreement::file).collect(Collectors.toSet()))
            : Map.of();
    Twelfths twelfths = twelfths();
    List<AgreementYear> all = new ArrayList<>();
    for (Agreement row : rows) {
      List<MonthLine> months = twelfths.of(facts.get(row.id()), year);
      Map<ExpenseState, Long> spent = sums.getOrDefault(row.id(), Map.of());
      Long came = received.get(row.id());
      all.add(
          new AgreementYear(
              new AgreementId(row.id()),
              row.file(),
              files.get(row.file()),
              row.kind(),
              row.concludedOn(),
              row.endedOn(),
              year,
              months,
              facts.get(row.id()).doubtful(year),
              Twelfths.sum(months),
              came,
              spent.getOrDefault(ExpenseState.APPROVED, 0L),
              spent.getOrDefault(ExpenseState.PAID, 0L),
              settling(twelfths, row, facts.get(row.id()), year, came),
              row.endedOn() != null && !row.endedOn().isAfter(viewer.today()),
              settled(settled.getOrDefault(row.id(), List.of()), row.endedOn(), true)
                  .findFirst()
                  .orElse(null),
              settled(settled.getOrDefault(row.id(), List.of()), row.endedOn(), false).toList()));
    }
    return all;
  }

  /** What was done after the end on this day, or after all others. */
  private static Stream<AgreementYear.Settled> settled(
      List<Settlement> rows, LocalDate lastDay, boolean ofThisEnd) {
    return rows.stream()
        .filter(row -> row.lastDay().equals(lastDay) == ofThisEnd)
        .map(
            row ->
                new AgreementYear.Settled(
                    row.version(),
                    row.lastDay(),
                    row.reportedOn(),
                    row.returned(),
                    row.returnedOn()));
  }

  private Settling settling(
      Twelfths twelfths, Agreement row, Facts facts, int year, Long received) {
    LocalDate last = row.endedOn();
    if (row.neverBegan()) {
      return received == null
          ? null
          : new Settling(last, 0, 0, received, law.reportBy(last), law.returnBy(year));
    }
    if (last == null || last.getYear() != year) {
      return null;
    }
    return new Settling(
        last,
        whole(twelfths, facts, year),
        Twelfths.sum(twelfths.of(facts, year)),
        received,
        law.reportBy(last),
        law.returnBy(year));
  }

  private Twelfths twelfths() {
    return law.twelfths(Marks.now(confirmations));
  }

  /** What the contribution does not pay on the day. */
  public List<Code> notPaid(LocalDate day) {
    return law.notPaid(day, Marks.now(confirmations));
  }

  /** What would have belonged to the year, had nothing changed after the last day. */
  private static long whole(Twelfths twelfths, Facts facts, int year) {
    LocalDate last = facts.agreement().until();
    List<List<Span>> children =
        facts.children().stream().map(stays -> lasting(stays, last)).toList();
    Facts lasting =
        new Facts(
            facts.kind(),
            new Span(facts.agreement().from(), null),
            facts.earlier(),
            children,
            lasting(facts.dependent(), last),
            facts.doubtful());
    return Twelfths.sum(twelfths.of(lasting, year));
  }

  private static List<Span> lasting(List<Span> spans, LocalDate last) {
    return spans.stream().map(span -> span.on(last) ? new Span(span.from(), null) : span).toList();
  }

  private Map<UUID, Facts> facts(AgreementQueries queries, List<Agreement> rows, int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    Collection<Degree> counted =
        law.amounts().stream()
            .filter(amount -> amount.holdsOn(first))
            .findFirst()
            .map(Parameter::value)
            .map(amount -> amount.degrees())
            .orElse(List.of());
    return new FactsOf(queries, aliases, counted).of(rows);
  }

  /**
   * Writes down what came.
   *
   * @param amount in haléře, more than 0
   */
  public UUID receive(Viewer viewer, AgreementId agreement, int year, long amount, LocalDate on) {
    Agreement row = held(viewer, Grant.APPROVE, agreement);
    LocalDate day = past(viewer, "receivedOn", on);
    ExpenseCheck.sum("received", amount);
    known(viewer, row, year);
    if (day.isBefore(row.concludedOn())) {
      throw Refusals.refused(
          "receivedOn", "grant.refused.before-agreement", day, row.concludedOn());
    }
    return tx.required(
        em -> {
          Receipt receipt =
              new Receipt(Ids.next(), row.file(), agreement, year, amount, day, viewer.staff());
          em.persist(receipt);
          wrote(viewer, "grant.received", row.file(), "receipt=" + receipt.id());
          return receipt.id();
        });
  }

  /** A receipt was written down by mistake: it stays there, and counts no more. */
  public void notReceived(Viewer viewer, UUID receipt) {
    Receipt before = tx.read(em -> Held.load(em, Receipt.class, receipt));
    door.sums(viewer, Grant.APPROVE, before.file());
    tx.run(
        em -> {
          Receipt row = Held.hold(em, Receipt.class, receipt);
          if (row.struckOn() != null) {
            throw Refusals.refused(null, "grant.refused.struck");
          }
          row.struck(viewer.staff(), viewer.today());
          wrote(viewer, "grant.not-received", before.file(), "receipt=" + receipt);
        });
  }

  /** Of which agreement and year a receipt is. */
  public Receipt receipt(Viewer viewer, UUID receipt) {
    Receipt row = tx.read(em -> Held.load(em, Receipt.class, receipt));
    door.sums(viewer, Grant.READ, row.file());
    return row;
  }

  private static void known(Viewer viewer, Agreement row, int year) {
    if (year > viewer.today().getYear() + 1
        || row.concludedOn().getYear() > year
        || row.endedOn() != null && row.endedOn().getYear() < year) {
      throw Refusals.refused(null, "grant.refused.year", String.valueOf(year));
    }
  }

  /**
   * Writes down what was done after the end of an agreement.
   *
   * @param version 0 while nothing was, since that last day
   * @param reported null while nobody has reported it
   * @param returned in haléře; null exactly when {@code on} is
   * @throws org.opora.api.faults.Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused when the agreement lasts, or beside the field
   */
  public void settle(
      Viewer viewer,
      AgreementId agreement,
      long version,
      LocalDate reported,
      Long returned,
      LocalDate on) {
    Agreement row = held(viewer, Grant.APPROVE, agreement);
    LocalDate last = row.endedOn();
    if (last == null || last.isAfter(viewer.today())) {
      throw Refusals.refused(null, "grant.refused.lasts");
    }
    if (reported != null) {
      past(viewer, "reportedOn", reported);
    }
    if (returned != null && on == null) {
      throw Refusals.refused("returnedOn", "refused.required");
    }
    if (returned != null) {
      ExpenseCheck.sum("returned", returned);
    }
    if (returned == null && on != null) {
      throw Refusals.refused("returned", "refused.required");
    }
    if (on != null) {
      past(viewer, "returnedOn", on);
    }
    if (reported == null && on == null) {
      throw Refusals.refused("reportedOn", "grant.refused.nothing-done");
    }
    tx.run(
        em -> {
          if (!last.equals(Held.hold(em, Agreement.class, agreement.value()).endedOn())) {
            throw new Stale();
          }
          Settlement settlement =
              new AgreementQueries(em)
                      .settlements(List.of(agreement.value()))
                      .getOrDefault(agreement.value(), List.of())
                      .stream()
                      .filter(one -> one.lastDay().equals(last))
                      .findFirst()
                      .orElse(null);
          Refusals.fresh(settlement == null ? 0 : settlement.version(), version);
          if (settlement == null) {
            settlement = new Settlement(Ids.next(), agreement, last, row.file());
            settlement.says(reported, returned, on, viewer.staff());
            em.persist(settlement);
          } else {
            settlement.says(reported, returned, on, viewer.staff());
          }
          wrote(viewer, "grant.settled", row.file(), "agreement=" + agreement);
        });
  }

  private static LocalDate past(Viewer viewer, String field, LocalDate on) {
    LocalDate day = Refusals.day(field, on);
    if (day.isAfter(viewer.today())) {
      throw Refusals.refused(field, "refused.future", day);
    }
    return day;
  }

  private void wrote(Viewer viewer, String action, CaseFileId file, String detail) {
    audit.wrote(viewer, action, List.of(Subject.of(file)), detail);
  }

  /** Whether the viewer sees the money of every family, and so may add it up. */
  public boolean seesAll(Viewer viewer) {
    return viewer.reach(Grant.READ) == Reach.ALL;
  }

  /**
   * How the contributions of a year are spent. It names nobody, and holds for all agreements.
   *
   * @throws org.opora.api.faults.NotAllowed when the viewer may not see it
   * @throws NotFound when the viewer does not see every family
   */
  public YearBands bands(Viewer viewer, int year) {
    access.require(viewer, Grant.READ);
    if (!seesAll(viewer)) {
      throw new NotFound();
    }
    return tx.read(
        em -> {
          AgreementQueries queries = new AgreementQueries(em);
          List<Agreement> rows = queries.all(year);
          long total = total(queries, rows, year);
          Map<String, Long> spent = new ExpenseQueries(em).byRight(year, NONE);
          Marks marks = Marks.now(confirmations);
          List<YearBands.Line> lines = new ArrayList<>();
          for (Band band : law.bands(year)) {
            lines.add(line(em, marks, band, year, total, in(band, spent)));
          }
          return new YearBands(year, rows.size(), total, lines);
        });
  }

  private long total(AgreementQueries queries, List<Agreement> rows, int year) {
    Twelfths twelfths = twelfths();
    return facts(queries, rows, year).values().stream()
        .mapToLong(facts -> Twelfths.sum(twelfths.of(facts, year)))
        .sum();
  }

  private static long in(Band band, Map<String, Long> spent) {
    return band.rights().stream().mapToLong(right -> spent.getOrDefault(right, 0L)).sum();
  }

  private YearBands.Line line(
      EntityManager em, Marks marks, Band band, int year, long total, long spent) {
    int least = band.dated().value().least();
    int most = band.dated().value().most();
    BandNote note = em.find(BandNote.class, BandNote.key(year, band.code()));
    StaffId writer = note == null ? null : note.writer();
    return new YearBands.Line(
        band.code(),
        band.title(),
        least,
        most,
        spent,
        share(spent, total),
        place(spent, total, least, most),
        band.dated().paragraph(),
        marks.of(law.figures(), band.dated()),
        note == null ? null : note.text(),
        note == null ? null : note.writtenOn(),
        writer == null ? null : staff.names(Set.of(writer)).get(writer),
        note == null ? 0 : note.version());
  }

  /** Compared in haléře, so that no rounding lets anything pass. */
  private static YearBands.Place place(long spent, long total, int least, int most) {
    long hundredfold = spent * HUNDRED.intValue();
    if (hundredfold > total * most) {
      return YearBands.Place.ABOVE;
    }
    return hundredfold < total * least ? YearBands.Place.BELOW : YearBands.Place.WITHIN;
  }

  private static BigDecimal share(long spent, long total) {
    return total == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(spent)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(total), 1, RoundingMode.HALF_UP);
  }

  /**
   * @throws org.opora.api.faults.Refused when this expense would pass the most of its band; what
   *     was said of the year or of a cap says nothing of it
   */
  void withinBand(EntityManager em, Expense row) {
    for (Band band : bandsOf(row)) {
      passed(em, row, band)
          .ifPresent(
              said -> {
                throw Refusals.refused(
                    "bandReason", "grant.refused.band", said.arguments().toArray());
              });
    }
  }

  /** The band that would be passed if this expense were approved; empty when none would. */
  Optional<Text> bandPassed(Expense row) {
    return tx.read(
        em -> bandsOf(row).stream().flatMap(band -> passed(em, row, band).stream()).findFirst());
  }

  private List<Band> bandsOf(Expense row) {
    return row.right() == null
        ? List.of()
        : law.bands(row.on().getYear()).stream()
            .filter(band -> band.rights().contains(row.right()))
            .toList();
  }

  private Optional<Text> passed(EntityManager em, Expense row, Band band) {
    int year = row.on().getYear();
    AgreementQueries queries = new AgreementQueries(em);
    long total = total(queries, queries.all(year), year);
    long spent = in(band, new ExpenseQueries(em).byRight(year, row.id())) + row.amount();
    int most = band.dated().value().most();
    return place(spent, total, 0, most) == YearBands.Place.ABOVE
        ? Optional.of(
            Refusals.text(
                "grant.band.passed",
                band.title(),
                share(spent, total),
                most,
                band.dated().paragraph()))
        : Optional.empty();
  }

  /**
   * Writes down why the spending of a year leaves a band.
   *
   * @param version 0 while there is no reason
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void justify(Viewer viewer, int year, String band, long version, String text) {
    access.require(viewer, Grant.APPROVE);
    if (viewer.reach(Grant.APPROVE) != Reach.ALL
        || law.bands(year).stream().noneMatch(one -> one.code().equals(band))) {
      throw new NotFound();
    }
    String words = Refusals.line("text", text, ExpenseCheck.TEXT);
    tx.run(
        em -> {
          BandNote note = em.find(BandNote.class, BandNote.key(year, band));
          Refusals.fresh(note == null ? 0 : note.version(), version);
          if (note == null) {
            note = new BandNote(year, band);
            note.says(words, viewer.today(), viewer.staff());
            em.persist(note);
          } else {
            note.says(words, viewer.today(), viewer.staff());
          }
          audit.wrote(viewer, "grant.justified", List.of(), "band=" + band + ";year=" + year);
        });
  }
}
