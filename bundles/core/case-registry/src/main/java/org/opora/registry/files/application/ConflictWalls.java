package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.text.Messages;
import org.opora.registry.files.persistence.KeptAway;
import org.opora.registry.kin.domain.KinTie;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.staff.domain.ConflictOfInterest;
import org.opora.registry.staff.domain.ConflictWall;

/**
 * The walls of a conflict of interest around a family. A conflict remembers at whom its walls
 * stand, so that a carer or a child who comes later is closed as well, and so that its end opens
 * what it closed and nothing else.
 */
public final class ConflictWalls {
  private final EntityManager em;
  private final Walls walls;
  private final Inbox inbox;
  private final Messages messages;

  public ConflictWalls(EntityManager em, Walls walls, Inbox inbox, Messages messages) {
    this.em = em;
    this.walls = walls;
    this.inbox = inbox;
    this.messages = messages;
  }

  /** The director keeps a member of staff away from the family: everybody in it now or to come. */
  public void raise(Viewer viewer, ConflictOfInterest conflict, CaseFileId file) {
    Collection<Subject> around =
        new FamilyAround(em).of(file, viewer.today(), viewer.today()).values();
    around.forEach(
        subject -> {
          if (remember(viewer, conflict, subject)) {
            walls.raise(viewer, conflict.staff(), subject, Walls.Ground.CONFLICT_OF_INTEREST);
          }
        });
    days(viewer, conflict, file);
    tell(viewer, conflict, file, around);
  }

  /**
   * A wall at a relative who goes with a child falls by itself on the day on which another file
   * knows them, too, and stands until then. One that another conflict needs stands on, and so does
   * one at whoever is in a relationship written down in the work with this file. Whoever changes a
   * family needs no right over walls to have one stand for longer, and cannot shorten it without.
   */
  private void days(Viewer viewer, ConflictOfInterest conflict, CaseFileId file) {
    Map<PersonId, LocalDate> relatives =
        new FileRelatives(em).ofNoOther(file, viewer.today(), viewer.today());
    Set<UUID> written = tied(file);
    Set<UUID> known =
        new HashSet<>(new FamilyAround(em).of(file, viewer.today(), viewer.today()).keySet());
    known.addAll(written);
    for (ConflictWall wall : of(conflict)) {
      Subject subject = wall.subject();
      if (subject.kind() == Subject.Kind.PERSON) {
        boolean on = written.contains(subject.id()) || needed(conflict, subject);
        LocalDate last = on ? null : relatives.get(new PersonId(subject.id()));
        if (viewer.may(Walls.MANAGE)) {
          walls.until(viewer, conflict.staff(), subject, last);
        } else if (known.contains(subject.id())) {
          walls.longer(viewer, conflict.staff(), subject, last);
        }
      }
    }
  }

  private boolean needed(ConflictOfInterest conflict, Subject subject) {
    return em.createQuery(
                "SELECT COUNT(w.id) FROM ConflictWall w, ConflictOfInterest c WHERE c.id = w.conflict"
                    + " AND c.staff = :staff AND c.id <> :conflict AND w.subject = :subject",
                Long.class)
            .setParameter("staff", conflict.staff().value())
            .setParameter("conflict", conflict.id())
            .setParameter("subject", subject.id())
            .getSingleResult()
        > 0;
  }

  /** Whoever is in a relationship that was written down in the work with the file. */
  private Set<UUID> tied(CaseFileId file) {
    Set<UUID> tied = new HashSet<>();
    new FamilyAround(em)
        .rows(KinTie.class, file).stream()
            .filter(tie -> tie.struck() == null)
            .forEach(tie -> tied.addAll(List.of(tie.first().value(), tie.other().value())));
    return tied;
  }

  /**
   * A wall at somebody in a family that the member of staff leads closes that family to them in
   * part: whoever manages walls has it handed over.
   */
  private void tell(
      Viewer viewer, ConflictOfInterest conflict, CaseFileId file, Collection<Subject> walled) {
    if (walled.stream().anyMatch(subject -> leads(viewer, conflict.staff(), file, subject))) {
      inbox.tellAll(Walls.MANAGE, messages.title("inbox.wall-in-own-family"), "/staff/conflicts");
    }
  }

  /**
   * These keys name one person: a wall at one of them closes the family in which the person is
   * under another one, also to those who lead it. It is told as if the wall had been raised there.
   */
  void joined(Viewer viewer, Set<PersonId> known) {
    KeptAway kept = new KeptAway(em);
    Set<StaffId> away = kept.ofPeople(known, viewer.today());
    for (PersonId key : away.isEmpty() ? Set.<PersonId>of() : known) {
      Set<StaffId> closed = new HashSet<>(away);
      closed.removeAll(kept.ofPeople(Set.of(key), viewer.today()));
      if (!Collections.disjoint(closed, leading(key, viewer.today()))) {
        inbox.tellAll(Walls.MANAGE, messages.title("inbox.wall-in-own-family"), "/staff/conflicts");
        return;
      }
    }
  }

  /** Who leads the families in which this key is. */
  private Set<StaffId> leading(PersonId key, LocalDate day) {
    Set<UUID> files = new HashSet<>();
    for (String part : List.of("FileCarer t WHERE t.person", "Placement t WHERE t.child")) {
      files.addAll(
          em.createQuery(
                  "SELECT t.file FROM " + part + " = :key AND (t.until IS NULL OR t.until >= :day)",
                  UUID.class)
              .setParameter("key", key.value())
              .setParameter("day", day)
              .getResultList());
    }
    Set<StaffId> leading = new HashSet<>();
    files.forEach(file -> leading.addAll(new Assignments(em, new CaseFileId(file)).leading(day)));
    return leading;
  }

  private boolean leads(Viewer viewer, StaffId staff, CaseFileId but, Subject subject) {
    return subject.kind() == Subject.Kind.PERSON
        && em.createQuery(
                    "SELECT COUNT(a.id) FROM Assignment a WHERE a.staff = :staff AND a.kind IN :kinds"
                        + " AND (a.until IS NULL OR a.until >= :day) AND a.file <> :but AND (a.file IN"
                        + " (SELECT c.file FROM FileCarer c WHERE (c.person = :person OR c.person IN"
                        + " (SELECT k.other FROM SameKey k WHERE k.person = :person))"
                        + " AND (c.until IS NULL OR c.until >= :day)) OR a.file IN"
                        + " (SELECT p.file FROM Placement p WHERE (p.child = :person OR p.child IN"
                        + " (SELECT n.other FROM SameKey n WHERE n.person = :person))"
                        + " AND (p.until IS NULL OR p.until >= :day)))",
                    Long.class)
                .setParameter("staff", staff.value())
                .setParameter("kinds", List.of(RelationKind.KEY_WORKER, RelationKind.DEPUTY))
                .setParameter("day", viewer.today())
                .setParameter("but", but.value())
                .setParameter("person", subject.id())
                .getSingleResult()
            > 0;
  }

  /** The walls of this conflict are taken down, but for those that another conflict needs. */
  public void lift(Viewer viewer, ConflictOfInterest conflict) {
    of(conflict).forEach(wall -> lift(viewer, conflict, wall));
  }

  private void lift(Viewer viewer, ConflictOfInterest conflict, ConflictWall wall) {
    em.remove(wall);
    em.flush();
    if (!held(conflict.staff()).contains(wall.subject().id())) {
      walls.lift(viewer, conflict.staff(), wall.subject());
    }
  }

  /**
   * After a change of the family, or of another one that knows the same people: whoever is kept
   * away from it is so from its newcomers, and again from those of it before whom the wall has
   * fallen by itself. Whoever was not in it for a day since is open again as soon as somebody who
   * manages walls changes the file: they were to come and did not.
   */
  void follow(Viewer viewer, Collection<CaseFileId> files) {
    for (ConflictOfInterest conflict : at(files)) {
      CaseFileId file = conflict.file();
      Map<UUID, Subject> around = new FamilyAround(em).of(file, viewer.today(), viewer.today());
      Set<UUID> since =
          new HashSet<>(
              new FamilyAround(em).of(file, conflict.walledOn(), viewer.today()).keySet());
      since.addAll(tied(file));
      since.addAll(around.keySet());
      Set<UUID> known = new HashSet<>();
      for (ConflictWall wall : of(conflict)) {
        known.add(wall.subject().id());
        if (!since.contains(wall.subject().id()) && viewer.may(Walls.MANAGE)) {
          lift(viewer, conflict, wall);
        }
      }
      List<Subject> newcomers =
          around.values().stream().filter(subject -> !known.contains(subject.id())).toList();
      List<Subject> open =
          around.values().stream()
              .filter(subject -> known.contains(subject.id()))
              .filter(subject -> !stands(viewer, conflict.staff(), subject))
              .toList();
      List<Subject> closing = new ArrayList<>(open);
      newcomers.stream()
          .filter(subject -> remember(viewer, conflict, subject))
          .forEach(closing::add);
      closing.forEach(subject -> walls.follow(viewer, conflict.staff(), Subject.of(file), subject));
      days(viewer, conflict, file);
      List<Subject> told = new ArrayList<>(newcomers);
      told.addAll(open);
      tell(viewer, conflict, file, told);
    }
  }

  /** The conflicts whose walls stand around one of these families. */
  private List<ConflictOfInterest> at(Collection<CaseFileId> files) {
    return Chunks.ask(
        Chunks.values(files),
        part ->
            em.createQuery(
                    "SELECT c FROM ConflictOfInterest c WHERE c.file IN :files AND c.walledOn IS"
                        + " NOT NULL AND c.endedOn IS NULL ORDER BY c.id",
                    ConflictOfInterest.class)
                .setParameter("files", part)
                .getResultList());
  }

  /**
   * Whether the wall there is the conflict's own: one that stood before on other grounds is not.
   */
  private boolean remember(Viewer viewer, ConflictOfInterest conflict, Subject subject) {
    boolean stands = stands(viewer, conflict.staff(), subject);
    if (stands && !held(conflict.staff()).contains(subject.id())) {
      return false;
    }
    em.persist(new ConflictWall(Ids.next(), conflict.id(), subject));
    em.flush();
    return !stands;
  }

  /** One that was raised by hand does not count: it is lifted without the conflict. */
  private boolean stands(Viewer viewer, StaffId staff, Subject subject) {
    return em.createQuery(
                "SELECT COUNT(w.id) FROM Wall w WHERE w.staff = :staff AND w.subject = :subject"
                    + " AND w.origin IS NULL AND w.liftedOn IS NULL"
                    + " AND (w.until IS NULL OR w.until >= :day)",
                Long.class)
            .setParameter("staff", staff.value())
            .setParameter("subject", subject.id())
            .setParameter("day", viewer.today())
            .getSingleResult()
        > 0;
  }

  /** Everybody at whom walls of this member of staff's conflicts stand. */
  private Set<UUID> held(StaffId staff) {
    return new HashSet<>(
        em.createQuery(
                "SELECT w.subject FROM ConflictWall w, ConflictOfInterest c WHERE c.id = w.conflict"
                    + " AND c.staff = :staff",
                UUID.class)
            .setParameter("staff", staff.value())
            .getResultList());
  }

  private List<ConflictWall> of(ConflictOfInterest conflict) {
    return em.createQuery(
            "SELECT w FROM ConflictWall w WHERE w.conflict = :conflict", ConflictWall.class)
        .setParameter("conflict", conflict.id())
        .getResultList();
  }
}
