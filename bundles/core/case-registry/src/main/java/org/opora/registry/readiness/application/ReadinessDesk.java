package org.opora.registry.readiness.application;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.documents.DocumentIndex;
import org.opora.api.duties.Duties;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Facts;
import org.opora.api.evidence.Wanted;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.incidents.Incidents;
import org.opora.api.legal.LegalPosition;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.application.DueLines;
import org.opora.registry.incidents.application.IncidentDesk;
import org.opora.registry.inspections.application.InspectionDesk;
import org.opora.registry.ledgers.application.Ledger;
import org.opora.registry.readiness.domain.Lot;
import org.opora.registry.readiness.domain.Part;
import org.opora.registry.readiness.persistence.ReadinessQueries;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Some files drawn by lot, as an inspection draws them, and what in each of them proves the
 * standards: it is known before the inspectors come what is missing. Nothing sealed is opened; what
 * a part says is read in the file.
 */
@Component(service = ReadinessDesk.class)
public final class ReadinessDesk {
  /** As many as an inspection looks through in a day. */
  public static final int MOST = 20;

  /** Parts that the store of documents knows of. */
  private static final Set<Part> DOCUMENTS =
      EnumSet.of(
          Part.AUTHORITY_PLAN,
          Part.CONSENT_COPIES,
          Part.CONSENT_SHARING,
          Part.CONSENT_PICTURES,
          Part.CONSENT_OTHER,
          Part.DOCUMENT);

  /** Who may see a part. */
  private static final Map<Part, String> SEEN_WITH = new EnumMap<>(Part.class);

  static {
    Stream.of(
            Part.AIM,
            Part.EVALUATION,
            Part.PLAN_OF_STAY,
            Part.EDUCATION_PLAN,
            Part.CHILD_VIEW,
            Part.VISIT)
        .forEach(part -> SEEN_WITH.put(part, Visits.READ));
    Stream.of(Part.REPORT, Part.DELIVERY).forEach(part -> SEEN_WITH.put(part, Duties.READ));
    Stream.of(Part.EDUCATION, Part.RESPITE).forEach(part -> SEEN_WITH.put(part, Ledger.READ));
    SEEN_WITH.put(Part.DECISION, LegalPosition.READ);
    DOCUMENTS.forEach(part -> SEEN_WITH.put(part, DocumentIndex.READ));
    Stream.of(Part.LOOK, Part.LOAN).forEach(part -> SEEN_WITH.put(part, InspectionDesk.READ));
    SEEN_WITH.put(Part.INCIDENT, Incidents.READ);
  }

  private final Transactions tx;
  private final Access access;
  private final Aliases aliases;
  private final CareFacts care;
  private final CaseFiles files;
  private final Evidence evidence;
  private final DueLines due;
  private final IncidentDesk incidents;
  private final FiledDocuments documents;

  @Activate
  public ReadinessDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Aliases aliases,
      @Reference CareFacts care,
      @Reference CaseFiles files,
      @Reference Evidence evidence,
      @Reference DueLines due,
      @Reference IncidentDesk incidents,
      @Reference FiledDocuments documents) {
    this.tx = tx;
    this.access = access;
    this.aliases = aliases;
    this.care = care;
    this.files = files;
    this.evidence = evidence;
    this.due = due;
    this.incidents = incidents;
    this.documents = documents;
  }

  /**
   * Draws among the files with an agreement in force that the viewer may see.
   *
   * @param many at most {@link #MOST}
   */
  public Readiness draw(Viewer viewer, long seed, int many) {
    access.require(viewer, InspectionDesk.READ);
    LocalDate day = viewer.today();
    Map<CaseFileId, CareFacts.InForce> all = new LinkedHashMap<>();
    care.inForce(viewer, InspectionDesk.READ, day, null).stream()
        .sorted(Comparator.comparing(CareFacts.InForce::concludedOn))
        .forEach(one -> all.put(one.file(), one));
    List<CareFacts.InForce> drawn =
        Lot.drawn(all.values(), one -> one.file().toString(), seed, Math.min(MOST, many));
    List<Part> shown = Arrays.stream(Part.values()).filter(part -> sees(viewer, part)).toList();
    List<Part> left = Arrays.stream(Part.values()).filter(part -> !shown.contains(part)).toList();
    return new Readiness(seed, day, all.size(), indexes(viewer, drawn, shown, day), left);
  }

  /** As far as the files are seen themselves. */
  private boolean sees(Viewer viewer, Part part) {
    if (DOCUMENTS.contains(part) && !documents.here()) {
      return false;
    }
    String permission = SEEN_WITH.getOrDefault(part, CaseFiles.READ);
    return viewer.reach(permission).compareTo(viewer.reach(InspectionDesk.READ)) >= 0;
  }

  private List<Readiness.Drawn> indexes(
      Viewer viewer, List<CareFacts.InForce> drawn, List<Part> shown, LocalDate day) {
    if (drawn.isEmpty()) {
      return List.of();
    }
    List<CaseFileId> keys = drawn.stream().map(CareFacts.InForce::file).toList();
    Map<CaseFileId, CaseFiles.Header> headers = files.headers(viewer, keys);
    FileIndex.LookedUp known = lookUp(drawn, keys, day, shownOf(viewer, keys, shown));
    Optional<Map<CaseFileId, Long>> overdue = overdue(viewer, keys);
    return drawn.stream()
        .map(
            one -> {
              FileIndex index = new FileIndex(one, headers.get(one.file()), known, day);
              return new Readiness.Drawn(
                  one.file(),
                  one.number(),
                  one.familyName(),
                  shown.stream().map(index::of).toList(),
                  overdue.map(many -> many.getOrDefault(one.file(), 0L).intValue()).orElse(null));
            })
        .toList();
  }

  /** What other desks show of each file: they decide what of it is for the viewer. */
  private Map<CaseFileId, FileIndex.ShownOf> shownOf(
      Viewer viewer, List<CaseFileId> keys, List<Part> shown) {
    boolean filed = shown.contains(Part.DOCUMENT);
    boolean happened = shown.contains(Part.INCIDENT);
    Map<CaseFileId, FileIndex.ShownOf> all = new HashMap<>();
    keys.forEach(
        file ->
            all.put(
                file,
                new FileIndex.ShownOf(
                    filed ? documents.of(viewer, file) : List.of(),
                    happened ? incidents.days(viewer, file) : List.of())));
    return all;
  }

  private Optional<Map<CaseFileId, Long>> overdue(Viewer viewer, Collection<CaseFileId> keys) {
    return due.of(viewer, keys)
        .map(
            lines ->
                lines.stream()
                    .filter(line -> line.status() == Duties.Status.OVERDUE)
                    .collect(Collectors.groupingBy(Duties.Line::file, Collectors.counting())));
  }

  /** A question for each kind of record, however many files were drawn. */
  private FileIndex.LookedUp lookUp(
      List<CareFacts.InForce> drawn,
      List<CaseFileId> keys,
      LocalDate day,
      Map<CaseFileId, FileIndex.ShownOf> shown) {
    Facts facts = evidence.facts(FileIndex.KINDS, Wanted.in(keys, FileIndex.since(day), day));
    Map<PersonId, Set<PersonId>> same =
        aliases.idsOf(
            drawn.stream()
                .flatMap(
                    one ->
                        Stream.concat(
                            one.carers().stream().map(CaseFiles.Carer::person),
                            one.children().stream().map(CaseFiles.Child::person)))
                .collect(Collectors.toSet()));
    List<UUID> children =
        drawn.stream()
            .flatMap(one -> one.children().stream())
            .flatMap(child -> same.getOrDefault(child.person(), Set.of(child.person())).stream())
            .map(PersonId::value)
            .distinct()
            .toList();
    List<UUID> agreements = drawn.stream().map(one -> one.agreement().value()).toList();
    List<UUID> ofFiles = Chunks.values(keys);
    return tx.read(
        em -> {
          ReadinessQueries queries = new ReadinessQueries(em);
          return new FileIndex.LookedUp(
              facts,
              queries.consents(agreements),
              queries.aims(ofFiles),
              queries.evaluations(ofFiles),
              queries.plans(ofFiles, day),
              queries.decisions(children, day),
              queries.looks(ofFiles),
              same,
              shown);
        });
  }
}
