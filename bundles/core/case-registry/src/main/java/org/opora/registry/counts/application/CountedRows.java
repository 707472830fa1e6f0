package org.opora.registry.counts.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Transactions;
import org.opora.api.statistics.Shown;
import org.opora.api.text.Text;
import org.opora.registry.counts.domain.CountedKind;
import org.opora.registry.counts.persistence.ShownQueries;
import org.opora.registry.counts.persistence.ShownQueries.File;
import org.opora.registry.counts.persistence.ShownQueries.Row;
import org.opora.registry.counts.persistence.ShownQueries.Told;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.application.Walled;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The lines behind figures, as far as their reader may see them: people of the reader's, agreements
 * and records in files of the reader's. A record that tells of somebody behind a wall is not shown.
 */
@Component(service = CountedRows.class)
public final class CountedRows {
  private final Transactions tx;
  private final Access access;
  private final Aliases aliases;
  private final People people;
  private final ServiceKinds services;

  @Activate
  public CountedRows(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Aliases aliases,
      @Reference People people,
      @Reference ServiceKinds services) {
    this.tx = tx;
    this.access = access;
    this.aliases = aliases;
    this.people = people;
    this.services = services;
  }

  /**
   * @param kind one of people, agreements and records of evidence
   * @param keys of this kind
   */
  public List<Shown> shown(Viewer viewer, CountedKind kind, Collection<UUID> keys) {
    return shown(viewer, kind, keys, Set.of());
  }

  /**
   * @param kind one of people, agreements and records of evidence
   * @param keys of this kind
   * @param counted of a record that proves several kinds those that were counted: it is called
   *     after them, and of their day; empty for any
   */
  public List<Shown> shown(
      Viewer viewer, CountedKind kind, Collection<UUID> keys, Set<String> counted) {
    List<UUID> wanted = List.copyOf(new HashSet<>(keys));
    Scope scope = access.scope(viewer, CaseFiles.READ);
    if (wanted.isEmpty() || scope.empty()) {
      return List.of();
    }
    return switch (kind) {
      case PERSON -> persons(viewer, wanted);
      case AGREEMENT -> tx.read(em -> agreements(em, scope, wanted));
      case EVIDENCE -> tx.read(em -> records(em, viewer, scope, wanted, counted));
      case INQUIRY, FIRST_CONTACT, OUTREACH, COMPLAINT, STAFF ->
          throw new IllegalArgumentException(kind + " is shown by its own room");
    };
  }

  /** By the key that all others are known under, also where the viewer sees another one. */
  private List<Shown> persons(Viewer viewer, List<UUID> keys) {
    Map<PersonId, Set<PersonId>> known = aliases.idsOf(keys.stream().map(PersonId::new).toList());
    Map<PersonId, PersonName> names =
        people.names(
            viewer, known.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    List<Shown> shown = new ArrayList<>();
    known.forEach(
        (person, all) ->
            Stream.concat(Stream.of(person), all.stream().sorted(byKey()))
                .filter(names::containsKey)
                .findFirst()
                .ifPresent(
                    seen ->
                        shown.add(
                            new Shown(
                                person.value(),
                                null,
                                names.get(seen).listed(),
                                null,
                                "/people/" + seen.value(),
                                List.of(Subject.of(seen))))));
    return shown;
  }

  private static Comparator<PersonId> byKey() {
    return Comparator.comparing(PersonId::value);
  }

  private static List<Shown> agreements(EntityManager em, Scope scope, List<UUID> keys) {
    return new ShownQueries(em)
        .agreements(scope, keys).stream()
            .map(row -> shown(row, Refusals.text("counts.agreement", kind(row.what()))))
            .toList();
  }

  private static Text kind(String code) {
    return Refusals.text("care-kind." + code);
  }

  /** A row of a file, with its page. */
  public static Shown shown(Row row, Text what) {
    return new Shown(
        row.key(),
        what,
        row.number() + " " + row.familyName(),
        row.on(),
        "/files/" + row.file(),
        List.of(Subject.of(new CaseFileId(row.file()))));
  }

  private List<Shown> records(
      EntityManager em, Viewer viewer, Scope scope, List<UUID> keys, Set<String> counted) {
    ShownQueries queries = new ShownQueries(em);
    Map<UUID, List<Told>> told =
        queries.told(keys).stream()
            .collect(Collectors.groupingBy(Told::record, LinkedHashMap::new, Collectors.toList()));
    Map<UUID, File> files =
        queries
            .files(
                scope,
                told.values().stream()
                    .flatMap(List::stream)
                    .map(Told::file)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList())
            .stream()
            .collect(Collectors.toMap(File::id, Function.identity(), (one, same) -> one));
    Set<UUID> walled = new Walled(aliases).before(em, viewer.staff(), viewer.today());
    Map<String, Text> titles = services.titles();
    List<Shown> shown = new ArrayList<>();
    told.forEach(
        (record, facts) -> {
          boolean open =
              facts.stream()
                  .allMatch(
                      fact ->
                          files.containsKey(fact.file())
                              && (fact.person() == null || !walled.contains(fact.person())));
          if (open) {
            Told first =
                facts.stream()
                    .filter(fact -> counted.contains(fact.kind()))
                    .findFirst()
                    .orElse(facts.get(0));
            File file = files.get(first.file());
            shown.add(
                shown(
                    new Row(
                        record,
                        first.kind(),
                        first.on(),
                        file.id(),
                        file.number(),
                        file.familyName()),
                    titles.getOrDefault(
                        first.kind(), Refusals.text("counts.service.other", first.kind()))));
          }
        });
    return shown;
  }
}
