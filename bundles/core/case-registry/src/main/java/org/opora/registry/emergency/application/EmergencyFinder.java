package org.opora.registry.emergency.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.registry.emergency.persistence.EmergencyQueries;
import org.opora.registry.files.persistence.KeptAway;
import org.opora.registry.people.domain.FamilyNames;
import org.opora.registry.people.domain.Fold;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;

/**
 * Finds the file that somebody asks for in an emergency. One that is put away, or that a wall keeps
 * them from, at itself or at anybody in it, is answered exactly like one that is not there; only
 * the trail knows the difference.
 */
final class EmergencyFinder {
  private final EntityManager em;
  private final AuditTrail audit;
  private final Aliases aliases;

  EmergencyFinder(EntityManager em, AuditTrail audit, Aliases aliases) {
    this.em = em;
    this.audit = audit;
    this.aliases = aliases;
  }

  /**
   * @throws Refused when there is no such file for the viewer, or there are several
   */
  CaseFileId find(Viewer viewer, Wanted wanted) {
    EmergencyQueries queries = new EmergencyQueries(em);
    String field = wanted.number() == null ? "family" : "number";
    Collection<UUID> asked =
        wanted.number() == null
            ? ofPerson(viewer, queries, wanted)
            : queries.numbered(wanted.number().strip());
    Map<UUID, String> there = asked.isEmpty() ? Map.of() : queries.there(asked);
    Set<UUID> walled = walled(viewer, asked);
    List<UUID> open = there.keySet().stream().filter(one -> !walled.contains(one)).toList();
    if (open.isEmpty()) {
      audit.denied(
          viewer,
          EmergencyDesk.USE,
          asked.stream().map(CaseFileId::new).map(Subject::of).toList(),
          walled.isEmpty() ? "no-file" : "wall");
      throw Refusals.refused(field, "emergency.refused.no-file");
    }
    if (open.size() > 1) {
      audit.read(
          viewer,
          "emergency.several",
          open.stream().map(CaseFileId::new).map(Subject::of).toList());
      throw Refusals.refused(
          "number",
          "emergency.refused.several",
          String.join(", ", new TreeSet<>(open.stream().map(there::get).toList())));
    }
    return new CaseFileId(open.get(0));
  }

  private Set<UUID> walled(Viewer viewer, Collection<UUID> files) {
    return new KeptAway(em)
        .of(files.stream().map(CaseFileId::new).toList(), viewer.today()).entrySet().stream()
            .filter(one -> one.getValue().contains(viewer.staff()))
            .map(one -> one.getKey().value())
            .collect(Collectors.toSet());
  }

  /** Where they are today, under any of their keys. */
  private Collection<UUID> ofPerson(Viewer viewer, EmergencyQueries queries, Wanted wanted) {
    List<UUID> alike =
        queries.named(
            wanted.born(),
            FamilyNames.forms(Fold.fold(wanted.family())),
            Fold.fold(wanted.given()));
    if (alike.isEmpty()) {
      return List.of();
    }
    Set<UUID> keys = new HashSet<>();
    aliases
        .idsOf(alike.stream().map(PersonId::new).toList())
        .values()
        .forEach(same -> keys.addAll(Chunks.values(same)));
    return queries.filesOf(keys, viewer.today());
  }
}
