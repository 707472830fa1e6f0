package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.registry.people.domain.KeptFrom;
import org.opora.registry.people.domain.Period;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Refusals;

/**
 * Who must not learn where a person is. While somebody is named, the whereabouts of the person are
 * not to be told to anybody. Whoever may know of the person reads whom not to tell; only those who
 * may see whereabouts write it.
 */
public final class Secrecy {
  private static final int LONGEST = 200;
  private final PersonDoor door;
  private final People people;
  private final RecordSeals seals;
  private final Whereabouts whereabouts;

  Secrecy(PersonDoor door, People people, RecordSeals seals) {
    this.door = door;
    this.people = people;
    this.seals = seals;
    this.whereabouts = new Whereabouts(door.access());
  }

  /**
   * @param whom somebody of the register, or null
   * @param who in words, always
   * @param reason why, for instance a decision of a court; or null
   */
  public record NewEntry(PersonId whom, String who, String reason, Period period) {}

  /**
   * Somebody who must not know.
   *
   * @param whom the person of the register, when the viewer may see them; else null
   * @param former whether it holds no more
   * @param ahead whether it does not hold yet: whoever reads it is warned all the same
   */
  public record Entry(
      UUID id,
      long version,
      PersonId person,
      PersonId whom,
      String who,
      String reason,
      Period period,
      boolean former,
      boolean ahead) {}

  /**
   * A person whose whereabouts somebody must not learn.
   *
   * @param from first day when it is still to come; else null
   */
  public record Hidden(PersonId person, PersonName name, LocalDate from) {}

  /**
   * @throws org.opora.api.faults.Refused when a field is wrong
   */
  public UUID add(Viewer viewer, PersonId person, NewEntry entry) {
    NewEntry checked = check(viewer, person, entry);
    door.access().require(viewer, People.WHEREABOUTS, Subject.of(person));
    return door.write(
        viewer,
        person,
        "person.kept-from",
        (em, owner) -> {
          KeptFrom row = new KeptFrom(Ids.next(), person);
          write(row, checked);
          em.persist(row);
          keep(em, owner);
          return row.id();
        });
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID id, long version, NewEntry now) {
    Entry before = one(viewer, id);
    NewEntry checked = check(viewer, before.person(), now);
    door.access().require(viewer, People.WHEREABOUTS, Subject.of(before.person()));
    door.change(
        viewer,
        KeptFrom.class,
        id,
        version,
        "person.kept-from-amended",
        held -> {
          // Somebody of the register whom the viewer may not see stays who they are.
          PersonId whom =
              before.whom() == null && held.row().whom() != null && checked.whom() == null
                  ? held.row().whom()
                  : checked.whom();
          write(held.row(), new NewEntry(whom, checked.who(), checked.reason(), checked.period()));
          if (!checked.period().over(viewer.today())) {
            keep(held.em(), held.person());
          }
        });
  }

  /** Takes away what was written down by mistake; the whereabouts stay as secret as they are. */
  public void remove(Viewer viewer, UUID id, long version) {
    door.access().require(viewer, People.WHEREABOUTS, Subject.of(one(viewer, id).person()));
    door.change(
        viewer,
        KeptFrom.class,
        id,
        version,
        "person.kept-from-removed",
        held -> held.em().remove(held.row()));
  }

  /** Whoever would open the whereabouts again must have seen this first. */
  private static void keep(EntityManager em, Person person) {
    person.keepsSecret();
    em.lock(person, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
  }

  private void write(KeptFrom row, NewEntry entry) {
    row.says(
        entry.whom(),
        seals.who(row, entry.who()),
        seals.reason(row, entry.reason()),
        entry.period());
  }

  /** Those in force first. */
  public List<Entry> of(Viewer viewer, PersonId person) {
    door.access().require(viewer, People.READ, Subject.of(person));
    return entries(viewer, person);
  }

  public Entry one(Viewer viewer, UUID id) {
    PersonId person = door.personOf(viewer, People.READ, KeptFrom.class, id);
    return entries(viewer, person).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private List<Entry> entries(Viewer viewer, PersonId person) {
    List<UUID> known = door.known(person);
    return door.read(
        em -> {
          List<KeptFrom> rows = door.rows(em, viewer, KeptFrom.class, known);
          Set<PersonId> named = rows.stream().map(KeptFrom::whom).collect(Collectors.toSet());
          named.remove(null);
          Map<PersonId, PersonName> seen = people.names(viewer, named);
          boolean why = whereabouts.sight(em, viewer, known).open();
          return rows.stream()
              .map(
                  row ->
                      new Entry(
                          row.id(),
                          row.version(),
                          row.person(),
                          row.whom() != null && seen.containsKey(row.whom()) ? row.whom() : null,
                          seals.who(row),
                          why ? seals.reason(row) : null,
                          row.period(),
                          row.period().over(viewer.today()),
                          ahead(row, viewer.today())))
              .sorted(
                  Comparator.comparing(Entry::former)
                      .thenComparing(one -> one.period().from())
                      .thenComparing(Entry::id))
              .toList();
        });
  }

  /** People the viewer may see whose whereabouts this person must not learn, by their names. */
  public List<Hidden> hiddenFrom(Viewer viewer, PersonId person) {
    door.access().require(viewer, People.READ, Subject.of(person));
    List<UUID> known = door.known(person);
    return door.read(
        em -> {
          Map<PersonId, LocalDate> hidden = new HashMap<>();
          for (KeptFrom row : door.rows(em, viewer, KeptFrom.class, "whom", known)) {
            if (!row.period().over(viewer.today())) {
              hidden.merge(row.person(), row.period().from(), Secrecy::earlier);
            }
          }
          List<Hidden> all = new ArrayList<>();
          people
              .names(viewer, hidden.keySet())
              .forEach(
                  (id, name) -> {
                    LocalDate from = hidden.get(id);
                    all.add(new Hidden(id, name, from.isAfter(viewer.today()) ? from : null));
                  });
          return all.stream()
              .sorted(
                  Comparator.comparing((Hidden one) -> one.name().listed())
                      .thenComparing(one -> one.person().value()))
              .toList();
        });
  }

  private static boolean ahead(KeptFrom row, LocalDate today) {
    return row.period().from().isAfter(today);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private NewEntry check(Viewer viewer, PersonId person, NewEntry entry) {
    String who = Refusals.line("who", entry.who(), LONGEST);
    Refusals.inOrder("until", Refusals.day("from", entry.period().from()), entry.period().until());
    if (entry.whom() != null) {
      if (people.idsOf(person).contains(entry.whom())) {
        throw Refusals.refused("whom", "kept.from-themselves");
      }
      if (people.names(viewer, List.of(entry.whom())).isEmpty()) {
        throw new NotFound();
      }
    }
    return new NewEntry(
        entry.whom(), who, Refusals.optional("reason", entry.reason(), LONGEST), entry.period());
  }
}
