package org.opora.registry.intake.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.api.paging.Page;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Period;
import org.opora.registry.counts.persistence.Counting;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.files.domain.Proposal;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.InquiryCorrection;
import org.opora.registry.intake.domain.ReturnFigure;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.Sql;

/** Reads of inquiries. */
public final class InquiryQueries {
  private static final String INQUIRY = "CASE_REGISTRY.INQUIRY t";
  private final EntityManager em;

  public InquiryQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * The newest first; the waiting list by the day since when they wait.
   *
   * @param mine how far the viewer sees entries of intake
   * @param files how far the viewer sees case files: it decides once there is one
   * @param which of them
   */
  public Page<Inquiry> page(Scope mine, Scope files, Which which, String after, int limit) {
    boolean waiting = which == Which.WAITING;
    String day = waiting ? "t.WAITING_SINCE" : "t.ASKED_ON";
    Clause query =
        Clause.of("SELECT t.ID FROM " + INQUIRY + " WHERE ")
            .then(seen(mine, files))
            .then(
                switch (which) {
                  case OPEN -> " AND t.STATE IN ('NEW', 'OFFERED', 'WAITING')";
                  case WAITING -> " AND t.STATE = 'WAITING'";
                  case ALL -> "";
                })
            .then(beyond(day, waiting, Cursors.key(after)))
            .then(
                " ORDER BY "
                    + day
                    + (waiting ? ", t.ID" : " DESC, t.ID DESC")
                    + " FETCH FIRST ? ROWS ONLY",
                limit + 1);
    Page<UUID> keys = Cursors.page(Sql.query(em, query, row -> Sql.key(row, 1)), limit, key -> key);
    return new Page<>(rows(keys.items()), keys.next());
  }

  /** Which inquiries. */
  public enum Which {
    OPEN,
    WAITING,
    ALL
  }

  /**
   * One's own, or all; where there is a file, whoever may see the file, and nobody else. The alias
   * is {@code t}; the columns are those of every table of first contact.
   */
  static Clause seen(Scope mine, Scope files) {
    Clause own =
        switch (mine.reach()) {
          case NONE -> Clause.of("1 = 0");
          case ALL -> Clause.of("1 = 1");
          case OWN ->
              Clause.of(
                  "(t.DOER = ? OR t.RECORDED_BY = ?)", mine.staff().value(), mine.staff().value());
        };
    Clause linked =
        files.reach() == Reach.OWN
            ? Clause.of("EXISTS (SELECT r.ID FROM ACCESS.RELATION r WHERE r.SUBJECT = t.FILE AND ")
                .then(Clause.scope(files, "t.FILE"))
                .then(")")
            : Clause.scope(files, "t.FILE");
    return mine.reach() == Reach.NONE
        ? own
        : Clause.of("(t.FILE IS NULL AND ")
            .then(own)
            .then(" OR t.FILE IS NOT NULL AND ")
            .then(linked)
            .then(")");
  }

  /**
   * A record of first contact as a list names it.
   *
   * @param what code of what it is
   */
  public record Named(UUID key, String what, LocalDate on) {}

  /** Of these inquiries those that the viewer may see. */
  public List<Named> named(Scope mine, Scope files, List<UUID> keys) {
    return named(em, "t.STATE, t.ASKED_ON FROM " + INQUIRY, seen(mine, files), keys);
  }

  /** Of these first contacts those that the viewer may see. */
  public List<Named> contacts(Scope mine, Scope files, List<UUID> keys) {
    return named(
        em, "t.WAY, t.CAME_ON FROM CASE_REGISTRY.FIRST_CONTACT t", seen(mine, files), keys);
  }

  /** Of these entries of outreach, which name nobody, all. */
  public List<Named> outreach(List<UUID> keys) {
    return named(
        em, "t.PLACE, t.HELD_ON FROM CASE_REGISTRY.REACH_ENTRY t", Clause.of("1 = 1"), keys);
  }

  private static List<Named> named(EntityManager em, String what, Clause seen, List<UUID> keys) {
    return Chunks.ask(
        keys,
        some ->
            Sql.query(
                em,
                Clause.of("SELECT t.ID, " + what + " WHERE ")
                    .then(Clause.in("t.ID", some))
                    .and(seen),
                row -> new Named(Sql.key(row, 1), row.getString(2), Sql.day(row, 3))));
  }

  private Clause beyond(String day, boolean forward, UUID last) {
    Inquiry row = last == null ? null : em.find(Inquiry.class, last);
    LocalDate place = row == null ? null : forward ? row.waitingSince() : row.askedOn();
    if (place == null) {
      return Clause.of("");
    }
    String sign = forward ? " > ?" : " < ?";
    return Clause.of(
        " AND (" + day + sign + " OR (" + day + " = ? AND t.ID" + sign + "))", place, place, last);
  }

  private List<Inquiry> rows(List<UUID> keys) {
    Map<UUID, Inquiry> rows = new HashMap<>();
    Chunks.ask(
            keys,
            some ->
                em.createQuery("SELECT t FROM Inquiry t WHERE t.id IN :keys", Inquiry.class)
                    .setParameter("keys", some)
                    .getResultList())
        .forEach(row -> rows.put(row.id(), row));
    return keys.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  /** Places of these on the waiting list, the first one being 1. */
  public Map<UUID, Integer> places(List<UUID> waiting) {
    Map<UUID, Integer> places = new HashMap<>();
    Chunks.ask(
            waiting,
            some ->
                Sql.query(
                    em,
                    Clause.of(
                            "SELECT t.ID, COUNT(w.ID) FROM "
                                + INQUIRY
                                + " JOIN CASE_REGISTRY.INQUIRY w ON w.STATE = 'WAITING'"
                                + " AND (w.WAITING_SINCE < t.WAITING_SINCE"
                                + " OR w.WAITING_SINCE = t.WAITING_SINCE AND w.ID <= t.ID)"
                                + " WHERE t.STATE = 'WAITING' AND ")
                        .then(Clause.in("t.ID", some))
                        .then(" GROUP BY t.ID"),
                    row -> Map.entry(Sql.key(row, 1), row.getInt(2))))
        .forEach(place -> places.put(place.getKey(), place.getValue()));
    return places;
  }

  /** The inquiry that came of a first contact. */
  public Optional<Inquiry> of(UUID contact) {
    return em.createQuery("SELECT i FROM Inquiry i WHERE i.contact = :contact", Inquiry.class)
        .setParameter("contact", contact)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** What stood before it was put right, the newest first. */
  public List<InquiryCorrection> corrections(UUID inquiry) {
    return em.createQuery(
            "SELECT c FROM InquiryCorrection c WHERE c.inquiry = :inquiry ORDER BY c.id DESC",
            InquiryCorrection.class)
        .setParameter("inquiry", inquiry)
        .getResultList();
  }

  /** Agreements in force on the day: each takes one place. */
  public int inForce(LocalDate day) {
    return em.createQuery(
            "SELECT COUNT(a.id) FROM Agreement a WHERE a.concludedOn <= :day AND (a.endedOn IS NULL"
                + " OR a.endedOn >= :day)",
            Long.class)
        .setParameter("day", day)
        .getSingleResult()
        .intValue();
  }

  /**
   * Why agreements in preparation that came from no inquiry came to nothing in the period. What
   * asked for no reason then is not among them.
   */
  public List<String> dropped(Period period) {
    return em.createQuery(
            "SELECT DISTINCT s.reason FROM ProposalStep s JOIN Proposal p ON p.id = s.proposal"
                + " WHERE s.state = :dropped AND s.day BETWEEN :first AND :last"
                + " AND s.reason IS NOT NULL AND p.inquiry IS NULL",
            String.class)
        .setParameter("dropped", AgreementState.DROPPED)
        .setParameter("first", period.from())
        .setParameter("last", period.until())
        .getResultList();
  }

  /** Agreements in preparation of the file that came from no inquiry, the newest first. */
  public List<Proposal> open(CaseFileId file) {
    return em.createQuery(
            "SELECT p FROM Proposal p WHERE p.file = :file AND p.inquiry IS NULL AND p.state NOT IN"
                + " :settled ORDER BY p.begunOn DESC, p.id DESC",
            Proposal.class)
        .setParameter("file", file.value())
        .setParameter("settled", List.of(AgreementState.SIGNED, AgreementState.DROPPED))
        .getResultList();
  }

  /** Agreements in preparation that go on from this inquiry, whatever became of them. */
  public List<Proposal> following(UUID inquiry) {
    return em.createQuery("SELECT p FROM Proposal p WHERE p.inquiry = :inquiry", Proposal.class)
        .setParameter("inquiry", inquiry)
        .getResultList();
  }

  /** Reasons that were given in the period, also those of a law pack that is away. */
  public List<String> grounds(Period period) {
    return em.createQuery(
            "SELECT DISTINCT i.ground FROM Inquiry i WHERE i.ground IS NOT NULL AND i.stateOn"
                + " BETWEEN :first AND :last",
            String.class)
        .setParameter("first", period.from())
        .setParameter("last", period.until())
        .getResultList();
  }

  /** Years in which something was recorded that a return counts, or whose return is filed. */
  public Set<Integer> years() {
    Set<Integer> years =
        new HashSet<>(
            em.createQuery("SELECT r.year FROM YearlyReturn r", Integer.class).getResultList());
    for (String days :
        List.of(
            "SELECT DISTINCT i.askedOn FROM Inquiry i",
            "SELECT DISTINCT i.stateOn FROM Inquiry i WHERE i.stateOn IS NOT NULL",
            "SELECT DISTINCT p.begunOn FROM Proposal p WHERE p.inquiry IS NULL",
            "SELECT DISTINCT p.signedOn FROM Proposal p WHERE p.inquiry IS NULL"
                + " AND p.signedOn IS NOT NULL",
            "SELECT DISTINCT s.day FROM ProposalStep s JOIN Proposal p ON p.id = s.proposal"
                + " WHERE p.inquiry IS NULL AND s.reason IS NOT NULL")) {
      em.createQuery(days, LocalDate.class)
          .getResultList()
          .forEach(day -> years.add(day.getYear()));
    }
    return years;
  }

  /** First day of the first agreement of the centre; null when there is none. */
  public LocalDate firstAgreement() {
    return em.createQuery("SELECT MIN(a.concludedOn) FROM Agreement a", LocalDate.class)
        .getSingleResult();
  }

  /**
   * What a figure of a filed return was counted from, in the order of the keys.
   *
   * @param after null for the first ones
   */
  public List<Counted> filed(int year, String figure, UUID after, int limit) {
    Clause rows =
        Clause.of(
            "SELECT t.COUNTED, t.AMOUNT FROM CASE_REGISTRY.RETURN_ROW t"
                + " WHERE t.YEAR_NO = ? AND t.FIGURE = ?",
            year,
            figure);
    return Sql.query(
        em,
        (after == null ? rows : rows.then(" AND t.COUNTED > ?", after))
            .then(" ORDER BY t.COUNTED FETCH FIRST ? ROWS ONLY", limit),
        row -> new Counted(Sql.key(row, 1), row.getLong(2)));
  }

  /**
   * Keeps what a figure of a return is counted from, and says what it adds up to.
   *
   * @param figure its code in the return
   */
  public long keep(int year, String figure, Counting counting) {
    Sql.change(
        em,
        Clause.of(
                "INSERT INTO CASE_REGISTRY.RETURN_ROW (YEAR_NO, FIGURE, COUNTED, AMOUNT)"
                    + " SELECT CAST(? AS INTEGER), CAST(? AS VARCHAR(60)), x.K, x.N FROM (",
                year,
                figure)
            .then(counting.keys())
            .then(") x"));
    return Sql.query(
            em,
            Clause.of(
                "SELECT COALESCE(SUM(t.AMOUNT), 0) FROM CASE_REGISTRY.RETURN_ROW t"
                    + " WHERE t.YEAR_NO = ? AND t.FIGURE = ?",
                year,
                figure),
            row -> row.getLong(1))
        .get(0);
  }

  /** Figures of a filed return whose lists were kept. */
  public Set<String> kept(int year) {
    return new HashSet<>(
        Sql.query(
            em,
            Clause.of(
                "SELECT DISTINCT t.FIGURE FROM CASE_REGISTRY.RETURN_ROW t WHERE t.YEAR_NO = ?",
                year),
            row -> row.getString(1)));
  }

  /** What the return on the year said when it was filed, in its order. */
  public List<ReturnFigure> filed(int year) {
    return em.createQuery(
            "SELECT f FROM ReturnFigure f WHERE f.year = :year ORDER BY f.place",
            ReturnFigure.class)
        .setParameter("year", year)
        .getResultList();
  }
}
