package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.FirstContactLaw.Code;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Text;
import org.opora.registry.files.domain.DropReason;
import org.opora.registry.intake.application.InquiryDesk.Capacity;
import org.opora.registry.intake.domain.DisposalKind;
import org.opora.registry.intake.domain.InquiryState;
import org.opora.registry.intake.domain.ReturnFigure;
import org.opora.registry.intake.domain.YearlyReturn;
import org.opora.registry.intake.persistence.DisposalQueries;
import org.opora.registry.intake.persistence.InquiryQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the return on a year says about inquiries: those of first contact, and agreements in
 * preparation that came from none of them. Once it is filed it says for good what was filed; what
 * has been recorded since stands beside it.
 */
@Component(service = ReturnDesk.class)
public final class ReturnDesk {
  public static final String ASKED = "asked";
  public static final String ACCEPTED = "accepted";
  public static final String WITHDRAWN = "withdrawn";
  public static final String NO_CONSENT = "no-consent";
  public static final String REFUSED = "refused";
  public static final String PLACES = "places";
  public static final String USED = "used";

  /** Before the code of a reason. */
  public static final String GROUND = "ground ";

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final ContactLaw law;
  private final DisposalDesk disposals;

  @Activate
  public ReturnDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference ContactLaw law,
      @Reference DisposalDesk disposals) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.law = law;
    this.disposals = disposals;
  }

  /**
   * One figure of the return.
   *
   * @param count as filed, or as it stands while it is not filed; null when it was not in the filed
   *     return
   * @param now as it stands today; null when it is still the same
   */
  public record Figure(String code, Text what, Integer count, Integer now) {}

  /**
   * @param rows capacity on the last day of the year, or today while it lasts; refusals by reason,
   *     every reason of the law, also with none
   * @param due last day for filing; null when no law pack knows
   * @param filedOn null until it has been filed
   * @param readable inquiries that came to nothing and still hold a name
   * @param disposal proposal to delete them that waits for a decision, or null
   */
  public record Figures(
      int year,
      boolean over,
      List<Figure> rows,
      LocalDate due,
      LocalDate filedOn,
      String filedBy,
      int readable,
      UUID disposal) {
    public Figures {
      rows = List.copyOf(rows);
    }

    /** Whether something has been recorded since that the filed return does not say. */
    public boolean changed() {
      return rows.stream().anyMatch(row -> row.now() != null);
    }

    /** The figure with this code; null when there is none. */
    public Integer count(String code) {
      return rows.stream()
          .filter(row -> row.code().equals(code))
          .map(Figure::count)
          .findFirst()
          .orElse(null);
    }
  }

  /** The figures of a year, of the whole centre. */
  public Figures of(Viewer viewer, int year) {
    access.require(viewer, Intake.RETURN);
    return tx.read(em -> figures(em, viewer, year));
  }

  /** Years of which something is recorded, the newest first. */
  public List<Integer> years(Viewer viewer) {
    access.require(viewer, Intake.RETURN);
    return tx.read(
        em ->
            new InquiryQueries(em)
                .years().stream()
                    .filter(year -> year <= viewer.today().getYear())
                    .sorted(Comparator.reverseOrder())
                    .toList());
  }

  /**
   * Whether there is a return on the year: on those of which something is recorded, and on every
   * one since the first agreement, also when nobody asked for anything in it.
   */
  public boolean due(Viewer viewer, int year) {
    access.require(viewer, Intake.RETURN);
    int now = viewer.today().getYear();
    if (year > now) {
      return false;
    }
    return year >= now - 1
        || tx.read(
            em -> {
              InquiryQueries queries = new InquiryQueries(em);
              LocalDate first = queries.firstAgreement();
              return first != null && year >= first.getYear() || queries.years().contains(year);
            });
  }

  private Figures figures(EntityManager em, Viewer viewer, int year) {
    YearlyReturn filed = em.find(YearlyReturn.class, year);
    Map<String, Integer> now = reckon(em, viewer, year);
    Map<String, Integer> then = new LinkedHashMap<>();
    if (filed != null) {
      new InquiryQueries(em).filed(year).forEach(row -> then.put(row.code(), row.amount()));
    }
    DisposalQueries words = new DisposalQueries(em);
    return new Figures(
        year,
        viewer.today().isAfter(LocalDate.of(year, 12, 31)),
        then.isEmpty() ? rows(now, now) : rows(then, now),
        law.returnDue(year).orElse(null),
        filed == null ? null : filed.filedOn(),
        filed == null ? null : staff.names(Set.of(filed.filedBy())).get(filed.filedBy()),
        words.nothing(year).size(),
        words.waiting(DisposalKind.RETURN, year).orElse(null));
  }

  private List<Figure> rows(Map<String, Integer> then, Map<String, Integer> now) {
    Set<String> codes = new LinkedHashSet<>(then.keySet());
    codes.addAll(now.keySet());
    List<Figure> rows = new ArrayList<>();
    for (String code : codes) {
      Integer count = then.get(code);
      // A figure that is gone since is none now; a reason without refusals says nothing new.
      Integer today = now.getOrDefault(code, 0);
      boolean same = today.equals(count == null ? Integer.valueOf(0) : count);
      if (count != null || !same) {
        rows.add(new Figure(code, what(code), count, same ? null : today));
      }
    }
    return rows;
  }

  private Text what(String code) {
    return code.startsWith(GROUND)
        ? Refusals.text("return.reason", law.words(code.substring(GROUND.length())))
        : Refusals.text("return." + code);
  }

  /** By code, in the order of the return. */
  private Map<String, Integer> reckon(EntityManager em, Viewer viewer, int year) {
    InquiryQueries queries = new InquiryQueries(em);
    LocalDate end = LocalDate.of(year, 12, 31);
    Map<String, Integer> figures = new LinkedHashMap<>();
    figures.put(ASKED, queries.asked(year) + queries.begun(year));
    figures.put(ACCEPTED, queries.count(InquiryState.ACCEPTED, null, year) + queries.signed(year));
    Map<String, Integer> dropped = new TreeMap<>(queries.dropped(year));
    figures.put(
        WITHDRAWN,
        queries.count(InquiryState.WITHDRAWN, null, year)
            + taken(dropped, DropReason.WITHDRAWN.name()));
    figures.put(NO_CONSENT, taken(dropped, DropReason.NOT_CONSENTED.name()));
    figures.put(
        REFUSED,
        queries.count(InquiryState.REFUSED, null, year)
            + dropped.values().stream().mapToInt(Integer::intValue).sum());
    Stream.of(
            law.grounds(end).stream().map(Code::code),
            queries.grounds(year).stream().sorted(),
            dropped.keySet().stream())
        .flatMap(codes -> codes)
        .distinct()
        .forEach(
            ground ->
                figures.put(
                    GROUND + ground,
                    queries.count(InquiryState.REFUSED, ground, year)
                        + dropped.getOrDefault(ground, 0)));
    Capacity capacity =
        InquiryRules.capacity(em, end.isAfter(viewer.today()) ? viewer.today() : end);
    if (capacity.places() != null) {
      figures.put(PLACES, capacity.places());
    }
    figures.put(USED, capacity.used());
    return figures;
  }

  /** What is nobody's refusal has a figure of its own; what is left is refused. */
  private static int taken(Map<String, Integer> dropped, String reason) {
    Integer count = dropped.remove(reason);
    return count == null ? 0 : count;
  }

  /**
   * The return on the year has been filed: what it says is kept, and the words of the inquiries
   * that came to nothing in it are proposed for deletion. Nothing is deleted here. Asked again, it
   * proposes what has come to nothing since.
   *
   * @param approver who is asked to approve the deletion; null when nobody else could be, or there
   *     is nothing to delete
   * @return the proposal; null when there is nothing to delete
   * @throws org.opora.api.faults.Refused while the year lasts, or when it is filed already and
   *     nothing is left to delete
   */
  public UUID file(Viewer viewer, int year, LocalDate filedOn, StaffId approver) {
    access.require(viewer, Intake.RETURN);
    LocalDate on = Refusals.day("filedOn", filedOn);
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("filedOn", "refused.future", on);
    }
    if (on.getYear() <= year) {
      throw Refusals.refused("filedOn", "refused.return-too-early", year);
    }
    return tx.required(
        em -> {
          boolean nothing = new DisposalQueries(em).nothing(year).isEmpty();
          if (em.find(YearlyReturn.class, year) == null) {
            freeze(em, viewer, year, on);
          } else if (nothing) {
            throw Refusals.refused(null, "refused.inquiry-filed", year);
          }
          return nothing ? null : disposals.propose(viewer, DisposalKind.RETURN, year, approver);
        });
  }

  private void freeze(EntityManager em, Viewer viewer, int year, LocalDate on) {
    em.persist(new YearlyReturn(year, on, viewer.staff()));
    em.flush();
    int place = 0;
    for (Map.Entry<String, Integer> figure : reckon(em, viewer, year).entrySet()) {
      em.persist(new ReturnFigure(year, figure.getKey(), place, figure.getValue()));
      place++;
    }
    audit.wrote(viewer, "inquiry.return-filed", List.of(), "year=" + year);
  }
}
