package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.registry.files.persistence.KeptAway;
import org.opora.registry.shared.application.Taken;
import org.opora.registry.shared.persistence.Chunks;

/**
 * Who comes back to a file that they were in: with them comes the sight of what was written
 * meanwhile, so nobody comes back to whom it would not be open anyway.
 */
final class ComingBack {
  private final EntityManager em;
  private final CaseFileId file;
  private final Access access;
  private final Aliases aliases;

  ComingBack(EntityManager em, CaseFileId file, Access access, Aliases aliases) {
    this.em = em;
    this.file = file;
    this.access = access;
    this.aliases = aliases;
  }

  /**
   * Whether nothing keeps them away: neither another file, nor a wall before those who lead this
   * one, nor one before whoever opens it again, who would be shown their name.
   */
  boolean free(Viewer viewer, PersonId person, LocalDate lastDay) {
    Set<PersonId> keys = aliases.idsOf(person);
    return !new Newcomers(em, file).keptAway(keys, viewer.today())
        && !new KeptAway(em).ofPeople(keys, viewer.today()).contains(viewer.staff())
        && open(viewer, person, lastDay);
  }

  /**
   * Whether the viewer sees them, by more than an emergency, or they were in no other file after
   * that day.
   */
  boolean open(Viewer viewer, PersonId person, LocalDate lastDay) {
    return !elsewhere(aliases.idsOf(person), lastDay) || new Taken(access).knows(viewer, person);
  }

  private boolean elsewhere(Set<PersonId> keys, LocalDate lastDay) {
    List<UUID> known = Chunks.values(keys);
    return later("Placement", "child", known, lastDay)
        || later("FileCarer", "person", known, lastDay);
  }

  private boolean later(String entity, String who, List<UUID> keys, LocalDate lastDay) {
    return em.createQuery(
                "SELECT COUNT(t.id) FROM "
                    + entity
                    + " t WHERE t.file <> :file AND t."
                    + who
                    + " IN :keys AND (t.until IS NULL OR t.until > :day)",
                Long.class)
            .setParameter("file", file.value())
            .setParameter("keys", keys)
            .setParameter("day", lastDay)
            .getSingleResult()
        > 0;
  }
}
