package org.opora.registry.people.application;

import java.util.List;
import java.util.Optional;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.api.tasks.Tasks;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What becomes of two entries that may be one person: somebody says so, and the task is done. */
@Component(service = EntryPairs.class)
public final class EntryPairs {
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Aliases aliases;
  private final SamePerson same;
  private final Tasks tasks;

  @Activate
  public EntryPairs(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference SamePerson same,
      @Reference Tasks tasks) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.aliases = aliases;
    this.same = same;
    this.tasks = tasks;
  }

  /** One person: the entry that was there first leads. */
  public void one(Viewer viewer, PersonId before, PersonId fresh) {
    tx.run(
        em -> {
          same.declare(viewer, fresh, before);
          tasks.doneBy(viewer, Refusals.BUNDLE, TwoEntries.key(before, fresh));
        });
  }

  /** Not one person after all: what made them one is taken back. */
  public void apart(Viewer viewer, PersonId before, PersonId fresh) {
    same.undo(viewer, before, fresh);
  }

  /** What {@link #apart} would do; empty when they are two. */
  public Optional<Parting> parting(Viewer viewer, PersonId before, PersonId fresh) {
    return aliases.idsOf(before).contains(fresh)
        ? Optional.of(same.parting(viewer, before, fresh))
        : Optional.empty();
  }

  /** Two people; nothing is changed about them. */
  public void two(Viewer viewer, PersonId before, PersonId fresh) {
    access.require(viewer, People.WRITE, Subject.of(before));
    access.require(viewer, People.WRITE, Subject.of(fresh));
    tx.run(
        em -> {
          Held.load(em, Person.class, before.value());
          Held.load(em, Person.class, fresh.value());
          tasks.doneBy(viewer, Refusals.BUNDLE, TwoEntries.key(before, fresh));
          audit.wrote(viewer, "person.two-people", List.of(Subject.of(before), Subject.of(fresh)));
        });
  }
}
