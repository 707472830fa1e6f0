package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.duties.spi.RetentionLaw;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.ClosingReason;
import org.opora.api.files.FileKind;
import org.opora.api.files.FileStatus;
import org.opora.api.files.LeavingWay;
import org.opora.api.files.PartRole;
import org.opora.api.files.ReopeningReason;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Transactions;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.ChildFile;
import org.opora.registry.files.domain.FileCarer;
import org.opora.registry.files.domain.FileNumber;
import org.opora.registry.files.domain.Reopened;
import org.opora.registry.files.persistence.CoverRow;
import org.opora.registry.files.persistence.FileQueries;
import org.opora.registry.files.persistence.FileRow;
import org.opora.registry.files.persistence.HeaderQueries;
import org.opora.registry.files.persistence.KeptAway;
import org.opora.registry.people.domain.Fold;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.ChildDoor;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.application.Taken;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.FileInScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Case files: cover, carers, who works with them. */
@Component(service = {CaseFiles.class, CaseFilesDesk.class})
public final class CaseFilesDesk implements CaseFiles {
  private static final int LONGEST_PAGE = 100;
  private static final int NAME = 200;
  private final Transactions tx;
  private final Access access;
  private final Aliases aliases;
  private final FileChange change;
  private final FileStory story;
  private final OneAgreement one;
  private final LawBook law;
  private final Choices choices;

  @Activate
  public CaseFilesDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference Aliases aliases,
      @Reference FileChange change,
      @Reference FileStory story,
      @Reference OneAgreement one,
      @Reference LawBook law,
      @Reference Choices choices) {
    this.tx = tx;
    this.access = access;
    this.aliases = aliases;
    this.change = change;
    this.story = story;
    this.one = one;
    this.law = law;
    this.choices = choices;
  }

  /**
   * Whoever may write only their own becomes the key worker of what they open, or they could not go
   * on with it.
   */
  @Override
  public CaseFileId open(Viewer viewer, NewFile file) {
    access.require(viewer, WRITE);
    String familyName = Refusals.line("familyName", file.familyName(), NAME);
    LocalDate openedOn = Refusals.day("openedOn", file.openedOn());
    return tx.required(
        em -> {
          FileNumbers numbers = new FileNumbers(em);
          boolean given = file.number() != null && !file.number().isBlank();
          FileNumber number =
              given ? numbers.taken(file.number(), null) : numbers.next(openedOn.getYear());
          CaseFileId id = CaseFileId.next();
          CaseFile row = new CaseFile(id, number, familyName, Fold.fold(familyName), openedOn);
          row.turn(file.kind());
          em.persist(row);
          em.flush();
          if (viewer.reach(WRITE) == Reach.OWN) {
            new Assignments(em, id)
                .from(viewer.today(), RelationKind.KEY_WORKER, viewer.staff(), "keyWorker");
          }
          story.findable(row);
          story.happened(viewer, id, "file-opened", id.value(), openedOn);
          change.followed(em, viewer, id, "file.opened");
          return id;
        });
  }

  @Override
  public void amend(Viewer viewer, CaseFileId file, long version, NewFile now) {
    String familyName = Refusals.line("familyName", now.familyName(), NAME);
    LocalDate openedOn = Refusals.day("openedOn", now.openedOn());
    change.in(
        viewer,
        file,
        "file.amended",
        (em, row) -> {
          Refusals.fresh(row.version(), version);
          row.cover(
              new FileNumbers(em).taken(now.number(), file.value()),
              familyName,
              Fold.fold(familyName),
              openedOn);
          story.findable(row);
          story.happened(viewer, file, "file-opened", file.value(), openedOn);
          return null;
        });
  }

  @Override
  public void close(Viewer viewer, CaseFileId file, long version, LocalDate on, String why) {
    Refusals.day("closedOn", on);
    change.in(
        viewer,
        file,
        "file.closed",
        (em, row) -> {
          Refusals.fresh(row.version(), version);
          Refusals.inOrder("closedOn", row.openedOn(), on);
          if (on.isAfter(viewer.today())) {
            throw Refusals.refused("closedOn", "refused.future", on);
          }
          ended(em, file, "Agreement", "endedOn", on, "refused.close-agreement");
          if (row.kind().agreement()) {
            ended(em, file, "Placement", "until", on, "refused.close-placement");
          } else if (why == null) {
            throw Refusals.refused("why", "refused.close-reason");
          }
          if (ClosingReason.MISTAKE.equals(why)) {
            // Whether nobody has worked in it is seen where it is taken back.
            throw Refusals.refused("why", "refused.close-mistake");
          }
          if (why != null
              && !choices.fits(ClosingReason.LIST, List.of(why), viewer.today(), List.of())) {
            throw Refusals.refused("why", "refused.choice-gone");
          }
          ended(em, file, "AgreedAim", "endedOn", on, "refused.close-aim");
          decidedProposals(em, file);
          ended(em, file, "ServiceRequest", "decidedOn", on, "refused.close-request");
          if (!row.kind().agreement()) {
            new Parts(em, file).end(on);
          }
          row.close(on, why);
          row.keep(law.retentionOf(row.kind()).map(RetentionLaw.Kept::code).orElse(null));
          AgreementRows.all(em, file).stream()
              .filter(agreement -> agreement.closedOn() == null)
              .forEach(agreement -> agreement.close(on));
          story.happened(
              viewer, file, "file-closed", FileStory.source("closed-" + on, file.value()), on);
          return null;
        });
  }

  @Override
  public void reopen(
      Viewer viewer, CaseFileId file, long version, LocalDate on, ReopeningReason why) {
    reopen(viewer, file, version, on, why, Set.of());
  }

  @Override
  public void reopen(
      Viewer viewer,
      CaseFileId file,
      long version,
      LocalDate on,
      ReopeningReason why,
      Collection<PersonId> chosen) {
    Refusals.day("reopenedOn", on);
    if (why == null) {
      throw Refusals.refused("why", "refused.required");
    }
    change.again(
        viewer,
        file,
        "file.reopened",
        (em, row) -> {
          Refusals.fresh(row.version(), version);
          LocalDate closedOn = row.closedOn();
          Refusals.inOrder("reopenedOn", closedOn, on);
          if (on.isAfter(viewer.today())) {
            throw Refusals.refused("reopenedOn", "refused.future", on);
          }
          Reopened again = new Reopened(Ids.next(), row, on, why, viewer.staff());
          em.persist(again);
          // A file with an agreement is closed with nobody in it, unless it was opened by mistake.
          boolean mistaken = ClosingReason.MISTAKE.equals(row.closedFor());
          row.reopen();
          if (!row.kind().agreement() || mistaken) {
            ComingBack back = new ComingBack(em, file, access, aliases);
            // Meanwhile a child may have come to another family.
            new Parts(em, file)
                .again(closedOn, on, person -> back.free(viewer, person, closedOn), chosen)
                .forEach(child -> new Doubts(em).follow(aliases.idsOf(child), viewer.today()));
          }
          story.happened(viewer, file, "file-reopened", again.id(), on);
          return null;
        });
  }

  @Override
  public List<Leaver> atClosing(Viewer viewer, CaseFileId file) {
    change.requireLeading(viewer, file);
    return tx.read(
        em -> {
          CaseFile row = Held.load(em, CaseFile.class, file.value());
          if (row.closedOn() == null || row.kind().agreement()) {
            return List.of();
          }
          ComingBack back = new ComingBack(em, file, access, aliases);
          return new Parts(em, file)
              .atClosing(row.closedOn()).entrySet().stream()
                  .filter(part -> back.free(viewer, part.getKey(), row.closedOn()))
                  .map(part -> leaver(em, part.getKey(), part.getValue()))
                  .sorted(Comparator.comparing(Leaver::since))
                  .toList();
        });
  }

  private static Leaver leaver(EntityManager em, PersonId person, LocalDate since) {
    Person row = Held.load(em, Person.class, person.value());
    return new Leaver(person, new PersonName(row.given(), row.family()), since);
  }

  /** Nobody would ever see that a family still waits for an agreement. */
  private static void decidedProposals(EntityManager em, CaseFileId file) {
    long open =
        em.createQuery(
                "SELECT COUNT(p.id) FROM Proposal p WHERE p.file = :file AND p.state NOT IN :done",
                Long.class)
            .setParameter("file", file.value())
            .setParameter("done", List.of(AgreementState.SIGNED, AgreementState.DROPPED))
            .getSingleResult();
    if (open > 0) {
      throw Refusals.refused("closedOn", "refused.close-proposal");
    }
  }

  private static void ended(
      EntityManager em, CaseFileId file, String entity, String last, LocalDate on, String key) {
    long lasting =
        em.createQuery(
                "SELECT COUNT(t.id) FROM "
                    + entity
                    + " t WHERE t.file = :file AND (t."
                    + last
                    + " IS NULL OR t."
                    + last
                    + " > :on)",
                Long.class)
            .setParameter("file", file.value())
            .setParameter("on", on)
            .getSingleResult();
    if (lasting > 0) {
      throw Refusals.refused("closedOn", key);
    }
  }

  @Override
  public void join(Viewer viewer, CaseFileId file, PersonId carer, PartRole role, LocalDate from) {
    if (carer == null) {
      throw Refusals.refused("carer", "refused.required");
    }
    Refusals.day("from", from);
    new Taken(access).require(viewer, carer);
    change.in(
        viewer,
        file,
        "carer.added",
        (em, row) -> {
          if (!row.kind().roles().contains(role)) {
            throw Refusals.refused("role", "refused.part-role");
          }
          boolean already =
              carers(em, file, carer).stream()
                  .anyMatch(part -> part.until() == null || !part.until().isBefore(from));
          if (already) {
            throw Refusals.refused("carer", "refused.already-carer");
          }
          new Newcomers(em, file).require(aliases.idsOf(carer), viewer.today(), "carer");
          OneAgreement.Watch watch = one.joining(em, file, carer);
          FileCarer part = new FileCarer(Ids.next(), file, carer, role, from);
          em.persist(part);
          watch.refuse("carer");
          watch.note(viewer);
          story.happened(viewer, file, joined(role), part.id(), from);
          return null;
        });
  }

  private static String joined(PartRole role) {
    return role == PartRole.CARER ? "carer-joined" : "adult-joined";
  }

  @Override
  public void endCarer(Viewer viewer, CaseFileId file, PersonId carer, Leaving leaving) {
    String reference = Refusals.optional("reference", leaving.reference(), NAME);
    change.in(
        viewer,
        file,
        "carer.ended",
        (em, row) -> {
          FileCarer part = lasting(em, file, carer);
          LocalDate lastDay =
              row.kind().agreement() ? lastDay(em, viewer, file, carer, leaving) : leaving.on();
          boolean separated = leaving.way() == LeavingWay.SEPARATED;
          Refusals.inOrder(separated ? "decidedOn" : "until", part.since(), lastDay);
          OneAgreement.Watch watch = one.watch(em, file);
          part.leaves(leaving.way(), lastDay, leaving.apartSince(), reference);
          watch.note(viewer);
          story.happened(
              viewer,
              file,
              separated ? "carer-separated" : left(part.role()),
              part.id(),
              separated ? leaving.on() : lastDay);
          return null;
        });
  }

  private static String left(PartRole role) {
    return role == PartRole.CARER ? "carer-left" : "adult-left";
  }

  /**
   * The last day as a carer; nothing is written.
   *
   * @throws org.opora.api.faults.Refused when nobody can leave in this way
   */
  public LocalDate lastDay(Viewer viewer, CaseFileId file, PersonId carer, Leaving leaving) {
    access.require(viewer, WRITE, Subject.of(file));
    return tx.read(
        em -> {
          lasting(em, file, carer);
          return lastDay(em, viewer, file, carer, leaving);
        });
  }

  /** The part of the person as a carer, which lasts; whoever has left leaves no more. */
  private static FileCarer lasting(EntityManager em, CaseFileId file, PersonId carer) {
    List<FileCarer> parts = carers(em, file, carer);
    return parts.stream()
        .filter(part -> part.until() == null)
        .findFirst()
        .orElseThrow(
            () ->
                parts.stream()
                    .map(FileCarer::until)
                    .max(Comparator.naturalOrder())
                    .<RuntimeException>map(
                        until -> Refusals.refused(null, "refused.carer-left", until))
                    .orElseGet(NotFound::new));
  }

  private LocalDate lastDay(
      EntityManager em, Viewer viewer, CaseFileId file, PersonId carer, Leaving leaving) {
    Set<PersonId> oneself = Set.copyOf(aliases.idsOf(carer));
    List<FileCarer> others =
        em
            .createQuery("SELECT c FROM FileCarer c WHERE c.file = :file", FileCarer.class)
            .setParameter("file", file.value())
            .getResultList()
            .stream()
            .filter(part -> !oneself.contains(part.person()))
            .toList();
    return new LeavingRules(law.agreementsOrRefuse())
        .lastDay(leaving, AgreementRows.all(em, file), others, viewer.today());
  }

  /** Whether there is or was an agreement that a carer leaves only in certain ways. */
  public boolean asksHow(Viewer viewer, CaseFileId file) {
    access.require(viewer, READ, Subject.of(file));
    return tx.read(
        em -> new LeavingRules(law.agreements()).asks(AgreementRows.all(em, file), viewer.today()));
  }

  private static List<FileCarer> carers(EntityManager em, CaseFileId file, PersonId carer) {
    return em.createQuery(
            "SELECT c FROM FileCarer c WHERE c.file = :file AND c.person = :person",
            FileCarer.class)
        .setParameter("file", file.value())
        .setParameter("person", carer.value())
        .getResultList();
  }

  @Override
  public void assign(
      Viewer viewer, CaseFileId file, StaffId keyWorker, StaffId deputy, LocalDate from) {
    Refusals.day("from", from);
    if (keyWorker != null && keyWorker.equals(deputy)) {
      throw Refusals.refused("deputy", "refused.deputy-is-key-worker");
    }
    change.in(
        viewer,
        file,
        "file.assigned",
        (em, row) -> {
          open(em, viewer, file, keyWorker, "keyWorker");
          open(em, viewer, file, deputy, "deputy");
          Assignments assignments = new Assignments(em, file);
          assignments.from(from, RelationKind.KEY_WORKER, keyWorker, "keyWorker");
          assignments.from(from, RelationKind.DEPUTY, deputy, "deputy");
          return null;
        });
  }

  /** Nobody leads a family from which a wall keeps them away; why is not said. */
  private static void open(
      EntityManager em, Viewer viewer, CaseFileId file, StaffId worker, String field) {
    if (worker != null
        && new KeptAway(em)
            .of(List.of(file), viewer.today())
            .getOrDefault(file, Set.of())
            .contains(worker)) {
      throw Refusals.refused(field, "refused.cannot-take");
    }
  }

  @Override
  public void settle(Viewer viewer, CaseFileId file, UUID doubt) {
    change.in(
        viewer,
        file,
        "doubt.settled",
        (em, row) -> {
          new Doubts(em).settle(file, doubt, viewer.staff(), viewer.today());
          return null;
        });
  }

  @Override
  public Header header(Viewer viewer, CaseFileId file) {
    access.require(viewer, READ, Subject.of(file));
    return tx.read(em -> header(em, viewer, file));
  }

  @Override
  public boolean whole(Viewer viewer, CaseFileId file) {
    access.require(viewer, READ, Subject.of(file));
    return tx.read(
        em ->
            !new KeptAway(em)
                .of(List.of(file), viewer.today())
                .getOrDefault(file, Set.of())
                .contains(viewer.staff()));
  }

  private Header header(EntityManager em, Viewer viewer, CaseFileId file) {
    FileRow row = new FileQueries(em).row(file.value()).orElseThrow(NotFound::new);
    if (hidden(viewer, row)) {
      throw new NotFound();
    }
    return header(new HeaderQueries(em, viewer), row);
  }

  /** An archived file is there for those alone who lead the archive. */
  private boolean hidden(Viewer viewer, FileRow row) {
    return row.archivedOn() != null
        && !access.decide(viewer, ArchiveDesk.USE, Subject.of(new CaseFileId(row.id()))).allowed();
  }

  @Override
  public Set<CaseFileId> putAway(Viewer viewer, Collection<CaseFileId> files) {
    if (files.isEmpty()) {
      return Set.of();
    }
    return tx.read(
        em -> {
          FileQueries queries = new FileQueries(em);
          Set<UUID> archived = new HashSet<>(queries.archived(Chunks.values(files)));
          Scope leads = access.scope(viewer, ArchiveDesk.USE);
          if (!archived.isEmpty() && !leads.empty()) {
            queries.rows(leads, List.copyOf(archived)).forEach(row -> archived.remove(row.id()));
          }
          return archived.stream().map(CaseFileId::new).collect(Collectors.toSet());
        });
  }

  private static Header header(HeaderQueries queries, FileRow row) {
    return queries.complete(List.of(row)).get(0);
  }

  @Override
  public Map<CaseFileId, Header> headers(Viewer viewer, Collection<CaseFileId> files) {
    Scope scope = access.scope(viewer, READ);
    if (scope.empty() || files.isEmpty()) {
      return Map.of();
    }
    return tx.read(
        em -> {
          Map<CaseFileId, Header> headers = new HashMap<>();
          List<FileRow> rows = new FileQueries(em).rows(scope, Chunks.values(files));
          new HeaderQueries(em, viewer)
              .complete(rows.stream().filter(row -> !hidden(viewer, row)).toList())
              .forEach(header -> headers.put(header.id(), header));
          return headers;
        });
  }

  @Override
  public Page<Header> list(
      Viewer viewer, FileKind kind, FileStatus status, String after, int limit) {
    Scope scope = access.scope(viewer, READ);
    if (scope.empty() || status == FileStatus.ARCHIVED) {
      // The archive is asked for with a reason, and elsewhere.
      return Page.last(List.of());
    }
    return tx.read(
        em -> {
          Page<FileRow> rows =
              new FileQueries(em)
                  .page(scope, kind, status, after, Cursors.within(limit, LONGEST_PAGE));
          return new Page<>(new HeaderQueries(em, viewer).complete(rows.items()), rows.next());
        });
  }

  @Override
  public long count(Viewer viewer, FileStatus status) {
    if (status == FileStatus.ARCHIVED) {
      return 0;
    }
    Scope scope = access.scope(viewer, READ);
    return scope.empty() ? 0 : tx.read(em -> new FileQueries(em).count(scope, status));
  }

  @Override
  public Optional<CaseFileId> find(Viewer viewer, String number) {
    Scope scope = access.scope(viewer, READ);
    return scope.empty() || number == null
        ? Optional.empty()
        : tx.read(em -> new FileQueries(em).byNumber(scope, number.strip()))
            .map(row -> new CaseFileId(row.id()));
  }

  @Override
  public Cover cover(Viewer viewer, CaseFileId file) {
    access.require(viewer, READ, Subject.of(file));
    return tx.read(em -> cover(em, viewer, file, new HeaderQueries(em, viewer)));
  }

  /** The same for a file into which the viewer has been let with {@link CaseFiles#READ}. */
  Cover cover(EntityManager em, Viewer viewer, FileInScope in) {
    return cover(em, viewer, in.file(), new HeaderQueries(em, viewer, in.walled()));
  }

  private Cover cover(EntityManager em, Viewer viewer, CaseFileId file, HeaderQueries headers) {
    CoverRow row = new FileQueries(em).cover(file.value()).orElseThrow(NotFound::new);
    if (hidden(viewer, row.file())) {
      throw new NotFound();
    }
    FileRecords records = new FileRecords(em, viewer, file);
    return new Cover(
        header(headers, row.file()),
        row.version(),
        row.openedOn(),
        row.file().closedOn(),
        row.closedFor() == null ? null : choices.all(ClosingReason.LIST).term(row.closedFor()),
        row.file().closedOn() != null && row.file().archivedOn() == null && leads(viewer, file),
        row.reopened() ? records.reopened() : List.of(),
        row.movedIn(),
        row.doubted() ? records.doubts(access.scope(viewer, READ)) : List.of(),
        row.staged() || row.file().kind().applicants());
  }

  private boolean leads(Viewer viewer, CaseFileId file) {
    return access.decide(viewer, WRITE, Subject.of(file)).allowed() && change.leads(viewer, file);
  }

  @Override
  public History history(Viewer viewer, CaseFileId file) {
    access.require(viewer, READ, Subject.of(file));
    return tx.read(em -> new FileRecords(em, viewer, file).history());
  }

  @Override
  public ChildFileId childFile(PersonId child) {
    Set<PersonId> known = aliases.idsOf(child);
    return tx.read(em -> SubFiles.of(em, child, known).orElseThrow(NotFound::new));
  }

  @Override
  public Set<ChildFileId> staying(Collection<ChildFileId> children, LocalDate on) {
    return children.isEmpty()
        ? Set.of()
        : tx.read(em -> SubFiles.staying(em, children, on, aliases::idsOf));
  }

  @Override
  public PersonId child(Viewer viewer, ChildFileId file) {
    access.require(viewer, READ, Subject.of(file));
    return tx.read(
        em -> {
          new ChildDoor(em, access).require(viewer, READ, file);
          return Held.load(em, ChildFile.class, file.value()).child();
        });
  }
}
