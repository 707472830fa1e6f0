package org.opora.documents.store.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.timeline.Timeline;
import org.opora.documents.DocumentsModule;
import org.opora.documents.content.domain.ContentKind;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.store.domain.Place;
import org.opora.documents.store.persistence.DocumentQueries;
import org.opora.documents.store.persistence.DocumentRow;
import org.opora.documents.store.persistence.VersionRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Documents as they are looked through and taken out. */
@Component(service = Shelf.class)
public final class Shelf {
  private static final int LONGEST_PAGE = 100;

  /** Records that are offered to hang a document on. */
  private static final int RECORDS = 50;

  private final Transactions tx;
  private final Access access;
  private final StoreDoor door;
  private final StoreSeals seals;
  private final People people;
  private final CaseFiles files;
  private final Staff staff;
  private final Timeline timeline;

  @Activate
  public Shelf(
      @Reference(target = "(opora.unit=documents)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference CaseFiles files,
      @Reference Keys keys,
      @Reference Staff staff,
      @Reference Timeline timeline) {
    this.tx = tx;
    this.access = access;
    this.door = new StoreDoor(access, audit, people, files);
    this.seals = new StoreSeals(keys);
    this.people = people;
    this.files = files;
    this.staff = staff;
    this.timeline = timeline;
  }

  /**
   * A document as a list shows it.
   *
   * @param person name of whom it is about; null when it is about the family, or about somebody
   *     whom the viewer does not see
   * @param file the present version
   * @param withdrawnOn null unless it was withdrawn, as {@code withdrawnBy} and {@code
   *     withdrawnWhy} are
   */
  public record Line(
      DocumentId id,
      long version,
      Place place,
      DocumentKind kind,
      String title,
      LocalDate datedOn,
      PersonName person,
      File file,
      LocalDate withdrawnOn,
      String withdrawnBy,
      String withdrawnWhy) {}

  /**
   * A version without its content.
   *
   * @param kilobytes at least 1
   * @param hash SHA-256 in hexadecimal
   * @param cleaned whether something was left out that a camera or a program had said about it
   */
  public record File(
      UUID id,
      int number,
      ContentKind kind,
      String name,
      int kilobytes,
      String hash,
      boolean cleaned,
      String by,
      Instant at) {}

  /**
   * @param files all versions, the newest first
   * @param record to which it belongs; null when to none, or to one that the viewer does not see
   * @param home the file in which the viewer has it; null when in none
   */
  public record View(Line line, List<File> files, Timeline.Entry record, CaseFileId home) {}

  /**
   * What leaves the house.
   *
   * @param pieces opened one after the other while they are handed out
   */
  public record Content(
      Place place, String name, String contentType, int length, Iterable<byte[]> pieces) {}

  /** The newest day first. */
  public Page<Line> of(Viewer viewer, CaseFileId file, String after, int limit) {
    CaseFiles.Header header = door.file(viewer, DocumentsModule.READ, file);
    int most = Math.max(1, Math.min(limit, LONGEST_PAGE));
    return tx.read(
        em -> {
          DocumentQueries queries = new DocumentQueries(em);
          DocumentRow last = last(queries, after).orElse(null);
          List<DocumentRow> rows =
              queries.of(open(viewer, header, Set.of(), queries), last, most + 1);
          List<DocumentRow> shown = rows.subList(0, Math.min(most, rows.size()));
          String next = rows.size() > most ? shown.get(most - 1).id().toString() : null;
          return new Page<>(lines(em, viewer, shown), next);
        });
  }

  /**
   * What lies in a file, and nothing of what it says: the same as in its list, without what was
   * withdrawn. Nothing where the viewer may not know of the file.
   *
   * @param most how many at most, the newest day first
   */
  public List<DocumentRow> held(Viewer viewer, CaseFileId file, int most) {
    if (!door.lets(viewer, DocumentsModule.READ, file)) {
      return List.of();
    }
    CaseFiles.Header header = files.header(viewer, file);
    return tx.read(
        em -> {
          DocumentQueries queries = new DocumentQueries(em);
          return queries.of(open(viewer, header, Set.of(), queries), null, most).stream()
              .filter(row -> row.withdrawnOn() == null)
              .toList();
        });
  }

  private DocumentQueries.Open open(
      Viewer viewer, CaseFiles.Header header, Set<UUID> about, DocumentQueries queries) {
    UUID file = header.id().value();
    List<DocumentKind> kinds = door.kinds(viewer, header.id());
    List<ChildFileId> brought = queries.children(file).stream().map(ChildFileId::new).toList();
    return new DocumentQueries.Open(
        file,
        door.children(viewer, DocumentsModule.READ, header).stream()
            .map(child -> child.file().value())
            .toList(),
        door.alone(viewer, brought).stream().map(ChildFileId::value).toList(),
        kinds,
        door.everywhere(viewer, DocumentsModule.READ, kinds),
        access.scope(viewer, DocumentsModule.READ),
        about);
  }

  /**
   * The newest ones about a person in the files in which the person is now, as far as they are open
   * to the viewer.
   *
   * @throws NotFound also when the viewer may not know of the person
   */
  public List<Line> about(Viewer viewer, PersonId person, int limit) {
    Set<UUID> keys = people.idsOf(person).stream().map(PersonId::value).collect(Collectors.toSet());
    List<CaseFileId> in =
        door.now(viewer, person)
            .filter(file -> door.lets(viewer, DocumentsModule.READ, file))
            .toList();
    Collection<CaseFiles.Header> headers = files.headers(viewer, in).values();
    return tx.read(
        em -> {
          DocumentQueries queries = new DocumentQueries(em);
          List<DocumentRow> rows =
              headers.stream()
                  .flatMap(
                      header ->
                          queries.of(open(viewer, header, keys, queries), null, limit).stream())
                  .distinct()
                  .sorted(
                      Comparator.comparing(DocumentRow::datedOn)
                          .thenComparing(DocumentRow::id)
                          .reversed())
                  .limit(limit)
                  .toList();
          return lines(em, viewer, rows);
        });
  }

  /**
   * In which file whoever sees a document works with it: where the child is now with which it went,
   * or else that into which it was brought; empty when the viewer sees every document, and none of
   * these files.
   *
   * @throws NotFound when the viewer may not know of it
   */
  public Optional<CaseFileId> home(Viewer viewer, Line line) {
    return door.require(viewer, DocumentsModule.READ, line.place(), line.kind());
  }

  private static Optional<DocumentRow> last(DocumentQueries queries, String cursor) {
    try {
      return cursor == null ? Optional.empty() : queries.document(UUID.fromString(cursor));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /**
   * @throws NotFound also when the viewer may not know of it
   */
  public View view(Viewer viewer, DocumentId id) {
    return tx.read(
        em -> {
          DocumentRow row = row(em, id);
          Optional<CaseFileId> home = let(em, viewer, row);
          Line line = lines(em, viewer, List.of(row)).get(0);
          List<VersionRow> versions = new DocumentQueries(em).versions(row.id());
          Map<StaffId, String> names = names(versions.stream().map(VersionRow::addedBy));
          return new View(
              line,
              versions.stream().map(one -> file(row.place(), one, names)).toList(),
              record(viewer, row),
              home.orElse(null));
        });
  }

  /**
   * @throws NotFound also when it was withdrawn
   */
  public Content content(Viewer viewer, DocumentId id, UUID version) {
    return tx.read(
        em -> {
          DocumentRow row = row(em, id);
          let(em, viewer, row);
          if (row.withdrawnOn() != null) {
            throw new NotFound();
          }
          DocumentQueries queries = new DocumentQueries(em);
          VersionRow one =
              queries.versions(row.id()).stream()
                  .filter(each -> each.id().equals(version))
                  .findFirst()
                  .orElseThrow(NotFound::new);
          List<UUID> pieces = queries.pieces(one.id());
          seals.verify(row.place(), one, pieces, queries::piece);
          return new Content(
              row.place(),
              seals.name(row.place(), one),
              one.kind().contentType(),
              one.bytes(),
              () -> pieces.stream().map(piece -> piece(row.place(), piece)).iterator());
        });
  }

  private byte[] piece(Place place, UUID piece) {
    return seals.piece(place, piece, tx.read(em -> new DocumentQueries(em).piece(piece)));
  }

  /** Kinds that the viewer may bring into this file. */
  public List<DocumentKind> kinds(Viewer viewer, CaseFileId file) {
    return door.kinds(viewer, file);
  }

  /** What lately happened in this file and may be what a document belongs to. */
  public List<Timeline.Entry> records(Viewer viewer, CaseFileId file) {
    return timeline.of(viewer, file, null, RECORDS).items().stream()
        .filter(entry -> !entry.origin().equals(DocumentsModule.ID))
        .toList();
  }

  private static DocumentRow row(EntityManager em, DocumentId id) {
    return new DocumentQueries(em).document(id.value()).orElseThrow(NotFound::new);
  }

  private Optional<CaseFileId> let(EntityManager em, Viewer viewer, DocumentRow row) {
    door.named(viewer, DocumentsModule.READ, named(em, row));
    return door.require(viewer, DocumentsModule.READ, row.place(), row.kind());
  }

  private static List<PersonId> named(EntityManager em, DocumentRow row) {
    return new DocumentQueries(em).named(row.id()).stream().map(PersonId::new).toList();
  }

  private Timeline.Entry record(Viewer viewer, DocumentRow row) {
    CaseFileId file = row.place().file();
    return row.about() != null && access.decide(viewer, CaseFiles.READ, Subject.of(file)).allowed()
        ? timeline.behind(viewer, file, Set.of(row.about())).get(row.about())
        : null;
  }

  private List<Line> lines(EntityManager em, Viewer viewer, List<DocumentRow> rows) {
    Map<UUID, VersionRow> present =
        new DocumentQueries(em)
            .present(rows.stream().map(DocumentRow::id).toList()).stream()
                .collect(Collectors.toMap(VersionRow::document, Function.identity()));
    Map<StaffId, String> names =
        names(
            Stream.concat(
                rows.stream().map(DocumentRow::withdrawnBy),
                present.values().stream().map(VersionRow::addedBy)));
    Map<PersonId, PersonName> about = people.names(viewer, persons(rows));
    return rows.stream()
        .map(
            row ->
                new Line(
                    new DocumentId(row.id()),
                    row.version(),
                    row.place(),
                    row.kind(),
                    seals.title(row),
                    row.datedOn(),
                    row.person() == null ? null : about.get(new PersonId(row.person())),
                    file(row.place(), present.get(row.id()), names),
                    row.withdrawnOn(),
                    row.withdrawnBy() == null ? null : names.get(new StaffId(row.withdrawnBy())),
                    seals.why(row)))
        .toList();
  }

  private static Set<PersonId> persons(Collection<DocumentRow> rows) {
    return rows.stream()
        .map(DocumentRow::person)
        .filter(Objects::nonNull)
        .map(PersonId::new)
        .collect(Collectors.toSet());
  }

  private Map<StaffId, String> names(Stream<UUID> members) {
    return staff.names(
        members.filter(Objects::nonNull).map(StaffId::new).collect(Collectors.toSet()));
  }

  private File file(Place place, VersionRow row, Map<StaffId, String> names) {
    return new File(
        row.id(),
        row.number(),
        row.kind(),
        seals.name(place, row),
        Math.max(1, row.bytes() / 1024),
        seals.hash(place, row),
        row.cleaned(),
        names.get(new StaffId(row.addedBy())),
        row.addedAt());
  }
}
