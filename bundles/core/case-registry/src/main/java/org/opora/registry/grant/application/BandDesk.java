package org.opora.registry.grant.application;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.grant.Grant;
import org.opora.api.grant.spi.GrantLaw.Band;
import org.opora.api.house.Confirmations;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Text;
import org.opora.registry.grant.domain.BandNote;
import org.opora.registry.grant.domain.Expense;
import org.opora.registry.grant.persistence.BandQueries;
import org.opora.registry.grant.persistence.ExpenseQueries;
import org.opora.registry.shared.application.Marks;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the contributions of a year are spent by groups of rights, and why it leaves a band. */
@Component(service = BandDesk.class)
public final class BandDesk {
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
  public BandDesk(
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
   * How the contributions of a year are spent. It names nobody, and holds for the agreements that
   * are open to the viewer: beside the list, another number would tell of those that are not.
   *
   * @throws org.opora.api.faults.NotAllowed when the viewer may not see it
   * @throws NotFound when the viewer does not see every family
   */
  public YearBands of(Viewer viewer, int year) {
    access.require(viewer, Grant.READ);
    if (viewer.reach(Grant.READ) != Reach.ALL) {
      throw new NotFound();
    }
    return tx.read(
        em -> {
          Marks marks = Marks.now(confirmations);
          CentreYear centre = centre(em, marks);
          Set<UUID> closed = centre.closed(door.walled(viewer));
          CentreYear.Sum sum = centre.of(year, closed);
          Map<String, Long> spent = new ExpenseQueries(em).byRight(year, NONE, closed);
          Map<String, BandNote> notes = new BandQueries(em).notes(year);
          Map<StaffId, String> writers =
              staff.names(
                  notes.values().stream().map(BandNote::writer).collect(Collectors.toSet()));
          return new YearBands(
              year,
              sum.agreements(),
              sum.entitled(),
              law.bands(year).stream()
                  .map(
                      band ->
                          line(
                              marks,
                              band,
                              sum.entitled(),
                              in(band, spent),
                              notes.get(band.code()),
                              writers))
                  .toList());
        });
  }

  /** Files whose sums are closed to the viewer. */
  Set<UUID> closed(EntityManager em, Viewer viewer) {
    return centre(em, Marks.now(confirmations)).closed(door.walled(viewer));
  }

  private CentreYear centre(EntityManager em, Marks marks) {
    return new CentreYear(em, new AgreementYears(access, aliases, law, marks));
  }

  private static long in(Band band, Map<String, Long> spent) {
    return band.rights().stream().mapToLong(right -> spent.getOrDefault(right, 0L)).sum();
  }

  private YearBands.Line line(
      Marks marks, Band band, long total, long spent, BandNote note, Map<StaffId, String> writers) {
    int least = band.dated().value().least();
    int most = band.dated().value().most();
    return new YearBands.Line(
        band.code(),
        band.title(),
        least,
        most,
        spent,
        share(spent, total),
        place(spent, total, least, most),
        band.dated().paragraph(),
        marks.mark(law.figures(), band.dated()),
        note == null ? null : note.text(),
        note == null ? null : note.writtenOn(),
        note == null ? null : writers.get(note.writer()),
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

  /**
   * Reckoned over all agreements, whoever decides. How much is spent is not said: it may be of
   * families that are closed to the viewer.
   */
  private Optional<Text> passed(EntityManager em, Expense row, Band band) {
    int year = row.on().getYear();
    long total = centre(em, Marks.now(confirmations)).of(year, Set.of()).entitled();
    long spent = in(band, new ExpenseQueries(em).byRight(year, row.id(), Set.of())) + row.amount();
    int most = band.dated().value().most();
    return place(spent, total, 0, most) == YearBands.Place.ABOVE
        ? Optional.of(
            Refusals.text("grant.band.passed", band.title(), most, band.dated().paragraph()))
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
