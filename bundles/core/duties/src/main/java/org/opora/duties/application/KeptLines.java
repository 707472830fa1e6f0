package org.opora.duties.application;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Duties.Line;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.evidence.Evidence;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Changes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The duties of the whole centre as they were reckoned last, for whoever pages through them: as
 * long as nothing was written into the house, and the same rules and modules are here. What is kept
 * is of one viewer; nobody is told what was reckoned for somebody else.
 */
@Component(service = KeptLines.class)
public final class KeptLines {
  /** Lists at the same time; each has some thousand lines. */
  private static final int MOST = 4;

  private final DutiesService duties;
  private final Changes changes;
  private final Supplier<Basis> basis;
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
    this.basis =
        () -> new Basis(book.sets(), sources.now(evidence, ZoneId.of("UTC")), house.here());
  }

  /** In a house in which nothing comes and goes. */
  public KeptLines(DutiesService duties, Changes changes) {
    this.duties = duties;
    this.changes = changes;
    this.basis = () -> new Basis(List.of(), new Sources.Now(Set.of(), Map.of()), List.of());
  }

  /** For whom and when; what else decides who may see what is written in the house. */
  private record Key(
      StaffId staff, Map<String, Reach> grants, Locale locale, LocalDate today, LocalDate asOf) {}

  /** What comes and goes without being written. */
  private record Basis(List<RuleSet> sets, Sources.Now bringing, List<Object> house) {}

  /** Who asks while it is reckoned waits for it, instead of reckoning the same. */
  private static final class Kept {
    private long number;
    private Basis basis;
    private List<Line> lines;

    synchronized List<Line> lines(
        Changes changes, Supplier<Basis> basisNow, Supplier<List<Line>> anew) {
      // Before reading: what is written meanwhile makes another number.
      long now = changes.number();
      Basis here = basisNow.get();
      if (lines == null || number != now || !here.equals(basis)) {
        lines = anew.get();
        number = now;
        basis = here;
      }
      return lines;
    }
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
    return kept(key).lines(changes, basis, () -> duties.outlines(viewer, asOf));
  }

  private Kept kept(Key key) {
    synchronized (all) {
      return all.computeIfAbsent(key, first -> new Kept());
    }
  }
}
