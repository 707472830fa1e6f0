package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.ToLongFunction;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.statistics.FigureFile;
import org.opora.api.statistics.FigureList;
import org.opora.api.statistics.Measure;
import org.opora.api.text.Text;
import org.opora.registry.counts.persistence.CountQueries;
import org.opora.registry.counts.persistence.Counting;
import org.opora.registry.intake.application.ReturnFigures.Entry;
import org.opora.registry.intake.domain.DisposalKind;
import org.opora.registry.intake.domain.ReturnFigure;
import org.opora.registry.intake.domain.ReturnWords;
import org.opora.registry.intake.domain.YearlyReturn;
import org.opora.registry.intake.persistence.DisposalQueries;
import org.opora.registry.intake.persistence.InquiryQueries;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the return on a year says: inquiries (those of first contact, and agreements in preparation
 * that came from none of them), agreements, the people in them, and what was done for them. Once it
 * is filed it says for good what was filed, and each of its figures what it was counted from; what
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
  public static final String GROUND = "ground.";

  /** Longest words of a return. */
  public static final int LONGEST_TEXT = 4000;

  private static final int LONGEST_PAGE = 1000;

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final ContactLaw law;
  private final DisposalDesk disposals;
  private final ReturnFigures content;

  @Activate
  public ReturnDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference ContactLaw law,
      @Reference DisposalDesk disposals,
      @Reference ReturnFigures content) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.law = law;
    this.disposals = disposals;
    this.content = content;
  }

  /**
   * One figure of the return.
   *
   * @param count as filed, or as it stands while it is not filed; null when it was not in the filed
   *     return
   * @param now as it stands today; null when it is still the same
   * @param listed whether there is a list of what it was counted from
   */
  public record Figure(
      String code, Text what, Measure measure, Integer count, Integer now, boolean listed) {
    /** As people read it. */
    public BigDecimal countShown() {
      return count == null ? null : org.opora.api.statistics.Figure.shown(measure, count);
    }

    /** As people read it. */
    public BigDecimal nowShown() {
      return now == null ? null : org.opora.api.statistics.Figure.shown(measure, now);
    }
  }

  /**
   * A page of what a figure was counted from.
   *
   * @param filed whether it is the list of the filed return
   */
  public record Behind(int year, Figure figure, boolean filed, FigureList list) {
    /** An amount of the list as people read it. */
    public BigDecimal shown(long amount) {
      return org.opora.api.statistics.Figure.shown(figure.measure(), amount);
    }
  }

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

  /** A return is of the whole centre, and tells of its families as well as of who asked. */
  private void whole(Viewer viewer) {
    access.require(viewer, Intake.RETURN);
    if (viewer.reach(Intake.RETURN) != Reach.ALL || viewer.reach(CaseFiles.READ) != Reach.ALL) {
      throw new NotFound();
    }
  }

  /**
   * The figures of a year, of the whole centre.
   *
   * @throws NotFound when the viewer does not see all of it
   */
  public Figures of(Viewer viewer, int year) {
    whole(viewer);
    return tx.read(em -> figures(em, viewer, year));
  }

  /** Years of which something is recorded, the newest first. */
  public List<Integer> years(Viewer viewer) {
    whole(viewer);
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
    whole(viewer);
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

  /** What the return says in words of the centre. */
  public Provision provision(Viewer viewer, int year) {
    whole(viewer);
    return tx.read(
        em -> {
          ReturnWords row = em.find(ReturnWords.class, year);
          boolean open = em.find(YearlyReturn.class, year) == null;
          return row == null
              ? new Provision(0, null, null, null, null, open)
              : new Provision(
                  row.version(),
                  row.material(),
                  row.staffing(),
                  row.writtenOn(),
                  staff.names(Set.of(row.writer())).get(row.writer()),
                  open);
        });
  }

  /**
   * Writes what the return says in words.
   *
   * @param version 0 while nothing is written
   * @throws org.opora.api.faults.Refused beside the field, and when the return is filed
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void provide(Viewer viewer, int year, long version, String material, String staffing) {
    whole(viewer);
    String provision = Refusals.optional("material", material, LONGEST_TEXT);
    String staffed = Refusals.optional("staffing", staffing, LONGEST_TEXT);
    tx.run(
        em -> {
          if (em.find(YearlyReturn.class, year) != null) {
            throw Refusals.refused(null, "refused.return-words-filed", year);
          }
          ReturnWords row = em.find(ReturnWords.class, year);
          Refusals.fresh(row == null ? 0 : row.version(), version);
          if (row == null) {
            row = new ReturnWords(year);
            row.say(provision, staffed, viewer.today(), viewer.staff());
            em.persist(row);
          } else {
            row.say(provision, staffed, viewer.today(), viewer.staff());
          }
          audit.wrote(viewer, "inquiry.return-worded", List.of(), "year=" + year);
        });
  }

  private Figures figures(EntityManager em, Viewer viewer, int year) {
    YearlyReturn filed = em.find(YearlyReturn.class, year);
    DisposalQueries words = new DisposalQueries(em);
    return new Figures(
        year,
        viewer.today().isAfter(LocalDate.of(year, 12, 31)),
        rows(em, viewer, year),
        law.returnDue(year).orElse(null),
        filed == null ? null : filed.filedOn(),
        filed == null ? null : staff.names(Set.of(filed.filedBy())).get(filed.filedBy()),
        words.nothing(year).size(),
        words.waiting(DisposalKind.RETURN, year).orElse(null));
  }

  private List<Figure> rows(EntityManager em, Viewer viewer, int year) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    content.of(em, viewer, year).forEach(entry -> entries.put(entry.code(), entry));
    Map<String, Integer> now = new LinkedHashMap<>();
    CountQueries counts = new CountQueries(em);
    entries.forEach((code, entry) -> now.put(code, amount(entry, counts::sum)));
    InquiryQueries queries = new InquiryQueries(em);
    Set<String> kept = queries.kept(year);
    Map<String, Integer> then = new LinkedHashMap<>();
    queries.filed(year).forEach(row -> then.put(row.code(), row.amount()));
    Map<String, Integer> said = then.isEmpty() ? now : then;
    Set<String> codes = new LinkedHashSet<>(said.keySet());
    // What returns did not say yet when it was filed is no change since.
    now.keySet().stream()
        .filter(code -> ReturnFigures.spokenOf(then.keySet(), code))
        .forEach(codes::add);
    List<Figure> rows = new ArrayList<>();
    for (String code : codes) {
      Integer count = said.get(code);
      // A figure that is gone since is none now; a reason without refusals says nothing new.
      Integer today = now.getOrDefault(code, 0);
      boolean same = today.equals(count == null ? Integer.valueOf(0) : count);
      if (count != null || !same) {
        rows.add(
            new Figure(
                code,
                content.what(code, entries.get(code)),
                ReturnFigures.measure(code),
                count,
                same ? null : today,
                then.isEmpty()
                    ? entries.get(code).counting() != null
                    : count != null && kept.contains(code)));
      }
    }
    return rows;
  }

  /** With the database, or without where nothing is counted. */
  private static int amount(Entry entry, ToLongFunction<Counting> counted) {
    return entry.counting() == null
        ? entry.amount()
        : Math.toIntExact(counted.applyAsLong(entry.counting()));
  }

  /**
   * What a figure was counted from: of a filed return what it was then, otherwise what it is now.
   * The figure is of the whole centre, the lines are those that the viewer may see.
   *
   * @param after cursor of the page before, or null
   * @throws NotFound when the return has no such figure, or the figure no list
   */
  public Behind behind(Viewer viewer, int year, String code, String after, int limit) {
    whole(viewer);
    return tx.read(
        em -> {
          Listed listed = listed(em, viewer, year, code);
          return new Behind(
              year,
              new Figure(
                  code,
                  content.what(code, listed.entry()),
                  ReturnFigures.measure(code),
                  listed.count().getAsInt(),
                  null,
                  true),
              listed.filed(),
              FigureList.of(
                  listed.source(),
                  Cursors.key(after),
                  Cursors.within(limit, LONGEST_PAGE),
                  keys -> content.shown(viewer, code, keys)));
        });
  }

  /**
   * The same list for a file, to its end.
   *
   * @param rest words for that many lines that are not shown
   */
  public FigureFile file(Viewer viewer, int year, String code, IntFunction<Text> rest) {
    return new FigureFile(
        (after, limit) -> {
          whole(viewer);
          return tx.read(em -> listed(em, viewer, year, code).source().counted(after, limit));
        },
        keys -> content.shown(viewer, code, keys),
        rest);
  }

  /**
   * A figure that has a list.
   *
   * @param entry null where it is counted no more
   */
  private record Listed(Entry entry, boolean filed, IntSupplier count, FigureList.Source source) {}

  /** Of the whole return nothing but this figure is asked for. */
  private Listed listed(EntityManager em, Viewer viewer, int year, String code) {
    Entry entry =
        content.of(em, viewer, year).stream()
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElse(null);
    InquiryQueries queries = new InquiryQueries(em);
    if (em.find(YearlyReturn.class, year) != null) {
      return queries.filed(year).stream()
          .filter(row -> row.code().equals(code) && queries.kept(year).contains(code))
          .findFirst()
          .map(
              row ->
                  new Listed(
                      entry,
                      true,
                      row::amount,
                      (after, limit) -> queries.filed(year, code, after, limit)))
          .orElseThrow(NotFound::new);
    }
    if (entry == null || entry.counting() == null) {
      throw new NotFound();
    }
    CountQueries counts = new CountQueries(em);
    return new Listed(
        entry,
        false,
        () -> amount(entry, counts::sum),
        (after, limit) -> counts.list(entry.counting(), after, limit));
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
    whole(viewer);
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
    InquiryQueries queries = new InquiryQueries(em);
    int place = 0;
    for (Entry entry : content.of(em, viewer, year)) {
      // Each is what its list adds up to, so that the two never differ.
      int amount = amount(entry, counting -> queries.keep(year, entry.code(), counting));
      em.persist(new ReturnFigure(year, entry.code(), place, amount));
      place++;
    }
    audit.wrote(viewer, "inquiry.return-filed", List.of(), "year=" + year);
  }
}
