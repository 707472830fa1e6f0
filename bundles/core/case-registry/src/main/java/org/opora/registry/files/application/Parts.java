package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.opora.api.files.FileKind;
import org.opora.api.files.PartRole;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.registry.files.domain.FileCarer;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.shared.application.Refusals;

/** Everybody who takes part in a file whose row is held. */
final class Parts {
  private final EntityManager em;
  private final CaseFileId file;

  Parts(EntityManager em, CaseFileId file) {
    this.em = em;
    this.file = file;
  }

  /** Whatever lasts longer ends that day. */
  void end(LocalDate lastDay) {
    for (FileCarer part : lasting(adults(), lastDay)) {
      Refusals.inOrder("closedOn", part.since(), lastDay);
      part.closes(lastDay);
    }
    for (Placement stay : children()) {
      if (stay.until() == null || stay.until().isAfter(lastDay)) {
        Refusals.inOrder("closedOn", stay.since(), lastDay);
        stay.closes(lastDay);
      }
    }
  }

  /**
   * The same where nobody chooses the day, because the file was opened by mistake: whoever was to
   * come later is in it on their first day and no longer.
   */
  void never(LocalDate lastDay) {
    for (FileCarer part : lasting(adults(), lastDay)) {
      part.closes(later(part.since(), lastDay));
    }
    for (Placement stay : children()) {
      if (stay.until() == null || stay.until().isAfter(lastDay)) {
        stay.closes(later(stay.since(), lastDay));
      }
    }
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * Whoever took part until the file was closed takes part again: without a gap when the file goes
   * on the day after at the latest. Whoever had left by then stays away.
   *
   * @param back who may come back; whoever may not has left
   * @param chosen who comes back where nobody noted whose part the closing ended
   * @return the children who are in the file again
   */
  Set<PersonId> again(
      LocalDate lastDay, LocalDate from, Predicate<PersonId> back, Collection<PersonId> chosen) {
    boolean gap = from.isAfter(lastDay.plusDays(1));
    Set<PersonId> unnoted = new HashSet<>(atClosing(lastDay).keySet());
    unnoted.retainAll(chosen);
    Set<PersonId> children = new LinkedHashSet<>();
    for (FileCarer part : adults()) {
      boolean ended = part.closed() || ends(part.until(), lastDay, part.person(), unnoted);
      if (ended && back.test(part.person())) {
        if (gap && part.since().isBefore(from)) {
          em.persist(new FileCarer(Ids.next(), file, part.person(), part.role(), from));
        } else {
          part.lasts(null);
        }
      }
      part.left();
    }
    for (Placement stay : children()) {
      boolean ended = stay.closed() || ends(stay.until(), lastDay, stay.child(), unnoted);
      if (ended && back.test(stay.child())) {
        children.add(stay.child());
        if (gap && stay.since().isBefore(from)) {
          em.persist(
              new Placement(Ids.next(), file, stay.child(), stay.childFile(), from, null, null));
        } else {
          stay.lasts(null);
        }
      }
      stay.left();
    }
    return children;
  }

  private static boolean ends(
      LocalDate until, LocalDate lastDay, PersonId person, Set<PersonId> chosen) {
    return lastDay.equals(until) && chosen.contains(person);
  }

  /**
   * Whose part ended on that day, and since when they took part, where of nobody it is noted that
   * it was the closing that ended it; nobody otherwise.
   */
  Map<PersonId, LocalDate> atClosing(LocalDate lastDay) {
    List<FileCarer> adults = adults();
    List<Placement> children = children();
    Map<PersonId, LocalDate> parts = new LinkedHashMap<>();
    if (adults.stream().noneMatch(FileCarer::closed)
        && children.stream().noneMatch(Placement::closed)) {
      adults.stream()
          .filter(part -> lastDay.equals(part.until()))
          .forEach(part -> parts.put(part.person(), part.since()));
      children.stream()
          .filter(stay -> lastDay.equals(stay.until()))
          .forEach(stay -> parts.put(stay.child(), stay.since()));
    }
    return parts;
  }

  /**
   * From that day the adults are what people of the other kind are. Whoever has no place among them
   * leaves the day before; whoever of them has left already stays known as what they were.
   *
   * @throws org.opora.api.faults.Refused when somebody without a place came on that day or later:
   *     nobody was in the file who would not be known of any more
   */
  void turn(FileKind now, LocalDate from) {
    for (FileCarer part : lasting(adults(), from.minusDays(1))) {
      PartRole role = role(part.role(), now);
      boolean began = part.since().isBefore(from);
      if (role == null) {
        leaves(part, from, began);
      } else if (role != part.role() && began) {
        em.persist(part.goesOn(Ids.next(), role, from));
      } else if (role != part.role()) {
        part.was(role);
      }
    }
  }

  private static void leaves(FileCarer part, LocalDate from, boolean began) {
    if (part.until() != null) {
      return;
    }
    if (!began) {
      throw Refusals.refused("from", "refused.kind-part", part.since());
    }
    part.lasts(from.minusDays(1));
  }

  /** Whether a child is in the file beyond that day. */
  boolean childrenAfter(LocalDate day) {
    return children().stream().anyMatch(stay -> stay.until() == null || stay.until().isAfter(day));
  }

  /** Whoever the file is about stays that; null for somebody close where there is nobody such. */
  private static PartRole role(PartRole role, FileKind now) {
    if (role != PartRole.OTHER) {
      return now.roles().get(0);
    }
    return now.roles().contains(role) ? role : null;
  }

  private static List<FileCarer> lasting(List<FileCarer> parts, LocalDate beyond) {
    return parts.stream()
        .filter(part -> part.until() == null || part.until().isAfter(beyond))
        .toList();
  }

  private List<FileCarer> adults() {
    return em.createQuery("SELECT c FROM FileCarer c WHERE c.file = :file", FileCarer.class)
        .setParameter("file", file.value())
        .getResultList();
  }

  private List<Placement> children() {
    return em.createQuery("SELECT p FROM Placement p WHERE p.file = :file", Placement.class)
        .setParameter("file", file.value())
        .getResultList();
  }
}
