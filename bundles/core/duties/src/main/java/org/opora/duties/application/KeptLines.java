package org.opora.duties.application;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.Line;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.evidence.Evidence;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Changes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The duties of the whole centre as they were reckoned last, for whoever pages through them: as
 * long as nothing was written into the house, and the same rules and modules are here. After that
 * only the families are reckoned anew of which anything is not as it was. What is kept is of one
 * viewer; nobody is told what was reckoned for somebody else.
 */
@Component(service = KeptLines.class)
public final class KeptLines {
  /** Lists at the same time; each has some thousand lines. */
  private static final int MOST = 4;

  private final DutiesService duties;
  private final Changes changes;
  private final Evidence evidence;
  private final RuleBook book;
  private final Sources sources;
  private final HouseLines house;
  private final Map<Key, Kept> all =
      new LinkedHashMap<>(MOST, 1, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
          return size() > MOST;
        }
      };

  @Activate
  public KeptLines(
      @Reference DutiesService duties,
      @Reference Changes changes,
      @Reference Evidence evidence,
      @Reference RuleBook book,
      @Reference Sources sources,
      @Reference HouseLines house) {
    this.duties = duties;
    this.changes = changes;
    this.evidence = evidence;
    this.book = book;
    this.sources = sources;
    this.house = house;
  }

  /** For whom and when; what else decides who may see what is written in the house. */
  private record Key(
      StaffId staff, Map<String, Reach> grants, Locale locale, LocalDate today, LocalDate asOf) {}

  /**
   * By what somebody sees that nothing has changed at all.
   *
   * @param written number of what was written
   * @param recorded number of what was recorded
   * @param sets rules of the law that are here
   * @param promising rules of the centre, and whoever else comes and goes without being written
   */
  private record Basis(
      long written,
      long recorded,
      List<RuleSet> sets,
      List<DutyRules> promising,
      Sources.Now bringing,
      List<Object> house) {}

  /** Asked for before reading: what is written meanwhile makes another one. */
  private Basis basis(Evidence.Recorded recorded) {
    return new Basis(
        changes.number(),
        recorded.number(),
        book.sets(),
        book.promising(),
        sources.now(evidence, ZoneOffset.UTC),
        house.here());
  }

  /**
   * The same as {@link Duties#list}, of the whole centre without what the lines rest on: each has a
   * page that shows it.
   */
  public List<Line> list(Viewer viewer, LocalDate asOf) {
    if (viewer.reach(Duties.READ) != Reach.ALL) {
      return duties.list(viewer, asOf);
    }
    Key key = new Key(viewer.staff(), viewer.grants(), viewer.locale(), viewer.today(), asOf);
    return kept(key).lines(viewer, asOf);
  }

  private Kept kept(Key key) {
    synchronized (all) {
      return all.computeIfAbsent(key, first -> new Kept());
    }
  }

  /** Who asks while it is reckoned waits for it, instead of reckoning the same. */
  private final class Kept {
    private Basis basis;
    private Terms terms;
    private Map<CaseFileId, Household> households = Map.of();
    private List<Line> lines = List.of();

    synchronized List<Line> lines(Viewer viewer, LocalDate asOf) {
      Evidence.Recorded recorded = evidence.since(basis == null ? 0 : basis.recorded());
      Basis here = basis(recorded);
      if (!here.equals(basis)) {
        Reckoning now = duties.reckoning(viewer, asOf);
        lines = lines(viewer, now, other(now, recorded));
        households = now.households();
        terms = now.terms();
        basis = here;
      }
      return lines;
    }

    /** The families whose lines may be other ones now. */
    private Set<CaseFileId> other(Reckoning now, Evidence.Recorded recorded) {
      boolean same = now.terms().equals(terms);
      return now.households().values().stream()
          .filter(
              one -> !same || !one.equals(households.get(one.file())) || one.touchedBy(recorded))
          .map(Household::file)
          .collect(Collectors.toSet());
    }

    private List<Line> lines(Viewer viewer, Reckoning now, Set<CaseFileId> other) {
      List<Line> next = new ArrayList<>();
      lines.stream()
          .filter(line -> line.file() != null && now.households().containsKey(line.file()))
          .filter(line -> !other.contains(line.file()))
          .forEach(next::add);
      next.addAll(now.families(other, KeptLines::outline));
      next.addAll(duties.ofHouse(viewer, now, KeptLines::outline));
      next.addAll(duties.counted(viewer, now.terms().asOf()));
      next.sort(new LineOrder(viewer.locale()));
      return List.copyOf(next);
    }
  }

  /** What is kept of a line: neither what it rests on, nor what its own page tells. */
  private static Line outline(Line line) {
    return line.withDetail(null).withoutEvidence();
  }
}
