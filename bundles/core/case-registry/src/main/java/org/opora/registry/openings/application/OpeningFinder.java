package org.opora.registry.openings.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.registry.files.domain.FileNumber;
import org.opora.registry.files.persistence.KeptAway;
import org.opora.registry.openings.domain.Opening;
import org.opora.registry.openings.persistence.OpeningQueries;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.tasks.persistence.FileLabel;
import org.opora.registry.tasks.persistence.LabelQueries;

/**
 * Finds the files that somebody opens for an inspection. One that the viewer may not know of is
 * answered like one that is not there. That a wall keeps the inspector away is said to those who
 * may know of walls; for all others the opening is written like every other, and the wall keeps it
 * shut.
 */
final class OpeningFinder {
  private static final String FIELD = "numbers";
  private final EntityManager em;
  private final Access access;
  private final AuditTrail audit;
  private final OpeningQueries queries;

  OpeningFinder(EntityManager em, Access access, AuditTrail audit) {
    this.em = em;
    this.access = access;
    this.audit = audit;
    this.queries = new OpeningQueries(em);
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field, naming the numbers that do not fit
   */
  Set<CaseFileId> find(Viewer viewer, Opening opening, List<String> numbers) {
    // By the form in which lists are sorted: 1/2026 is 001/2026.
    Map<String, String> asked = new LinkedHashMap<>();
    numbers.stream()
        .filter(number -> !number.isBlank())
        .forEach(number -> asked.putIfAbsent(FileNumber.parse(number).sortKey(), number.strip()));
    if (asked.isEmpty()) {
      throw Refusals.refused(FIELD, "refused.required");
    }
    if (asked.size() > OpeningDesk.MOST) {
      throw Refusals.refused(FIELD, "opening.refused.many", OpeningDesk.MOST);
    }
    Map<CaseFileId, String> there = queries.numbered(asked.keySet());
    Map<CaseFileId, FileLabel> known =
        new LabelQueries(em).files(access.scope(viewer, OpeningDesk.MANAGE), there.keySet());
    refuseUnknown(viewer, asked, there, known.keySet());
    refuse("opening.refused.archived", known, queries.archived(known.keySet()));
    refuse(
        "opening.refused.already",
        known,
        queries.taken(opening.staff(), known.keySet(), opening.since(), opening.until()));
    refuseWalled(viewer, opening.staff(), known);
    return known.keySet();
  }

  private void refuseUnknown(
      Viewer viewer,
      Map<String, String> asked,
      Map<CaseFileId, String> there,
      Set<CaseFileId> known) {
    Set<CaseFileId> hidden =
        there.keySet().stream().filter(file -> !known.contains(file)).collect(Collectors.toSet());
    if (!hidden.isEmpty()) {
      audit.denied(viewer, OpeningDesk.MANAGE, hidden.stream().map(Subject::of).toList(), "wall");
    }
    Map<String, String> missing = new LinkedHashMap<>(asked);
    there.forEach(
        (file, number) -> {
          if (known.contains(file)) {
            missing.remove(number);
          }
        });
    if (!missing.isEmpty()) {
      throw Refusals.refused(
          FIELD, "opening.refused.unknown", OpeningDesk.listed(missing.values()));
    }
  }

  private static void refuse(
      String why, Map<CaseFileId, FileLabel> known, Collection<CaseFileId> wrong) {
    if (!wrong.isEmpty()) {
      throw Refusals.refused(
          FIELD,
          why,
          OpeningDesk.listed(wrong.stream().map(file -> known.get(file).number()).toList()));
    }
  }

  private void refuseWalled(Viewer viewer, StaffId inspector, Map<CaseFileId, FileLabel> known) {
    Map<CaseFileId, Set<StaffId>> away = new KeptAway(em).of(known.keySet(), viewer.today());
    Set<CaseFileId> walled =
        known.keySet().stream()
            .filter(file -> away.getOrDefault(file, Set.of()).contains(inspector))
            .collect(Collectors.toSet());
    Set<CaseFileId> told =
        viewer.may(Walls.MANAGE)
            ? walled.stream()
                .filter(file -> !away.get(file).contains(viewer.staff()))
                .collect(Collectors.toSet())
            : Set.of();
    if (!told.isEmpty()) {
      audit.denied(
          viewer,
          OpeningDesk.MANAGE,
          told.stream().map(Subject::of).toList(),
          "wall-before-inspector");
      refuse("opening.refused.walled", known, told);
    }
  }
}
