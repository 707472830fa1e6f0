package org.opora.documents.store.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.documents.spi.DocumentKeeper;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.FileStatus;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.documents.DocumentsModule;
import org.opora.documents.shared.Refusals;
import org.opora.documents.store.domain.Document;
import org.opora.documents.store.domain.DocumentPiece;
import org.opora.documents.store.domain.DocumentVersion;
import org.opora.documents.store.domain.Limits;
import org.opora.documents.store.domain.Place;
import org.opora.documents.store.persistence.DocumentQueries;
import org.opora.documents.store.persistence.DocumentRow;
import org.opora.documents.store.persistence.VersionRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Documents are brought in, come in new versions, and are withdrawn. */
@Component(service = Filing.class)
public final class Filing {
  static final int LONGEST_TITLE = 200;
  static final int LONGEST_REASON = 1_000;
  private final Transactions tx;
  private final StoreDoor door;
  private final StoreSeals seals;
  private final CaseFiles files;
  private final AuditTrail audit;
  private final Timeline timeline;
  private final Story story;
  private final LimitBook limits;
  private final Turns turns;
  private final List<DocumentKeeper> keepers = new CopyOnWriteArrayList<>();

  @Activate
  public Filing(
      @Reference(target = "(opora.unit=documents)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference People people,
      @Reference CaseFiles files,
      @Reference Keys keys,
      @Reference Timeline timeline,
      @Reference Messages messages,
      @Reference LimitBook limits,
      @Reference Turns turns) {
    this.tx = tx;
    this.door = new StoreDoor(access, audit, people, files);
    this.seals = new StoreSeals(keys);
    this.files = files;
    this.audit = audit;
    this.timeline = timeline;
    this.story = new Story(timeline, messages);
    this.limits = limits;
    this.turns = turns;
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addKeeper(DocumentKeeper keeper) {
    keepers.add(keeper);
  }

  public void removeKeeper(DocumentKeeper keeper) {
    keepers.remove(keeper);
  }

  /** Whether a document has to stay as it was made. */
  public boolean kept(DocumentId id) {
    return keepers.stream().anyMatch(keeper -> keeper.keeps(id));
  }

  private void free(String field, DocumentId id) {
    if (kept(id)) {
      throw Refusals.refused(field, "document.refused.kept");
    }
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field; also when the content is none that is
   *     let in, or the file holds as many documents as the centre allows
   */
  public DocumentId add(Viewer viewer, CaseFileId file, NewDocument given, Sent sent) {
    return add(viewer, file, given, sent, (em, place, id, version) -> {});
  }

  /** What is written beside a document that comes in, in the same transaction. */
  @FunctionalInterface
  public interface Beside {
    void put(EntityManager em, Place place, DocumentId id, UUID version);
  }

  /**
   * Where such a document would lie.
   *
   * @throws org.opora.api.faults.Refused beside the field when it would not be let in
   */
  public Place admit(Viewer viewer, CaseFileId file, NewDocument given) {
    CaseFiles.Header header = door.file(viewer, DocumentsModule.WRITE, file);
    Place place = place(header, given.person());
    door.require(viewer, DocumentsModule.WRITE, place, given.kind());
    open(header.status());
    check(viewer, file, given);
    return place;
  }

  /** The same with something beside it. */
  public DocumentId add(
      Viewer viewer, CaseFileId file, NewDocument given, Sent sent, Beside beside) {
    return add(viewer, admit(viewer, file, given), given, sent, beside);
  }

  /**
   * What belongs to a document that is there: into the file in which whom that is about is today,
   * or, when they are in it no more, to where that document itself lies.
   *
   * @param home file in which the viewer has that document
   * @param given about the same person
   */
  public DocumentId addTo(
      Viewer viewer,
      DocumentId document,
      CaseFileId home,
      NewDocument given,
      Sent sent,
      Beside beside) {
    Place there = changes(viewer, document);
    if (given.person() == null || member(door.file(viewer, DocumentsModule.WRITE, home), given)) {
      return add(viewer, home, given, sent, beside);
    }
    check(viewer, there.file(), given);
    return add(viewer, there, given, sent, beside);
  }

  private static boolean member(CaseFiles.Header header, NewDocument given) {
    return Stream.concat(
            header.children().stream().map(CaseFiles.Child::person),
            header.carers().stream().map(CaseFiles.Carer::person))
        .anyMatch(given.person()::equals);
  }

  private DocumentId add(Viewer viewer, Place place, NewDocument given, Sent sent, Beside beside) {
    CaseFileId file = place.file();
    DocumentId id = DocumentId.next();
    // Whoever brings the next one counts this one.
    return turns.one(
        () -> {
          Limits most = limits.now();
          Incoming.Sealed taken = new Incoming(seals, most).take(viewer, place, sent);
          String title = Refusals.optional("title", given.title(), LONGEST_TITLE);
          byte[] sealed = seals.title(place, id.value(), title == null ? taken.name() : title);
          tx.run(
              em -> {
                // The file may have gone to the archive while it was looked into.
                open(files.header(viewer, file).status());
                if (new DocumentQueries(em).count(file.value()) >= most.ofAFile()) {
                  throw Refusals.refused(Incoming.FILE, "document.refused.many", most.ofAFile());
                }
                Document document =
                    new Document(
                        new Document.Added(
                            id,
                            place,
                            given.kind(),
                            sealed,
                            given.datedOn(),
                            given.about(),
                            viewer.staff(),
                            viewer.now()));
                int number = document.next();
                em.persist(document);
                put(em, document, number, taken);
                beside.put(em, place, id, taken.version().id());
                story.tell(viewer, document, "document.kind." + document.kind());
                wrote(viewer, "added", document);
              });
          return id;
        });
  }

  /**
   * The document as it is now; how it was before stays.
   *
   * @throws org.opora.api.faults.Refused also when it is the same file as the present version, the
   *     document was withdrawn, or has to stay as it was made
   */
  public void renew(Viewer viewer, DocumentId id, Sent sent) {
    Place place = changes(viewer, id);
    free(Incoming.FILE, id);
    turns.one(
        () -> {
          Limits most = limits.now();
          Incoming.Sealed taken = new Incoming(seals, most).take(viewer, place, sent);
          tx.run(
              em -> {
                changes(viewer, id);
                DocumentQueries queries = new DocumentQueries(em);
                Document document = queries.hold(id.value()).orElseThrow(NotFound::new);
                if (document.withdrawn()) {
                  throw Refusals.refused(Incoming.FILE, "document.refused.withdrawn");
                }
                if (document.versions() >= most.versions()) {
                  throw Refusals.refused(
                      Incoming.FILE, "document.refused.versions", most.versions());
                }
                VersionRow present = queries.present(List.of(id.value())).get(0);
                if (seals.hash(place, present).equals(taken.hash())) {
                  throw Refusals.refused(Incoming.FILE, "document.refused.same");
                }
                put(em, document, document.next(), taken);
                wrote(viewer, "version-added", document);
              });
          return null;
        });
  }

  /**
   * It was called wrongly, or another day stands on it. What it is and whom it is about stays as it
   * is: that says who has seen it.
   *
   * @param version that was seen
   * @throws org.opora.api.faults.Refused also when it has to stay as it was made
   * @throws Stale when it has another version by now or was withdrawn
   */
  public void correct(Viewer viewer, DocumentId id, long version, String title, LocalDate datedOn) {
    Place place = changes(viewer, id);
    free(null, id);
    String line = Refusals.line("title", title, LONGEST_TITLE);
    notToCome(viewer, datedOn);
    tx.run(
        em -> {
          Document document = seen(em, viewer, id, version);
          document.correct(seals.title(place, id.value(), line), datedOn);
          story.tell(viewer, document, "document.kind." + document.kind());
          wrote(viewer, "corrected", document);
        });
  }

  private Document seen(EntityManager em, Viewer viewer, DocumentId id, long version) {
    changes(viewer, id);
    Document document = new DocumentQueries(em).hold(id.value()).orElseThrow(NotFound::new);
    if (document.version() != version || document.withdrawn()) {
      throw new Stale();
    }
    return document;
  }

  /**
   * It does not belong here: nobody opens it any more, the trace and the sealed content stay.
   *
   * @param version that was seen
   * @throws org.opora.api.faults.Refused when the reason is missing
   * @throws Stale when it has another version by now or was withdrawn
   */
  public void withdraw(Viewer viewer, DocumentId id, long version, String why) {
    Place place = changes(viewer, id);
    String reason = Refusals.line("why", why, LONGEST_REASON);
    tx.run(
        em -> {
          Document document = seen(em, viewer, id, version);
          document.withdraw(viewer.today(), viewer.staff(), seals.why(place, id.value(), reason));
          story.tell(viewer, document, "document.withdrawn");
          keepers.forEach(keeper -> keeper.gone(id));
          wrote(viewer, "withdrawn", document);
        });
  }

  /**
   * Where a document lies that the viewer may change; asked again within a transaction, because its
   * file may have gone to the archive meanwhile.
   *
   * @throws NotFound also when the viewer may not know of it
   * @throws org.opora.api.faults.Refused when it lies in a file of the archive
   */
  public Place changes(Viewer viewer, DocumentId id) {
    DocumentRow row =
        tx.read(em -> new DocumentQueries(em).document(id.value())).orElseThrow(NotFound::new);
    door.named(
        viewer,
        DocumentsModule.WRITE,
        tx.read(em -> new DocumentQueries(em).named(id.value())).stream()
            .map(PersonId::new)
            .toList());
    door.require(viewer, DocumentsModule.WRITE, row.place(), row.kind())
        .ifPresent(home -> open(files.header(viewer, home).status()));
    return row.place();
  }

  private static void open(FileStatus status) {
    if (status == FileStatus.ARCHIVED) {
      throw Refusals.refused(null, "document.refused.archived");
    }
  }

  private void check(Viewer viewer, CaseFileId file, NewDocument given) {
    notToCome(viewer, given.datedOn());
    if (given.about() != null && timeline.behind(viewer, file, Set.of(given.about())).isEmpty()) {
      throw Refusals.refused("about", "document.refused.about");
    }
  }

  private static void notToCome(Viewer viewer, LocalDate datedOn) {
    if (datedOn.isAfter(viewer.today())) {
      throw Refusals.refused("dated-on", "document.refused.future");
    }
  }

  private Place place(CaseFiles.Header header, PersonId person) {
    if (person == null) {
      return new Place(header.id(), null, null);
    }
    // Whoever brings it may know them by another key than the file does.
    Set<PersonId> known = door.people().idsOf(person);
    for (CaseFiles.Child child : header.children()) {
      if (known.contains(child.person())) {
        return new Place(header.id(), child.file(), child.person());
      }
    }
    return header.carers().stream()
        .map(CaseFiles.Carer::person)
        .filter(known::contains)
        .findFirst()
        .map(carer -> new Place(header.id(), null, carer))
        .orElseThrow(() -> Refusals.refused("person", "document.refused.person"));
  }

  /** One piece after the other, none of them held any longer than it takes. */
  private static void put(EntityManager em, Document document, int number, Incoming.Sealed taken) {
    em.persist(new DocumentVersion(document.id(), number, taken.version()));
    em.flush();
    for (DocumentPiece piece : taken.pieces()) {
      em.persist(piece);
      em.flush();
      em.detach(piece);
    }
  }

  private void wrote(Viewer viewer, String doing, Document document) {
    UUID id = document.id().value();
    audit.wrote(viewer, "document." + doing, List.of(document.place().owner()), "document=" + id);
  }
}
