package org.opora.registry.shared.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Aliases;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.registry.shared.persistence.RelationQueries;

/** What stands behind a wall: files, and people under every key they are known by. */
public record Walled(Aliases aliases) {
  /** Keys of files and of people; a wall at a child's sub-file is one at the child. */
  public Set<UUID> before(EntityManager em, StaffId staff, LocalDate day) {
    Set<UUID> direct = new RelationQueries(em).walled(staff, day);
    if (direct.isEmpty()) {
      return direct;
    }
    Set<UUID> all = new HashSet<>(direct);
    aliases
        .idsOf(direct.stream().map(PersonId::new).toList())
        .values()
        .forEach(keys -> keys.forEach(key -> all.add(key.value())));
    return all;
  }
}
