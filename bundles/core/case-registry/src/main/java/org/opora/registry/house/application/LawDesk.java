package org.opora.registry.house.application;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.faults.NotFound;
import org.opora.api.house.Confirmations;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.registry.house.domain.LawConfirmation;
import org.opora.registry.house.persistence.HouseQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The dated figures of the law by which the house counts, and who has confirmed them. */
@Component(service = {LawDesk.class, Confirmations.class})
public final class LawDesk implements Confirmations {
  /** The language in which texts of the house are written first. */
  private static final Locale REFERENCE = Locale.forLanguageTag("cs");

  private static final int LINE = 200;
  private static final int NOTE = 1000;
  private static final int WORDING = 2000;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final LawShelf law;
  private final Messages messages;

  @Activate
  public LawDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference LawShelf law,
      @Reference Messages messages) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.law = law;
    this.messages = messages;
  }

  /**
   * A figure on the page.
   *
   * @param set id and version of the pack
   * @param wording what a confirmation covers
   * @param now whether it holds today
   * @param confirmations of this wording, the newest first
   * @param former confirmations of another wording, which say nothing about this one
   */
  public record Row(
      String set,
      LawFigure figure,
      String wording,
      boolean now,
      List<Confirmation> confirmations,
      List<Confirmation> former) {
    public boolean confirmed() {
      return !confirmations.isEmpty();
    }

    /** How far it is confirmed: by somebody asked, or as the pack says. */
    public Trust trust() {
      return confirmed() ? Trust.CONFIRMED : figure.dated().trust();
    }
  }

  /**
   * @param by name of the lawyer or the office
   * @param enteredBy name of a member of staff
   */
  public record Confirmation(
      UUID id, String by, LocalDate on, String note, String enteredBy, LocalDate enteredOn) {}

  public List<Row> all(Viewer viewer) {
    access.require(viewer, House.READ);
    List<LawConfirmation> known = tx.read(em -> new HouseQueries(em).confirmations());
    Map<StaffId, String> names =
        staff.names(known.stream().map(LawConfirmation::enteredBy).collect(Collectors.toSet()));
    return law.figures().stream().map(one -> row(viewer, one, known, names)).toList();
  }

  @Override
  public Set<Figure> confirmed() {
    return sayings().keySet();
  }

  @Override
  public Map<Figure, Said> sayings() {
    List<LawConfirmation> known = tx.read(em -> new HouseQueries(em).confirmations());
    Map<Figure, Said> sayings = new HashMap<>();
    law.figures().stream()
        .map(LawShelf.Shelved::figure)
        .forEach(
            figure ->
                known.stream()
                    .filter(one -> covers(one, figure))
                    .findFirst()
                    .ifPresent(
                        one ->
                            sayings.put(
                                new Figure(figure.id(), figure.dated().from()),
                                new Said(one.confirmedBy(), one.confirmedOn()))));
    return sayings;
  }

  private boolean covers(LawConfirmation one, LawFigure figure) {
    return one.figure().equals(figure.id())
        && one.from().equals(figure.dated().from())
        && one.wording().equals(wording(figure));
  }

  /** The figure itself, and how it reads: an activity may keep its code and become another. */
  private String wording(LawFigure figure) {
    String whole = figure.wording() + " | " + messages.text(REFERENCE, figure.value());
    return whole.length() <= WORDING ? whole : whole.substring(0, WORDING);
  }

  private Row row(
      Viewer viewer,
      LawShelf.Shelved shelved,
      List<LawConfirmation> known,
      Map<StaffId, String> names) {
    LawFigure figure = shelved.figure();
    Map<Boolean, List<Confirmation>> own =
        known.stream()
            .filter(one -> one.figure().equals(figure.id()))
            .filter(one -> one.from().equals(figure.dated().from()))
            .collect(
                Collectors.partitioningBy(
                    one -> covers(one, figure),
                    Collectors.mapping(one -> confirmation(one, names), Collectors.toList())));
    return new Row(
        shelved.set(),
        figure,
        wording(figure),
        figure.dated().holdsOn(viewer.today()),
        own.get(true),
        own.get(false));
  }

  private static Confirmation confirmation(LawConfirmation row, Map<StaffId, String> names) {
    return new Confirmation(
        row.id(),
        row.confirmedBy(),
        row.confirmedOn(),
        row.note(),
        names.get(row.enteredBy()),
        row.enteredOn());
  }

  /**
   * @param from first day of the figure's validity
   * @throws NotFound when no installed pack has it
   */
  public Row one(Viewer viewer, String figure, LocalDate from) {
    return all(viewer).stream()
        .filter(row -> row.figure().id().equals(figure))
        .filter(row -> row.figure().dated().from().equals(from))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Records that somebody who knows the law has confirmed a figure as it stands now.
   *
   * @param wording what was shown to them: if the pack says something else meanwhile, it is refused
   */
  public void confirm(
      Viewer viewer,
      String figure,
      LocalDate from,
      String wording,
      String by,
      LocalDate on,
      String note) {
    access.require(viewer, House.WRITE);
    Row now = one(viewer, figure, from);
    if (!now.wording().equals(wording)) {
      throw Refusals.refused(null, "refused.law-other-wording");
    }
    LocalDate day = Refusals.day("on", on);
    if (day.isAfter(viewer.today())) {
      throw Refusals.refused("on", "refused.house-future", day);
    }
    LawConfirmation row =
        new LawConfirmation(
            Ids.next(),
            figure,
            from,
            now.wording(),
            Refusals.line("by", by, LINE),
            day,
            Refusals.optional("note", note, NOTE),
            viewer.staff(),
            viewer.today());
    tx.run(
        em -> {
          em.persist(row);
          audit.wrote(viewer, "law.confirmed", List.of(), "figure=" + figure);
        });
  }

  /** It was recorded by mistake. */
  public void withdraw(Viewer viewer, UUID confirmation) {
    access.require(viewer, House.WRITE);
    tx.run(
        em -> {
          LawConfirmation row = Held.hold(em, LawConfirmation.class, confirmation);
          if (row.withdrawnOn() == null) {
            row.withdraw(viewer.today(), viewer.staff());
            audit.wrote(viewer, "law.withdrawn", List.of(), "figure=" + row.figure());
          }
        });
  }
}
