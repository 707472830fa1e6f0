package org.opora.registry.kin.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Overrides;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.registry.files.application.FileChange;
import org.opora.registry.files.application.FileRelatives;
import org.opora.registry.kin.domain.Doubt;
import org.opora.registry.kin.domain.KinSex;
import org.opora.registry.kin.domain.KinTie;
import org.opora.registry.kin.domain.Struck;
import org.opora.registry.kin.domain.TieKind;
import org.opora.registry.kin.persistence.KinQueries;
import org.opora.registry.people.application.KnownPeople;
import org.opora.registry.people.domain.Person;
import org.opora.registry.people.domain.Sex;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.application.Taken;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Relationships between people of the register. Whoever may see one of the two learns of the other
 * only when they may see them, too; that there is somebody at all only through a file of theirs.
 */
@Component(service = KinDesk.class)
public final class KinDesk {
  private static final int REASON = 200;
  private static final String IN_TIMELINE = "kin-tied";
  private final Transactions tx;
  private final KinRhythms rhythms;
  private final Access access;
  private final AuditTrail audit;
  private final Aliases aliases;
  private final KnownPeople people;
  private final Timeline timeline;
  private final Messages messages;
  private final FileChange change;
  private final KinSeals seals;
  private final Portraits portraits;
  private final KinReader reader;
  private final KinElsewhere elsewhere;
  private final KinOverrides overrides;

  @Activate
  public KinDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference KnownPeople people,
      @Reference Staff staff,
      @Reference Timeline timeline,
      @Reference Messages messages,
      @Reference Keys keys,
      @Reference FileChange change,
      @Reference Colleagues colleagues,
      @Reference Tasks tasks,
      @Reference Overrides overrides) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.aliases = aliases;
    this.people = people;
    this.timeline = timeline;
    this.messages = messages;
    this.change = change;
    this.seals = new KinSeals(keys);
    this.portraits = new Portraits(keys);
    this.reader = new KinReader(access, aliases, staff, seals, portraits);
    this.elsewhere = new KinElsewhere(colleagues, tasks, messages);
    this.overrides = new KinOverrides(overrides, messages);
    this.rhythms = new KinRhythms(tx, access, audit, aliases, this);
  }

  /** How often brothers and sisters see each other. */
  public KinRhythms rhythms() {
    return rhythms;
  }

  /**
   * Relatives of a person under every key, present ones first, those struck out last.
   *
   * @throws NotFound also when the viewer may not know of the person
   */
  public List<Relative> of(Viewer viewer, PersonId person) {
    access.require(viewer, People.READ, Subject.of(person));
    return tx.read(
        em -> {
          Held.load(em, Person.class, person.value());
          return relatives(em, viewer, person);
        });
  }

  /** The same for the people of a file whom the viewer may see. */
  public Map<PersonId, List<Relative>> of(
      Viewer viewer, CaseFileId file, List<PersonId> participants) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return tx.read(
        em -> reader.of(em, viewer, new Sight(em, access, aliases, viewer).mayOpen(participants)));
  }

  /**
   * One relationship whose relative the viewer may see.
   *
   * @throws NotFound also when the viewer may not know of either of the two
   */
  public Relative one(Viewer viewer, PersonId person, UUID tie) {
    return of(viewer, person).stream()
        .filter(one -> tie.equals(one.tie()) && !one.hidden())
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private List<Relative> relatives(EntityManager em, Viewer viewer, PersonId person) {
    return reader.of(em, viewer, List.of(person)).get(person);
  }

  /**
   * Writes a relationship down.
   *
   * @return key of the row
   * @throws org.opora.api.faults.Refused when it cannot be, or is unlikely and no reason is given
   */
  public UUID tie(Viewer viewer, PersonId person, NewTie tie) {
    access.require(viewer, People.WRITE, Subject.of(person));
    if (tie.file() != null) {
      access.require(viewer, CaseFiles.WRITE, Subject.of(tie.file()));
    }
    if (tie.role() == null || !TieKind.STATED.contains(tie.role())) {
      throw Refusals.refused("role", "refused.required");
    }
    TieKind kind = TieKind.of(tie.role());
    Terms terms = tie.terms().checked(kind);
    return tx.required(
        em -> {
          change.hold(em, tie.file());
          PersonId relative = relative(em, viewer, tie.relative(), tie.newcomer());
          boolean relativeFirst = tie.role() == kind.first();
          PersonId first = relativeFirst ? relative : person;
          PersonId other = relativeFirst ? person : relative;
          ofTheFile(em, tie.file(), List.of(first, other));
          KinCheck.Verdict verdict = check(em, viewer, kind, first, other, null, terms);
          KinTie row = new KinTie(Ids.next(), first, other, kind, tie.file(), viewer.staff());
          seals.write(row, verdict.terms());
          seals.rests(row, verdict.doubt(), verdict.terms().despite());
          List<PersonId> known = elsewhere.known(em, viewer, row);
          em.persist(row);
          overrides.tell(viewer, row, null, verdict.terms().despite());
          change.relatives(em, viewer, row.file(), List.of(row.first(), row.other()));
          elsewhere.put(viewer, row, known);
          story(viewer, row);
          audit.wrote(viewer, "kin.tied", List.of(Subject.of(person), Subject.of(relative)));
          return row.id();
        });
  }

  /** Whoever works with the file goes on with its relatives: it must be about its people. */
  static void ofTheFile(EntityManager em, CaseFileId file, List<PersonId> people) {
    if (file != null && !new FileRelatives(em).has(file, people)) {
      throw Refusals.refused("file", "kin.refused.file");
    }
  }

  private PersonId relative(EntityManager em, Viewer viewer, PersonId known, NewPerson newcomer) {
    if (newcomer != null) {
      PersonId registered = people.register(viewer, newcomer);
      em.flush();
      return registered;
    }
    if (known == null) {
      throw Refusals.refused("other", "refused.required");
    }
    new Taken(access).require(viewer, known);
    return known;
  }

  /** Both rows are held, in the order of their keys, so that two who write wait for each other. */
  private KinCheck.Verdict check(
      EntityManager em,
      Viewer viewer,
      TieKind kind,
      PersonId first,
      PersonId other,
      KinTie itself,
      Terms terms) {
    Map<PersonId, LocalDate> born = new HashMap<>();
    Stream.of(first, other)
        .distinct()
        .sorted(Comparator.comparing(PersonId::value))
        .forEach(key -> born.put(key, Held.hold(em, Person.class, key.value()).birthDate()));
    KinCheck check = new KinCheck(people -> reader.bonds(em, viewer, people));
    return check.checked(
        kind, side(first, born.get(first)), side(other, born.get(other)), itself, terms);
  }

  private KinCheck.Side side(PersonId key, LocalDate born) {
    PersonId self =
        aliases.idsOf(key).stream().min(Comparator.comparing(PersonId::value)).orElse(key);
    return new KinCheck.Side(key, self, born);
  }

  private void story(Viewer viewer, KinTie row) {
    if (row.file() != null) {
      timeline.put(
          viewer,
          new Timeline.NewEntry(
              Refusals.BUNDLE,
              IN_TIMELINE,
              row.id(),
              Subject.of(row.file()),
              viewer.today(),
              CaseFiles.READ,
              DataClass.CARE_FACTS,
              messages.title("timeline." + IN_TIMELINE),
              "/files/" + row.file() + "/tab/family"));
    }
  }

  /**
   * Corrects what is written about a relationship.
   *
   * @throws org.opora.api.faults.Refused as {@link #tie}
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, PersonId person, UUID tie, long version, Terms now) {
    Relative relative = changeable(viewer, person, tie);
    Terms terms = now.checked(relative.kind());
    tx.run(
        em -> {
          KinTie row = held(em, tie, version);
          KinCheck.Verdict verdict =
              check(em, viewer, row.kind(), row.first(), row.other(), row, terms);
          Doubt before = row.doubt();
          seals.write(row, verdict.terms());
          // Whoever sees less than the writer does not find the rule out again.
          seals.rests(
              row, verdict.doubt() == null ? before : verdict.doubt(), verdict.terms().despite());
          overrides.tell(viewer, row, before, verdict.terms().despite());
          change.relatives(em, viewer, row.file(), List.of(row.first(), row.other()));
          audit.wrote(viewer, "kin.amended", both(row));
        });
  }

  /**
   * It lasted until that day.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void end(Viewer viewer, PersonId person, UUID tie, long version, LocalDate lastDay) {
    Relative relative = changeable(viewer, person, tie);
    Refusals.day("until", lastDay);
    if (relative.kind().lasting()) {
      throw Refusals.refused("until", "kin.refused.lasting");
    }
    tx.run(
        em -> {
          KinTie row = held(em, tie, version);
          if (row.days().from() != null) {
            Refusals.inOrder("until", row.days().from(), lastDay);
          }
          row.lasts(lastDay);
          change.relatives(em, viewer, row.file(), List.of(row.first(), row.other()));
          audit.wrote(viewer, "kin.ended", both(row));
        });
  }

  /**
   * It was written by mistake: it stays readable with who struck it out and why.
   *
   * @param reason at most 200 characters, required
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void strike(Viewer viewer, PersonId person, UUID tie, long version, String reason) {
    changeable(viewer, person, tie);
    String why = Refusals.line("reason", reason, REASON);
    tx.run(
        em -> {
          KinTie row = held(em, tie, version);
          row.strike(new Struck(viewer.today(), viewer.staff(), seals.struck(row, why)));
          change.relatives(em, viewer, row.file(), List.of(row.first(), row.other()));
          elsewhere.withdraw(row);
          timeline.withdraw(Refusals.BUNDLE, row.id());
          overrides.withdraw(row);
          audit.wrote(viewer, "kin.struck", both(row));
        });
  }

  /** After its file, as in every change of a file. */
  private KinTie held(EntityManager em, UUID tie, long version) {
    change.hold(em, Held.load(em, KinTie.class, tie).file());
    KinTie row = Held.hold(em, KinTie.class, tie);
    Refusals.fresh(row.version(), version);
    return row;
  }

  private Relative changeable(Viewer viewer, PersonId person, UUID tie) {
    access.require(viewer, People.WRITE, Subject.of(person));
    Relative relative = one(viewer, person, tie);
    if (relative.struck() != null) {
      throw Refusals.refused(null, "kin.refused.struck");
    }
    return relative;
  }

  private static List<Subject> both(KinTie row) {
    return List.of(Subject.of(row.first()), Subject.of(row.other()));
  }

  /**
   * What the register knows about the sex of a person.
   *
   * @param written what somebody wrote down; null for nothing
   * @param derived what an identifier says
   */
  public record SexKnown(Sex written, long version, Sex derived) {
    public Sex sex() {
      return written == null ? derived : written;
    }
  }

  public SexKnown sex(Viewer viewer, PersonId person) {
    access.require(viewer, People.READ, Subject.of(person));
    return tx.read(
        em -> {
          KinSex row = Portraits.counts(rows(em, person));
          Sex derived = portraits.derived(em, aliases.idsOf(person));
          return row == null
              ? new SexKnown(null, 0, derived)
              : new SexKnown(row.sex(), row.version(), derived);
        });
  }

  /**
   * @param now null when nothing is written down any more
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void sex(Viewer viewer, PersonId person, long version, Sex now) {
    access.require(viewer, People.WRITE, Subject.of(person));
    tx.run(
        em -> {
          Held.hold(em, Person.class, person.value());
          List<KinSex> rows = rows(em, person);
          KinSex row = Portraits.counts(rows);
          Refusals.fresh(row == null ? 0 : row.version(), version);
          if (now == null) {
            // Under no key of the person may another row come to light.
            rows.forEach(em::remove);
          } else if (row == null) {
            em.persist(new KinSex(Ids.next(), person, now));
          } else {
            row.says(now);
          }
          audit.wrote(viewer, "kin.sex", List.of(Subject.of(person)));
        });
  }

  private List<KinSex> rows(EntityManager em, PersonId person) {
    return new KinQueries(em).sexes(Chunks.values(aliases.idsOf(person)));
  }
}
