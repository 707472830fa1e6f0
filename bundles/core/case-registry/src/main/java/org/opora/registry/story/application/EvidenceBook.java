package org.opora.registry.story.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.Evidence;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.story.domain.EvidenceFact;
import org.opora.registry.story.persistence.EvidenceQueries;
import org.opora.registry.story.persistence.LastRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Facts that prove a duty was met. */
@Component(service = Evidence.class)
public final class EvidenceBook implements Evidence {
  private static final int MOST = 500;
  private final Transactions tx;
  private final Access access;
  private final Aliases aliases;

  @Activate
  public EvidenceBook(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Aliases aliases) {
    this.tx = tx;
    this.access = access;
    this.aliases = aliases;
  }

  @Override
  public void record(String origin, UUID source, List<NewFact> facts) {
    tx.run(
        em -> {
          em.createQuery(
                  "DELETE FROM EvidenceFact e WHERE e.source.origin = :origin AND e.source.record = :source")
              .setParameter("origin", origin)
              .setParameter("source", source)
              .executeUpdate();
          facts.forEach(fact -> em.persist(row(origin, source, fact)));
        });
  }

  private static EvidenceFact row(String origin, UUID source, NewFact fact) {
    return new EvidenceFact(
        Ids.next(),
        origin,
        fact.kind(),
        source,
        fact.file(),
        fact.person(),
        fact.on(),
        fact.quantity(),
        fact.unit(),
        fact.openingBalance());
  }

  @Override
  public Map<Key, Last> last(String kind, Collection<CaseFileId> files, LocalDate asOf) {
    return tx.read(
        em -> map(new EvidenceQueries(em).last("file", Chunks.values(files), kind, asOf)));
  }

  @Override
  public Map<Key, Last> lastAnywhere(String kind, Collection<PersonId> people, LocalDate asOf) {
    Map<PersonId, Set<PersonId>> known = aliases.idsOf(people);
    Set<PersonId> keys = known.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Map<Key, Last> found =
        tx.read(em -> map(new EvidenceQueries(em).last("person", Chunks.values(keys), kind, asOf)));
    Map<PersonId, Map<CaseFileId, Last>> byKey = new HashMap<>();
    found.forEach(
        (key, last) ->
            byKey.computeIfAbsent(key.person(), person -> new HashMap<>()).put(key.file(), last));
    Map<Key, Last> all = new HashMap<>();
    known.forEach(
        (person, own) ->
            own.forEach(
                key ->
                    byKey
                        .getOrDefault(key, Map.of())
                        .forEach(
                            (file, last) ->
                                all.merge(new Key(file, person), last, EvidenceBook::later))));
    return all;
  }

  private static Last later(Last one, Last other) {
    return other.on().isAfter(one.on()) ? other : one;
  }

  private static Map<Key, Last> map(List<LastRow> rows) {
    Map<Key, Last> last = new HashMap<>();
    rows.forEach(
        row ->
            last.put(
                new Key(new CaseFileId(row.file()), new PersonId(row.person())),
                new Last(row.day(), row.source(), row.openingBalance())));
    return last;
  }

  @Override
  public List<Fact> of(Viewer viewer, CaseFileId file, PersonId person, String kind, int limit) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return tx.read(em -> facts(em, file, person, kind, Cursors.within(limit, MOST)));
  }

  private static List<Fact> facts(
      EntityManager em, CaseFileId file, PersonId person, String kind, int limit) {
    return em
        .createQuery(
            "SELECT e FROM EvidenceFact e WHERE e.file = :file AND e.person = :person AND e.source.kind = :kind"
                + " ORDER BY e.day DESC, e.id DESC",
            EvidenceFact.class)
        .setParameter("file", file.value())
        .setParameter("person", person.value())
        .setParameter("kind", kind)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(
            row ->
                new Fact(
                    row.source().record(),
                    row.source().origin(),
                    row.day(),
                    row.quantity(),
                    row.unit(),
                    row.openingBalance()))
        .toList();
  }
}
