package org.opora.registry.trail.application;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Roles;
import org.opora.api.access.Subject;
import org.opora.api.access.TrailReader.Line;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.bodies.Bodies;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.staff.Staff;

/** Names for all lines of a page at once, as far as the viewer may see them elsewhere. */
final class TrailNames implements DetailWords.Names {
  private static final int NAMED = 3;

  /** Under which a detail holds keys of these. */
  private static final Set<String> STAFF = Set.of("staff", "from", "to", "asked");

  private static final Set<String> FILE = Set.of("file");
  private static final Set<String> PERSON = Set.of("person");
  private static final Set<String> BODY = Set.of("body", "by");

  private final Viewer viewer;
  private final ActWords acts;
  private final DetailWords details;
  private final Map<StaffId, String> staffNames;
  private final Map<CaseFileId, CaseFiles.Header> headers;
  private final Map<PersonId, PersonName> names;
  private final Map<BodyId, Bodies.Line> bodyLines;
  private final Map<String, Roles.Named> roles;

  /** Who knows the names. */
  record Sources(Staff staff, CaseFiles files, People people, Bodies bodies, Roles roles) {}

  TrailNames(Viewer viewer, Collection<Line> lines, ActWords acts, Sources from) {
    this.viewer = viewer;
    this.acts = acts;
    details = new DetailWords(acts);
    staffNames =
        from.staff()
            .names(
                Stream.concat(
                        lines.stream().map(Line::staff).filter(Objects::nonNull),
                        inDetails(lines, STAFF).map(StaffId::new))
                    .distinct()
                    .toList());
    boolean open = viewer.may(People.READ);
    headers =
        open
            ? from.files()
                .headers(viewer, keys(lines, Subject.Kind.CASE_FILE, FILE, CaseFileId::new))
            : Map.of();
    names =
        open
            ? from.people().names(viewer, keys(lines, Subject.Kind.PERSON, PERSON, PersonId::new))
            : Map.of();
    List<BodyId> bodies = inDetails(lines, BODY).map(BodyId::new).distinct().toList();
    bodyLines =
        bodies.isEmpty() || !viewer.may(Bodies.READ) ? Map.of() : from.bodies().lines(bodies);
    roles =
        from.roles().named().stream().collect(Collectors.toMap(Roles.Named::id, named -> named));
  }

  private static Stream<UUID> inDetails(Collection<Line> lines, Set<String> called) {
    return lines.stream()
        .flatMap(line -> DetailWords.keys(line.detail()))
        .filter(key -> called.contains(key.getKey()))
        .map(Map.Entry::getValue);
  }

  /** Of each line as many as it can show. */
  private static <T> List<T> keys(
      Collection<Line> lines, Subject.Kind kind, Set<String> called, Function<UUID, T> type) {
    return Stream.concat(
            lines.stream()
                .flatMap(
                    line -> line.about().stream().filter(one -> one.kind() == kind).limit(NAMED))
                .map(Subject::id),
            inDetails(lines, called))
        .distinct()
        .map(type)
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
    int more = (int) line.about().stream().distinct().count() - about.size();
    about.addAll(inDetail(line));
    return new TrailLine(
        line.row(),
        LocalDateTime.ofInstant(line.at(), viewer.zone()),
        line.staff() == null ? null : staffNames.getOrDefault(line.staff(), ""),
        line.outcome(),
        acts.text(line.act()),
        line.act(),
        acts.known(line.act()),
        details.text(line, this),
        shown,
        named,
        more,
        about.stream().distinct().toList());
  }

  /** Whom the words of the detail name. */
  private List<Subject> inDetail(Line line) {
    return DetailWords.keys(line.detail())
        .flatMap(
            key ->
                FILE.contains(key.getKey()) && headers.containsKey(new CaseFileId(key.getValue()))
                    ? Stream.of(Subject.of(new CaseFileId(key.getValue())))
                    : PERSON.contains(key.getKey())
                            && names.containsKey(new PersonId(key.getValue()))
                        ? Stream.of(Subject.of(new PersonId(key.getValue())))
                        : Stream.of())
        .toList();
  }

  @Override
  public Optional<Object> of(String key, UUID thing) {
    if (STAFF.contains(key)) {
      return Optional.ofNullable(staffNames.get(new StaffId(thing)));
    }
    if (FILE.contains(key)) {
      return Optional.ofNullable(headers.get(new CaseFileId(thing))).map(CaseFiles.Header::number);
    }
    if (PERSON.contains(key)) {
      return Optional.ofNullable(names.get(new PersonId(thing))).map(PersonName::spoken);
    }
    return BODY.contains(key)
        ? Optional.ofNullable(bodyLines.get(new BodyId(thing))).map(Bodies.Line::name)
        : Optional.empty();
  }

  @Override
  public Object role(String id) {
    Roles.Named named = roles.get(id);
    if (named == null) {
      return null;
    }
    return named.words() == null ? named.wording() : named.words();
  }

  @Override
  public boolean walls() {
    return viewer.may(Walls.MANAGE);
  }
}
