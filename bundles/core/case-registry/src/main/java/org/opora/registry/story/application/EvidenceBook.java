package org.opora.registry.story.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Fact;
import org.opora.api.evidence.Facts;
import org.opora.api.evidence.NewFact;
import org.opora.api.evidence.Wanted;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.story.domain.EvidenceFact;
import org.opora.registry.story.domain.Proven;
import org.opora.registry.story.domain.Source;
import org.opora.registry.story.persistence.EvidenceQueries;
import org.opora.registry.story.persistence.EvidenceQueries.Of;
import org.opora.registry.story.persistence.FactRow;
import org.opora.registry.story.persistence.LastRow;
import org.opora.registry.story.persistence.PlaceRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Facts that duties are reckoned from. */
@Component(service = Evidence.class)
public final class EvidenceBook implements Evidence {
  private static final int MOST = 500;
  private final Transactions tx;
  private final Access access;
  private final Aliases aliases;
  private final RecordedLately lately = new RecordedLately();

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
          EvidenceQueries queries = new EvidenceQueries(em);
          List<PlaceRow> before = queries.places(origin, source);
          if (!before.isEmpty()) {
            queries.delete(origin, source);
          }
          facts.forEach(fact -> em.persist(row(origin, source, fact)));
          told(before, facts);
        });
  }

  private void told(List<PlaceRow> before, List<NewFact> facts) {
    Set<CaseFileId> files = new HashSet<>();
    Set<PersonId> people = new HashSet<>();
    before.forEach(
        row -> {
          row.inFile().ifPresent(files::add);
          row.ofPerson().ifPresent(people::add);
        });
    facts.stream()
        .map(NewFact::about)
        .forEach(
            about -> {
              Optional.ofNullable(about.file()).ifPresent(files::add);
              Optional.ofNullable(about.person()).ifPresent(people::add);
            });
    tx.afterCommit(() -> lately.add(files, people));
  }

  @Override
  public Recorded since(long number) {
    return lately.since(number);
  }

  private static EvidenceFact row(String origin, UUID source, NewFact fact) {
    About about = fact.about();
    return new EvidenceFact(
            Ids.next(),
            new Source(origin, fact.kind(), source),
            new Proven(about.kind().name(), about.key(), about.file()),
            fact.on(),
            fact.openingBalance())
        .until(fact.until())
        .amounting(fact.quantity(), fact.unit(), fact.form())
        .tiedTo(fact.ref());
  }

  @Override
  public Map<Key, Last> last(String kind, Collection<CaseFileId> files, LocalDate asOf) {
    return tx.read(
        em -> map(new EvidenceQueries(em).last(Of.FILES, Chunks.values(files), kind, asOf)));
  }

  @Override
  public Map<Key, Last> lastAnywhere(String kind, Collection<PersonId> people, LocalDate asOf) {
    Map<PersonId, Set<PersonId>> known = aliases.idsOf(people);
    Set<PersonId> keys = known.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Map<Key, Last> found =
        tx.read(
            em -> map(new EvidenceQueries(em).last(Of.PEOPLE, Chunks.values(keys), kind, asOf)));
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
                new Last(row.day(), row.origin(), row.source(), row.openingBalance())));
    return last;
  }

  @Override
  public Facts facts(Collection<String> kinds, Wanted wanted) {
    if (kinds.isEmpty()) {
      return new Facts(List.of(), Map.of());
    }
    Set<String> every = Set.copyOf(kinds);
    Set<PersonId> asked = keys(wanted.people());
    List<Fact> found =
        tx.read(em -> found(em, every, wanted, asked)).stream()
            .sorted(Comparator.comparing(FactRow::day).thenComparing(FactRow::id))
            .map(FactRow::fact)
            .toList();
    return new Facts(found, aliases.idsOf(people(found)));
  }

  private Set<PersonId> keys(Set<PersonId> people) {
    return people.isEmpty()
        ? Set.of()
        : aliases.idsOf(people).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  private static Set<PersonId> people(List<Fact> facts) {
    return facts.stream()
        .map(fact -> fact.about().person())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** Each once, however many of the questions it answers. */
  private static Collection<FactRow> found(
      EntityManager em, Set<String> kinds, Wanted wanted, Set<PersonId> people) {
    Map<Of, List<UUID>> questions = new EnumMap<>(Of.class);
    questions.put(Of.FILES, Chunks.values(wanted.files()));
    questions.put(Of.PEOPLE, Chunks.values(people));
    questions.put(Of.OTHERS, others(wanted));
    EvidenceQueries queries = new EvidenceQueries(em);
    Map<UUID, FactRow> found = new HashMap<>();
    questions.forEach(
        (of, keys) ->
            queries
                .facts(of, keys, kinds, wanted.from(), wanted.until())
                .forEach(row -> found.put(row.id(), row)));
    return found.values();
  }

  private static List<UUID> others(Wanted wanted) {
    List<UUID> others = new ArrayList<>(Chunks.values(wanted.staff()));
    if (wanted.centre()) {
      others.add(About.centre().key());
    }
    return others;
  }

  @Override
  public Set<String> kindsOf(String origin) {
    return Set.copyOf(tx.read(em -> new EvidenceQueries(em).kinds(origin)));
  }

  @Override
  public List<Fact> of(Viewer viewer, CaseFileId file, PersonId person, String kind, int limit) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return tx.read(em -> facts(em, file, person, kind, Cursors.within(limit, MOST)));
  }

  private static List<Fact> facts(
      EntityManager em, CaseFileId file, PersonId person, String kind, int limit) {
    return new EvidenceQueries(em)
        .latest(file.value(), person.value(), kind, limit).stream().map(FactRow::fact).toList();
  }
}
