package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.api.people.PersonHit;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.people.application.Telling.Told;
import org.opora.registry.people.domain.Likeness;
import org.opora.registry.people.domain.Likeness.Band;
import org.opora.registry.people.domain.Profile;
import org.opora.registry.people.persistence.AroundQueries;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Searches the whole register before somebody is written down. Whom the viewer may see is shown; of
 * anybody else only that they may be known, and whom to ask; of those behind a wall nothing. What
 * the viewer was not shown, or did not take for the same person, those who oversee the register
 * look into.
 */
@Component(service = KnownPeople.class)
public final class KnownPeople {
  private static final int SHOWN = 8;
  private static final int NAMESAKES = 5;

  /** Nobody looks into more. */
  private static final int MOST = 20;

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Colleagues colleagues;
  private final Staff staff;
  private final People people;
  private final Tasks tasks;
  private final Messages messages;
  private final Keys keys;
  private final Resemblances resemblances;
  private final Telling telling;

  @Activate
  public KnownPeople(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference Colleagues colleagues,
      @Reference Keys keys,
      @Reference Staff staff,
      @Reference People people,
      @Reference Tasks tasks,
      @Reference Messages messages) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.colleagues = colleagues;
    this.staff = staff;
    this.people = people;
    this.tasks = tasks;
    this.messages = messages;
    this.keys = keys;
    this.resemblances = new Resemblances(new PersonSeals(keys), aliases);
    this.telling = new Telling(access);
  }

  /**
   * What may be shown before the person is written down.
   *
   * @throws org.opora.api.faults.NotAllowed when the viewer may not write anybody down
   */
  public Found search(Viewer viewer, NewPerson person) {
    access.require(viewer, People.WRITE);
    Profile profile = resemblances.profile(person);
    return tx.read(
        em -> {
          Told told = telling.of(em, viewer, resemblances.of(em, profile, viewer.today()));
          withheld(viewer, told.elsewhere(), "no-relation");
          withheld(viewer, told.walled(), "wall");
          List<Resemblance> shown = told.shown().stream().limit(SHOWN).toList();
          List<Resemblance> namesakes = told.namesakes().stream().limit(NAMESAKES).toList();
          Map<PersonId, PersonHit> hits = hits(em, viewer, told, shown, namesakes);
          return new Found(
              matches(told, shown, hits),
              matches(told, namesakes, hits),
              told.namesakes().size() > namesakes.size(),
              mark(profile, told.elsewhere()),
              ask(em, viewer, told.elsewhere()));
        });
  }

  /** Whoever asks about many people to learn who is known leaves a trail. */
  private void withheld(Viewer viewer, List<Resemblance> people, String reason) {
    if (!people.isEmpty()) {
      audit.denied(
          viewer,
          "person.search-before-create",
          people.stream().limit(MOST).map(one -> Subject.of(one.person())).toList(),
          reason);
    }
  }

  private Map<PersonId, PersonHit> hits(
      EntityManager em,
      Viewer viewer,
      Told told,
      List<Resemblance> shown,
      List<Resemblance> namesakes) {
    Map<PersonId, PersonHit> hits = new HashMap<>();
    PersonHits.of(
            em,
            access.scope(viewer, People.READ),
            Stream.concat(shown.stream(), namesakes.stream()).map(told::row).toList())
        .forEach(hit -> hits.put(hit.id(), hit));
    return hits;
  }

  private static List<Match> matches(
      Told told, List<Resemblance> people, Map<PersonId, PersonHit> hits) {
    return people.stream()
        .map(one -> new Match(hits.get(new PersonId(told.row(one).id())), one.likeness()))
        .toList();
  }

  /**
   * Stands for what is typed and for those elsewhere who are like it, and tells nothing of them; so
   * an answer about them is known to be about them. Null when there is nobody.
   */
  private String mark(Profile typed, List<Resemblance> elsewhere) {
    if (elsewhere.isEmpty()) {
      return null;
    }
    StringBuilder about = new StringBuilder();
    about.append(typed.given().whole()).append('\n').append(typed.family().whole());
    about.append('\n').append(typed.birthDate()).append('\n').append(typed.identifier());
    about.append('\n').append(typed.phone());
    elsewhere.stream()
        .map(Resemblance::person)
        .sorted(Comparator.comparing(PersonId::value))
        .forEach(person -> about.append('\n').append(person));
    return HexFormat.of().formatHex(keys.fingerprint("known-elsewhere", about.toString()));
  }

  /**
   * Writes down somebody about whom was asked. Whoever is so much alike that it should be the same
   * person, and whoever may be but stands behind a wall, is a task for those who oversee the
   * register, in the same transaction.
   *
   * @throws org.opora.api.faults.Refused when a field is wrong
   */
  public PersonId register(Viewer viewer, NewPerson person) {
    return tx.required(
        em -> {
          List<Resemblance> alike =
              resemblances.of(em, resemblances.profile(person), viewer.today());
          PersonId fresh = people.register(viewer, person);
          Told told = telling.of(em, viewer, alike);
          Stream<Resemblance> passed =
              Stream.concat(told.shown().stream(), told.elsewhere().stream())
                  .filter(one -> one.likeness().band() == Band.SAME);
          Stream.concat(told.walled().stream(), passed)
              .limit(MOST)
              .forEach(one -> lookInto(viewer, fresh, one, told));
          return fresh;
        });
  }

  /**
   * The task is about the person who was known before, and hangs where a wall keeps its author from
   * them: so whoever must not know of them does not see it. Where a wall keeps everybody who
   * oversees the register, it waits for the day the wall is lifted.
   */
  private void lookInto(Viewer viewer, PersonId fresh, Resemblance known, Told told) {
    PersonId before = known.person();
    audit.wrote(
        viewer,
        "person.registered-alike",
        List.of(Subject.of(fresh), Subject.of(before)),
        "band=" + known.likeness().band());
    Collection<Subject> around = told.around().get(known);
    overseer(around)
        .or(() -> overseer(List.of()))
        .ifPresent(
            doer ->
                tasks.put(
                    viewer,
                    new Tasks.NewTask(
                        Refusals.BUNDLE,
                        TwoEntries.key(before, fresh),
                        told.closed(known, Subject.Kind.CASE_FILE)
                            .map(file -> new CaseFileId(file.id()))
                            .orElse(null),
                        told.closed(known, Subject.Kind.CHILD_FILE)
                            .or(() -> told.closed(known, Subject.Kind.PERSON))
                            .orElse(Subject.of(before)),
                        messages.title("task.two-entries"),
                        doer,
                        null,
                        TwoEntries.path(before, fresh),
                        Tasks.Tie.LOOSE,
                        true)));
  }

  /** Always the same one of several, so that one of them has the whole list. */
  private Optional<StaffId> overseer(Collection<Subject> around) {
    return colleagues.overseeing(People.WRITE, around).stream()
        .min(Comparator.comparing(StaffId::value));
  }

  /**
   * Names of whom to ask about the most alike of these people: key workers of their family, or
   * those who oversee the register; empty when there is nobody.
   */
  private List<String> ask(EntityManager em, Viewer viewer, List<Resemblance> elsewhere) {
    if (elsewhere.isEmpty()) {
      return List.of();
    }
    List<PersonId> known = elsewhere.get(0).keys();
    Set<StaffId> workers =
        new HashSet<>(new AroundQueries(em).keyWorkers(Chunks.values(known), viewer.today()));
    workers.remove(viewer.staff());
    if (workers.isEmpty()) {
      overseer(known.stream().map(Subject::of).toList())
          .filter(one -> !one.equals(viewer.staff()))
          .ifPresent(workers::add);
    }
    return List.copyOf(new TreeSet<>(staff.names(workers).values()));
  }

  /**
   * @param matches whom the viewer may see, the most alike first; at most eight
   * @param namesakes of whom the viewer may see several, and nothing but the name agrees; at most
   *     five
   * @param more whether there are more of them
   * @param mark stands for those who may be known and whom the viewer may not see; null when there
   *     is nobody
   * @param ask names of whom to ask about them; empty when there is nobody to be named
   */
  public record Found(
      List<Match> matches, List<Match> namesakes, boolean more, String mark, List<String> ask) {
    /** Whether somebody may be known whom the viewer may not see. */
    public boolean elsewhere() {
      return mark != null;
    }

    /** Everybody who is shown. */
    public List<Match> shown() {
      return Stream.concat(matches.stream(), namesakes.stream()).toList();
    }

    public boolean nobody() {
      return matches.isEmpty() && namesakes.isEmpty() && !elsewhere();
    }
  }

  /** Somebody who may be the same, and what speaks for it. */
  public record Match(PersonHit person, Likeness likeness) {}
}
