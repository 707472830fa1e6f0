package org.opora.registry.kin.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.registry.kin.application.Sight.Seen;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.kin.domain.KinTie;
import org.opora.registry.kin.domain.Struck;
import org.opora.registry.kin.domain.TieKind;
import org.opora.registry.kin.persistence.FosterRow;
import org.opora.registry.kin.persistence.KinQueries;
import org.opora.registry.people.domain.Sex;
import org.opora.registry.people.persistence.PeopleQueries;
import org.opora.registry.people.persistence.StayPeriod;
import org.opora.registry.shared.persistence.Chunks;

/**
 * Relatives of people, as one viewer may know of them: the same for pages, exports and pictures. As
 * many queries for many people as for one.
 */
final class KinReader {
  private static final Comparator<Relative> ORDER =
      Comparator.comparing((Relative one) -> one.struck() != null)
          .thenComparing(Relative::past)
          .thenComparing(Relative::kind)
          .thenComparing(Relative::role)
          .thenComparing(
              Relative::born, Comparator.nullsLast(Comparator.<java.time.LocalDate>naturalOrder()))
          .thenComparing(one -> one.name() == null ? "" : one.name().listed())
          .thenComparing(one -> one.self().value());

  private static final Comparator<KinTie> ELDEST =
      Comparator.comparing(
              (KinTie tie) -> tie.days().from(), Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(KinTie::id);

  private final Access access;
  private final Aliases aliases;
  private final Staff staff;
  private final KinSeals seals;
  private final Portraits portraits;

  KinReader(Access access, Aliases aliases, Staff staff, KinSeals seals, Portraits portraits) {
    this.access = access;
    this.aliases = aliases;
    this.staff = staff;
    this.seals = seals;
    this.portraits = portraits;
  }

  /**
   * By the keys that were asked for; whoever asks has decided that the viewer may see these people.
   */
  Map<PersonId, List<Relative>> of(EntityManager em, Viewer viewer, Collection<PersonId> people) {
    return new Read(em, viewer, people, true).all();
  }

  /**
   * The same relationships without what only a page says: no words, no names of staff, no sex and
   * nothing that follows from placements. Every row is there.
   */
  Map<PersonId, List<Relative>> bonds(
      EntityManager em, Viewer viewer, Collection<PersonId> people) {
    return new Read(em, viewer, people, false).all();
  }

  /** What is known in one read. */
  private final class Read {
    private final Viewer viewer;
    private final boolean wordy;
    private final Map<PersonId, Set<PersonId>> ids;
    private final Set<PersonId> open;
    private final List<KinTie> ties;
    private final List<FosterRow> fosters;
    private final Map<PersonId, Seen> seen;
    private final Map<PersonId, Sex> sexes;
    private final Map<CaseFileId, String> files;
    private final Map<UUID, UUID> placed;
    private final Map<UUID, Set<UUID>> stayed;
    private final Map<StaffId, String> names;

    Read(EntityManager em, Viewer viewer, Collection<PersonId> people, boolean wordy) {
      this.viewer = viewer;
      this.wordy = wordy;
      Sight sight = new Sight(em, access, aliases, viewer);
      KinQueries queries = new KinQueries(em);
      ids = people.isEmpty() ? Map.of() : aliases.idsOf(people);
      // What hangs on a key behind a wall is not read, whatever other key the person has.
      open = sight.open(ids.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
      ties = queries.ties(Chunks.values(open)).stream().sorted(ELDEST).toList();
      fosters = wordy ? queries.fosters(sight.ofFiles(), Chunks.values(open)) : List.of();
      seen = sight.of(others());
      sexes = wordy ? portraits.sexes(em, seen.values()) : Map.of();
      files = new HashMap<>();
      files.putAll(sight.files(ties.stream().map(KinTie::file).filter(Objects::nonNull).toList()));
      List<UUID> elsewhere = elsewhere();
      placed = queries.placed(sight.ofFiles(), elsewhere, viewer.today());
      stayed = stayed(new PeopleQueries(em), elsewhere);
      files.putAll(sight.files(placed.values().stream().map(CaseFileId::new).toList()));
      names = wordy ? staff.names(writers()) : Map.of();
    }

    /** Everybody of whom something was written down in files that are not seen. */
    private List<UUID> elsewhere() {
      return ties.stream()
          .filter(tie -> tie.struck() == null && tie.file() != null)
          .filter(tie -> !files.containsKey(tie.file()))
          .flatMap(tie -> Stream.of(tie.first(), tie.other()))
          .flatMap(side -> seen.get(side).keys().stream())
          .map(PersonId::value)
          .distinct()
          .toList();
    }

    private Map<UUID, Set<UUID>> stayed(PeopleQueries people, List<UUID> children) {
      return children.isEmpty()
          ? Map.of()
          : people.stays(children).stream()
              .collect(
                  Collectors.groupingBy(
                      StayPeriod::child, Collectors.mapping(StayPeriod::file, Collectors.toSet())));
    }

    private Set<StaffId> writers() {
      return ties.stream()
          .flatMap(
              tie ->
                  tie.struck() == null
                      ? Stream.of(tie.recordedBy())
                      : Stream.of(tie.recordedBy(), tie.struck().by()))
          .collect(Collectors.toSet());
    }

    private Set<PersonId> others() {
      Set<PersonId> others = new LinkedHashSet<>();
      ties.forEach(tie -> others.addAll(List.of(tie.first(), tie.other())));
      fosters.forEach(
          row -> others.addAll(List.of(new PersonId(row.carer()), new PersonId(row.child()))));
      return others;
    }

    Map<PersonId, List<Relative>> all() {
      Map<PersonId, List<Relative>> all = new HashMap<>();
      ids.forEach((person, keys) -> all.put(person, relatives(keys)));
      return all;
    }

    private List<Relative> relatives(Set<PersonId> keys) {
      Set<PersonId> mine = keys.stream().filter(open::contains).collect(Collectors.toSet());
      List<Relative> found = new ArrayList<>();
      for (KinTie tie : ties) {
        if (mine.contains(tie.first()) && !keys.contains(tie.other())) {
          add(found, tie, false);
        } else if (mine.contains(tie.other()) && !keys.contains(tie.first())) {
          add(found, tie, true);
        }
      }
      List<Relative> all = wordy ? once(found) : found;
      fosters.forEach(row -> add(all, row, mine));
      return all.stream().sorted(ORDER).toList();
    }

    private void add(List<Relative> found, KinTie tie, boolean first) {
      Seen relative = seen.get(first ? tie.first() : tie.other());
      if (relative.walled()) {
        return;
      }
      if (!relative.visible() && (tie.struck() != null || file(tie) == null)) {
        return;
      }
      found.add(relative.visible() ? whole(tie, first, relative) : bare(tie, first, relative));
    }

    /**
     * The file of the viewer's to which it belongs, if any: in which it was written down, or, since
     * what is written of a child goes with the child, where a child of that file lives today.
     */
    private CaseFileId file(KinTie tie) {
      if (tie.file() == null || files.containsKey(tie.file())) {
        return tie.file();
      }
      return Stream.of(tie.first(), tie.other())
          .map(side -> Chunks.values(seen.get(side).keys()))
          .filter(keys -> keys.stream().anyMatch(key -> stayedIn(tie.file(), key)))
          .flatMap(List::stream)
          .map(placed::get)
          .filter(Objects::nonNull)
          .map(CaseFileId::new)
          .findFirst()
          .orElse(null);
    }

    private boolean stayedIn(CaseFileId file, UUID child) {
      return stayed.getOrDefault(child, Set.of()).contains(file.value());
    }

    private Relative whole(KinTie tie, boolean first, Seen relative) {
      boolean past = tie.past(viewer.today());
      CaseFileId file = file(tie);
      return new Relative(
          tie.id(),
          tie.version(),
          tie.kind(),
          tie.kind().role(first, past),
          first,
          sexes.getOrDefault(relative.self(), Sex.UNKNOWN),
          relative.self(),
          relative.link(),
          relative.row().name(),
          relative.row().birthDate(),
          tie.days(),
          past,
          wordy ? seals.words(tie) : null,
          wordy ? seals.note(tie) : null,
          wordy ? seals.because(tie) : null,
          file,
          file == null ? null : files.get(file),
          names.get(tie.recordedBy()),
          struck(tie));
    }

    private Relative.StruckOut struck(KinTie tie) {
      Struck struck = tie.struck();
      return struck == null
          ? null
          : new Relative.StruckOut(
              struck.on(), names.get(struck.by()), wordy ? seals.struck(tie) : null);
    }

    /** Nothing but that there is somebody, and what they are: not even the sex. */
    private Relative bare(KinTie tie, boolean first, Seen relative) {
      CaseFileId file = file(tie);
      boolean past = tie.past(viewer.today());
      return new Relative(
          tie.id(),
          tie.version(),
          tie.kind(),
          tie.kind().role(first, past),
          first,
          Sex.UNKNOWN,
          relative.self(),
          null,
          null,
          null,
          tie.days(),
          past,
          null,
          null,
          null,
          file,
          files.get(file),
          null,
          null);
    }

    private void add(List<Relative> found, FosterRow row, Set<PersonId> mine) {
      PersonId carer = new PersonId(row.carer());
      PersonId child = new PersonId(row.child());
      boolean first = mine.contains(child);
      if (!first && !mine.contains(carer) || !row.carerDays().meets(row.childDays())) {
        return;
      }
      Seen relative = seen.get(first ? carer : child);
      if (!relative.visible()) {
        return;
      }
      Days days = row.carerDays().within(row.childDays());
      boolean past = days.past(viewer.today());
      boolean said =
          found.stream()
              .anyMatch(
                  other ->
                      other.kind() == TieKind.FOSTER
                          && other.self().equals(relative.self())
                          && other.days().equals(days));
      if (!said) {
        found.add(
            new Relative(
                null,
                0,
                TieKind.FOSTER,
                TieKind.FOSTER.role(first, past),
                first,
                sexes.getOrDefault(relative.self(), Sex.UNKNOWN),
                relative.self(),
                relative.link(),
                relative.row().name(),
                relative.row().birthDate(),
                days,
                past,
                null,
                null,
                null,
                new CaseFileId(row.file()),
                row.number(),
                null,
                null));
      }
    }
  }

  /**
   * Two entries of one person may say the same of the same relative: what adds nothing to another
   * row is said once. Whatever has days or words of its own stays, even when they contradict.
   */
  private static List<Relative> once(List<Relative> all) {
    List<Relative> kept = new ArrayList<>();
    all.stream()
        .sorted(Comparator.comparing(KinReader::said).reversed())
        .filter(one -> kept.stream().noneMatch(other -> saysAll(other, one)))
        .forEach(kept::add);
    return kept;
  }

  private static long said(Relative one) {
    return Stream.of(one.words(), one.note(), one.despite()).filter(Objects::nonNull).count();
  }

  private static boolean saysAll(Relative other, Relative one) {
    return other.struck() == null
        && one.struck() == null
        && other.self().equals(one.self())
        && other.kind() == one.kind()
        && (one.kind().mutual() || other.first() == one.first())
        && other.days().equals(one.days())
        && (one.words() == null || one.words().equals(other.words()))
        && (one.note() == null || one.note().equals(other.note()))
        && (one.despite() == null || one.despite().equals(other.despite()));
  }
}
