package org.opora.registry.trail.application;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.SealedTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.TrailReader;
import org.opora.api.access.TrailReader.Line;
import org.opora.api.access.TrailReader.Wanted;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
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

  private static final int NAMED = 3;

  private final AuditTrail audit;
  private final TrailReader reader;
  private final SealedTrail seals;
  private final Access access;
  private final Staff staff;
  private final CaseFiles files;
  private final People people;
  private final PersonDoor door;
  private final ActWords words = new ActWords();

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
      @Reference People people) {
    this.audit = audit;
    this.reader = reader;
    this.seals = seals;
    this.access = access;
    this.staff = staff;
    this.files = files;
    this.people = people;
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

  /** The same for a file that whoever writes it records. */
  public Page<TrailLine> rows(Viewer viewer, TrailQuery query, String after, int limit) {
    Page<Line> page = reader.page(viewer, wanted(viewer, query), after, limit);
    Naming names = new Naming(viewer, page.items());
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
            ? door.open(viewer, People.READ, query.person()).stream()
                .map(key -> Subject.of(new PersonId(key)))
                .collect(Collectors.toSet())
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

  private Subject file(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return Subject.of(file);
  }

  /** Names for all lines of a page at once. */
  private final class Naming {
    private final Viewer viewer;
    private final Map<StaffId, String> staffNames;
    private final Map<CaseFileId, CaseFiles.Header> headers;
    private final Map<PersonId, PersonName> names;

    Naming(Viewer viewer, Collection<Line> lines) {
      this.viewer = viewer;
      staffNames =
          staff.names(lines.stream().map(Line::staff).filter(Objects::nonNull).distinct().toList());
      boolean open = viewer.may(People.READ);
      headers =
          open
              ? files.headers(
                  viewer,
                  of(lines, Subject.Kind.CASE_FILE).stream()
                      .map(one -> new CaseFileId(one.id()))
                      .toList())
              : Map.of();
      names =
          open
              ? people.names(
                  viewer,
                  of(lines, Subject.Kind.PERSON).stream()
                      .map(one -> new PersonId(one.id()))
                      .toList())
              : Map.of();
    }

    /** Of each line as many as it can show. */
    private List<Subject> of(Collection<Line> lines, Subject.Kind kind) {
      return lines.stream()
          .flatMap(line -> line.about().stream().filter(one -> one.kind() == kind).limit(NAMED))
          .distinct()
          .toList();
    }

    TrailLine line(Line line) {
      List<CaseFiles.Header> shown = new ArrayList<>();
      Map<PersonId, PersonName> named = new LinkedHashMap<>();
      List<Subject> about = new ArrayList<>();
      for (Subject one : line.about()) {
        CaseFiles.Header header =
            one.kind() == Subject.Kind.CASE_FILE ? headers.get(new CaseFileId(one.id())) : null;
        PersonId person = new PersonId(one.id());
        if (header != null && shown.size() < NAMED && !shown.contains(header)) {
          shown.add(header);
          about.add(one);
        } else if (one.kind() == Subject.Kind.PERSON
            && names.containsKey(person)
            && named.size() < NAMED) {
          named.put(person, names.get(person));
          about.add(one);
        }
      }
      return new TrailLine(
          line.row(),
          LocalDateTime.ofInstant(line.at(), viewer.zone()),
          line.staff() == null ? null : staffNames.getOrDefault(line.staff(), ""),
          line.outcome(),
          words.text(line.act()),
          line.act(),
          line.detail(),
          shown,
          named,
          (int) line.about().stream().distinct().count() - about.size(),
          about);
    }
  }
}
