package org.opora.registry.trail.application;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.TrailReader;
import org.opora.api.access.TrailReader.Line;
import org.opora.api.access.TrailReader.Outcome;
import org.opora.api.access.TrailReader.Wanted;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.opora.registry.emergency.application.EmergencyDesk;
import org.opora.registry.shared.application.PersonDoor;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.trail.persistence.TieQueries;
import org.opora.registry.trail.persistence.TieQueries.Tie;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a person is told who asks who looked at their records: when, what was done, and on what
 * ground. Nobody is named in it, neither staff nor other people. Of a file it tells the days on
 * which the person was in it.
 */
@Component(service = ExtractDesk.class)
public final class ExtractDesk {
  private static final String WHY = "extract.why.";

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final TrailReader reader;
  private final People people;
  private final CaseFiles files;
  private final PersonDoor door;
  private final ActWords words;

  @Activate
  public ExtractDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference TrailReader reader,
      @Reference Aliases aliases,
      @Reference People people,
      @Reference CaseFiles files,
      @Reference ActWords words) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.reader = reader;
    this.people = people;
    this.files = files;
    this.words = words;
    this.door = new PersonDoor(tx, access, audit, aliases);
  }

  /** Of whom it is; asks for what the extract asks for. */
  public PersonName name(Viewer viewer, PersonId person) {
    access.require(viewer, AuditTrail.READ);
    door.open(viewer, People.READ, person);
    return people.view(viewer, person).name();
  }

  /**
   * A page of the extract, recorded.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer may read the trail
   * @throws NotFound when the viewer may not know of the person
   */
  public Page<ExtractLine> page(
      Viewer viewer, PersonId person, LocalDate from, LocalDate to, String after, int limit) {
    Page<ExtractLine> page = rows(viewer, person, from, to, after, limit);
    audit.read(
        viewer,
        "trail.extract",
        List.of(Subject.of(person)),
        "from=" + from + ";to=" + to + ";rows=" + page.items().size());
    return page;
  }

  /** The same for a file that whoever writes it records. */
  public Page<ExtractLine> rows(
      Viewer viewer, PersonId person, LocalDate from, LocalDate to, String after, int limit) {
    access.require(viewer, AuditTrail.READ);
    Set<UUID> keys = new HashSet<>(door.open(viewer, People.READ, person));
    childFile(person).ifPresent(keys::add);
    List<PersonView.FileRef> parts = people.view(viewer, person).files();
    List<Subject> about = new ArrayList<>();
    keys.forEach(key -> about.add(Subject.of(new PersonId(key))));
    parts.forEach(part -> about.add(Subject.of(part.file())));
    List<Tie> ties =
        tx.read(
            em ->
                new TieQueries(em).to(about.stream().map(Subject::id).collect(Collectors.toSet())));
    Page<Line> page = reader.page(viewer, Wanted.of(from, to).about(about), after, limit);
    List<ExtractLine> lines =
        page.items().stream()
            .filter(line -> concerns(line, keys, parts, viewer))
            .map(line -> line(line, ties, viewer))
            .toList();
    return new Page<>(lines, page.next());
  }

  private Optional<UUID> childFile(PersonId person) {
    try {
      return Optional.of(files.childFile(person).value());
    } catch (NotFound noChild) {
      return Optional.empty();
    }
  }

  /** A row that names the person, or a file of theirs on a day on which they were in it. */
  private static boolean concerns(
      Line line, Set<UUID> keys, List<PersonView.FileRef> parts, Viewer viewer) {
    LocalDate day = LocalDate.ofInstant(line.at(), viewer.zone());
    return line.about().stream()
        .anyMatch(
            one ->
                keys.contains(one.id())
                    || parts.stream()
                        .anyMatch(
                            part ->
                                part.file().equals(new CaseFileId(one.id()))
                                    && !part.from().isAfter(day)
                                    && (part.until() == null || !part.until().isBefore(day))));
  }

  private ExtractLine line(Line line, List<Tie> ties, Viewer viewer) {
    LocalDateTime at = LocalDateTime.ofInstant(line.at(), viewer.zone());
    return new ExtractLine(at, words.told(line.act()), line.outcome(), why(line, ties, at));
  }

  /** Whoever was several things at once, was the one that goes furthest. */
  private static Text why(Line line, List<Tie> ties, LocalDateTime at) {
    if (line.outcome() == Outcome.DENIED) {
      return Refusals.text(WHY + "REFUSED");
    }
    // The relation may be gone with what was lent; the row says so for ever.
    if (line.detail() != null && line.detail().startsWith(AuditTrail.BY_EMERGENCY)
        || line.act().equals(EmergencyDesk.OPENED)) {
      return Refusals.text(WHY + RelationKind.EMERGENCY);
    }
    if (line.detail() != null && line.detail().startsWith(AuditTrail.BY_INSPECTION)) {
      return Refusals.text(WHY + RelationKind.INSPECTOR);
    }
    return ties.stream()
        .filter(tie -> tie.staff().equals(line.staff()) && tie.on(at.toLocalDate()))
        .map(Tie::kind)
        .min(Comparator.naturalOrder())
        .map(kind -> Refusals.text(WHY + kind))
        .orElseGet(() -> Refusals.text(WHY + "OFFICE"));
  }
}
