package org.opora.registry.story.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.time.Spent;
import org.opora.api.time.StaffTime;
import org.opora.registry.story.domain.Source;
import org.opora.registry.story.domain.SpentTime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What members of staff spent: written by everybody, read on the sheets of time. */
@Component(service = StaffTime.class)
public final class StaffTimeBook implements StaffTime {
  private final Transactions tx;

  @Activate
  public StaffTimeBook(@Reference(target = "(opora.unit=case-registry)") Transactions tx) {
    this.tx = tx;
  }

  @Override
  public void put(String origin, UUID source, Collection<Spent> spent) {
    Set<StaffId> whose = new HashSet<>();
    if (!spent.stream().allMatch(one -> whose.add(one.staff()))) {
      throw new IllegalArgumentException("A record cost each member of staff one time");
    }
    tx.run(
        em -> {
          remove(em, origin, source);
          spent.forEach(one -> em.persist(row(origin, source, one)));
        });
  }

  @Override
  public void withdraw(String origin, UUID source) {
    tx.run(em -> remove(em, origin, source));
  }

  private static SpentTime row(String origin, UUID source, Spent spent) {
    return new SpentTime(
            Ids.next(),
            new Source(origin, spent.activity(), source),
            spent.staff(),
            spent.on(),
            spent.title(),
            spent.href())
        .lasting(spent.minutes(), spent.travel(), spent.kilometres())
        .spentFor(spent.file(), spent.child());
  }

  /** A statement, not a removal by the unit: the new rows of the same source come after it. */
  private static void remove(EntityManager em, String origin, UUID source) {
    em.createQuery(
            "DELETE FROM SpentTime t WHERE t.source.origin = :origin AND t.source.record = :source")
        .setParameter("origin", origin)
        .setParameter("source", source)
        .executeUpdate();
  }
}
