package org.opora.registry.trail.application;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Roles;
import org.opora.api.access.SealedTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.TrailReader;
import org.opora.api.access.TrailReader.Line;
import org.opora.api.access.TrailReader.Wanted;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.PersonDoor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The trail for those who watch over it. Names stand in it as far as the viewer may see them
 * elsewhere; that it was read is in the trail before anything is shown.
 */
@Component(service = TrailDesk.class)
public final class TrailDesk {
  /** So many days at once, so that a question stays one that can be answered while people wait. */
  public static final int LONGEST = 92;

  private final Transactions tx;
  private final AuditTrail audit;
  private final TrailReader reader;
  private final SealedTrail seals;
  private final Access access;
  private final TrailNames.Sources sources;
  private final PersonDoor door;
  private final ActWords words;

  @Activate
  public TrailDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference TrailReader reader,
      @Reference SealedTrail seals,
      @Reference Aliases aliases,
      @Reference Staff staff,
      @Reference CaseFiles files,
      @Reference People people,
      @Reference Bodies bodies,
      @Reference Roles roles,
      @Reference ActWords words) {
    this.tx = tx;
    this.audit = audit;
    this.reader = reader;
    this.seals = seals;
    this.access = access;
    this.sources = new TrailNames.Sources(staff, files, people, bodies, roles);
    this.words = words;
    this.door = new PersonDoor(tx, access, audit, aliases);
  }

  public ActWords words() {
    return words;
  }

  /**
   * A page of it, recorded.
   *
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the file or the person
   */
  public Page<TrailLine> page(Viewer viewer, TrailQuery query, String after, int limit) {
    Page<TrailLine> page = rows(viewer, query, after, limit);
    audit.read(
        viewer,
        viewer.may(AuditTrail.READ) ? AuditTrail.READ : TrailReader.TECHNICAL,
        page.items().stream().map(TrailLine::about).flatMap(List::stream).distinct().toList(),
        query.detail());
    return page;
  }

  /**
   * The same for a file that whoever writes it records.
   *
   * @throws NotFound as above
   */
  public Page<TrailLine> rows(Viewer viewer, TrailQuery query, String after, int limit) {
    Page<Line> page = reader.page(viewer, wanted(viewer, query), after, limit);
    TrailNames names = new TrailNames(viewer, page.items(), words, sources);
    return page.map(names::line);
  }

  /** Where the trail and its days end. */
  public SealedTrail.Ends ends(Viewer viewer, int days) {
    return seals.ends(viewer, days);
  }

  /**
   * Where this day ended.
   *
   * @throws NotFound when nothing was sealed on it
   */
  public SealedTrail.End end(Viewer viewer, LocalDate day) {
    return seals.ends(viewer, Integer.MAX_VALUE).days().stream()
        .filter(end -> end.day().equals(day))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Whether the whole question fits into the days that are answered at once. */
  public static boolean fits(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) < LONGEST;
  }

  private Wanted wanted(Viewer viewer, TrailQuery query) {
    Set<Subject> about =
        query.person() != null
            ? person(viewer, query.person())
            : query.file() != null ? Set.of(file(viewer, query.file())) : Set.of();
    LocalDate from =
        fits(query.from(), query.to()) ? query.from() : query.to().minusDays(LONGEST - 1L);
    return new Wanted(
        from,
        query.to(),
        query.staff(),
        query.outcome(),
        act -> query.topic() == null || words.topic(act).equals(query.topic()),
        about);
  }

  /** Under every key. Somebody who is not there is answered like somebody behind a wall. */
  private Set<Subject> person(Viewer viewer, PersonId person) {
    Set<Subject> keys =
        door.open(viewer, People.READ, person).stream()
            .map(key -> Subject.of(new PersonId(key)))
            .collect(Collectors.toSet());
    tx.read(em -> Held.load(em, Person.class, person.value()));
    return keys;
  }

  private Subject file(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    tx.read(em -> Held.load(em, CaseFile.class, file.value()));
    return Subject.of(file);
  }
}
