package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Two entries of the register are one person: a row says so, nothing is merged, and it can be taken
 * back.
 */
@Component(service = SamePerson.class)
public final class SamePerson {
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Aliases aliases;
  private final SamePersonNews news;
  private final HomesBack homes;

  @Activate
  public SamePerson(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference SamePersonNews news,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.aliases = aliases;
    this.news = news;
    this.homes = new HomesBack(aliases, keys);
  }

  /** From now on the alias is known as the other one. The viewer must be allowed to write both. */
  public void declare(Viewer viewer, PersonId alias, PersonId canonical) {
    both(viewer, alias, canonical);
    if (alias.equals(canonical)) {
      throw Refusals.refused(null, "refused.same-person");
    }
    tx.run(
        em -> {
          Set<PersonId> keys = held(em, List.of(alias, canonical));
          aliases.join(alias, canonical);
          news.decided(em, viewer, keys);
          audit.wrote(viewer, "person.same", List.of(Subject.of(alias), Subject.of(canonical)));
        });
  }

  /**
   * What was said of the alias last is taken back: whoever led before leads again with all that was
   * led then, and what a move on the other one ended holds again.
   */
  public void undo(Viewer viewer, PersonId alias) {
    access.require(viewer, People.WRITE, Subject.of(alias));
    undo(viewer, List.of(alias), () -> aliases.part(alias));
  }

  /** The same with what made these two one person, whichever of them was said to be the other. */
  public void undo(Viewer viewer, PersonId one, PersonId other) {
    both(viewer, one, other);
    undo(viewer, List.of(one, other), () -> aliases.part(one, other));
  }

  private void undo(Viewer viewer, List<PersonId> people, Runnable part) {
    tx.run(
        em -> {
          Set<PersonId> keys = held(em, people);
          part.run();
          news.decided(em, viewer, keys);
          homes
              .give(em, keys)
              .forEach(
                  person -> audit.wrote(viewer, "person.home-back", List.of(Subject.of(person))));
          audit.wrote(viewer, "person.not-same", people.stream().map(Subject::of).toList());
        });
  }

  /** What taking back would do; the viewer must be allowed to write both. */
  public Parting parting(Viewer viewer, PersonId one, PersonId other) {
    both(viewer, one, other);
    return tx.read(
        em -> {
          Aliases.Apart apart = aliases.apart(one, other);
          return new Parting(
              apart.one(),
              apart.other(),
              news.movingOut(em, apart.one()),
              news.movingOut(em, apart.other()));
        });
  }

  /** Whoever decides on one of them at the same moment comes before or after. */
  private Set<PersonId> held(EntityManager em, List<PersonId> people) {
    news.deciding(em, people);
    Set<PersonId> keys = new LinkedHashSet<>();
    HeldPeople.hold(em, aliases, people).forEach(keys::addAll);
    return keys;
  }

  private void both(Viewer viewer, PersonId alias, PersonId canonical) {
    access.require(viewer, People.WRITE, Subject.of(alias));
    access.require(viewer, People.WRITE, Subject.of(canonical));
  }
}
