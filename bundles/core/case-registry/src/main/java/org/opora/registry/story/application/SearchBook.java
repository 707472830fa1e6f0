package org.opora.registry.story.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.api.search.SearchIndex;
import org.opora.api.text.Title;
import org.opora.registry.people.domain.Fold;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.story.domain.Findable;
import org.opora.registry.story.domain.FindableWord;
import org.opora.registry.story.domain.Source;
import org.opora.registry.story.persistence.FindQueries;
import org.opora.registry.story.persistence.FindableRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Things that can be found by words. */
@Component(service = SearchIndex.class)
public final class SearchBook implements SearchIndex {
  private static final int LONGEST_PAGE = 100;
  private final Transactions tx;
  private final Access access;

  @Activate
  public SearchBook(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx, @Reference Access access) {
    this.tx = tx;
    this.access = access;
  }

  @Override
  public void put(NewEntry entry) {
    tx.run(
        em -> {
          remove(em, entry.origin(), entry.source());
          UUID id = Ids.next();
          em.persist(
              new Findable(
                  id,
                  new Source(entry.origin(), entry.kind(), entry.source()),
                  entry.subject(),
                  entry.permission(),
                  entry.title(),
                  entry.href()));
          em.flush();
          Fold.words(entry.words())
              .forEach(word -> em.persist(new FindableWord(Ids.next(), word, id)));
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
    List<FindableRow> rows =
        tx.read(em -> rows(viewer, new FindQueries(em, words, after), most + 1));
    Page<FindableRow> page = Cursors.page(rows, most, FindableRow::word);
    // A thing with two words that begin alike is one thing.
    Map<UUID, FindableRow> once = new LinkedHashMap<>();
    page.items().forEach(row -> once.putIfAbsent(row.id(), row));
    return new Page<>(once.values().stream().map(SearchBook::hit).toList(), page.next());
  }

  private List<FindableRow> rows(Viewer viewer, FindQueries queries, int limit) {
    List<FindableRow> rows = new ArrayList<>();
    List<String> every = new ArrayList<>();
    for (Reach reach : List.of(Reach.ALL, Reach.OWN)) {
      List<String> permissions = viewer.permissions(reach);
      if (!permissions.isEmpty()) {
        Scope scope = access.scope(viewer, permissions.get(0));
        rows.addAll(queries.scoped(scope, permissions, limit));
        every.addAll(permissions);
      }
    }
    if (!every.isEmpty()) {
      rows.addAll(queries.aboutNobody(every, limit));
    }
    return rows.stream()
        .distinct()
        .sorted(Comparator.comparing(FindableRow::text).thenComparing(FindableRow::word))
        .limit(limit)
        .toList();
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
