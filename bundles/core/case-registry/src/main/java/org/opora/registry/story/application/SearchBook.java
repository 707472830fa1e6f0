package org.opora.registry.story.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.api.search.SearchIndex;
import org.opora.api.search.spi.SearchDoor;
import org.opora.api.text.Title;
import org.opora.registry.people.domain.Fold;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.story.domain.Findable;
import org.opora.registry.story.domain.FindableWord;
import org.opora.registry.story.domain.Source;
import org.opora.registry.story.persistence.FiledUnder;
import org.opora.registry.story.persistence.FindQueries;
import org.opora.registry.story.persistence.FindableRow;
import org.opora.registry.story.persistence.WordRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Things that can be found by words. */
@Component(service = SearchIndex.class)
public final class SearchBook implements SearchIndex {
  private static final int LONGEST_PAGE = 100;
  private static final Logger LOG = LoggerFactory.getLogger(SearchBook.class);
  private final Transactions tx;
  private final Access access;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<SearchDoor> doors = List.of();

  @Activate
  public SearchBook(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx, @Reference Access access) {
    this.tx = tx;
    this.access = access;
  }

  /** With these, who say what of their bundles may be known. */
  public SearchBook with(SearchDoor... those) {
    doors = List.of(those);
    return this;
  }

  @Override
  public void put(NewEntry entry) {
    tx.run(
        em -> {
          remove(em, entry.origin(), entry.source());
          Findable found =
              new Findable(
                  Ids.next(),
                  new Source(entry.origin(), entry.kind(), entry.source()),
                  entry.subject(),
                  entry.permission(),
                  entry.title(),
                  entry.href());
          em.persist(found);
          em.flush();
          Fold.words(entry.words())
              .forEach(word -> em.persist(new FindableWord(Ids.next(), word, found)));
        });
  }

  @Override
  public void withdraw(String origin, UUID source) {
    tx.run(em -> remove(em, origin, source));
  }

  private static void remove(EntityManager em, String origin, UUID source) {
    em.createQuery(
            "DELETE FROM Findable f WHERE f.source.origin = :origin AND f.source.record = :source")
        .setParameter("origin", origin)
        .setParameter("source", source)
        .executeUpdate();
  }

  @Override
  public Page<Hit> find(Viewer viewer, String typed, String after, int limit) {
    List<String> words = Fold.words(typed);
    if (words.isEmpty()) {
      return Page.last(List.of());
    }
    int most = Cursors.within(limit, LONGEST_PAGE);
    Page<FindableRow> found = tx.read(em -> find(em, viewer, words, after, most));
    return new Page<>(known(viewer, found.items()), found.next());
  }

  private Page<FindableRow> find(
      EntityManager em, Viewer viewer, List<String> words, String after, int most) {
    FiledUnder filed = new FiledUnder(em);
    Set<String> under = filed.permissions();
    List<String> all = both(viewer.permissions(Reach.ALL), under);
    List<String> own = both(viewer.permissions(Reach.OWN), under);
    FindQueries queries = new FindQueries(em, words, after, all);
    List<WordRow> found = new ArrayList<>();
    // One walk for each permission under which anything is filed at all; they meet here.
    for (String permission : all) {
      found.addAll(queries.everywhere(access.scope(viewer, permission), permission, most + 1));
    }
    if (!own.isEmpty()) {
      found.addAll(queries.own(access.scope(viewer, own.get(0)), own, most + 1));
      for (String permission : both(own, filed.aboutNobody())) {
        found.addAll(queries.aboutNobody(permission, most + 1));
      }
    }
    return page(queries, found, most);
  }

  private static Page<FindableRow> page(FindQueries queries, List<WordRow> found, int limit) {
    List<WordRow> sorted =
        found.stream()
            .sorted(Comparator.comparing(WordRow::word).thenComparing(WordRow::id))
            .limit(limit + 1L)
            .toList();
    Page<WordRow> page = Cursors.page(sorted, limit, WordRow::id);
    return new Page<>(queries.rows(page.items()), page.next());
  }

  /** Without those about a child of which their bundle does not say that the viewer may know. */
  private List<Hit> known(Viewer viewer, List<FindableRow> rows) {
    List<FindableRow> ofChildren = rows.stream().filter(SearchBook::ofChild).toList();
    Set<UUID> known = new HashSet<>();
    for (SearchDoor door : ofChildren.isEmpty() ? List.<SearchDoor>of() : doors) {
      known.addAll(known(viewer, door, ofChildren));
    }
    return rows.stream()
        .filter(row -> !ofChild(row) || known.contains(row.source()))
        .map(SearchBook::hit)
        .toList();
  }

  private static Set<UUID> known(Viewer viewer, SearchDoor door, List<FindableRow> rows) {
    try {
      List<UUID> theirs =
          rows.stream()
              .filter(row -> row.origin().equals(door.origin()))
              .map(FindableRow::source)
              .toList();
      return theirs.isEmpty() ? Set.of() : door.known(viewer, theirs);
    } catch (RuntimeException broken) {
      // One bundle must never take what is found of the others with it.
      LOG.warn("What {} has filed is left out of a search", door.origin(), broken);
      return Set.of();
    }
  }

  private static boolean ofChild(FindableRow row) {
    return row.subjectKind() == Subject.Kind.CHILD_FILE;
  }

  private static List<String> both(List<String> held, Set<String> under) {
    return held.stream().filter(under::contains).toList();
  }

  private static Hit hit(FindableRow row) {
    return new Hit(
        row.id(),
        row.origin(),
        row.kind(),
        row.subject() == null ? null : new Subject(row.subjectKind(), row.subject()),
        new Title(row.cs(), row.pl(), row.en()),
        row.href());
  }
}
