package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.evidence.Evidence;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.registry.care.domain.Visit;
import org.opora.registry.care.domain.VisitChild;
import org.opora.registry.care.domain.VisitPerson;
import org.opora.registry.shared.application.Refusals;

/** Who was at a visit, what it says of each child, what it proves and what the chronology says. */
record VisitWriter(Timeline timeline, Evidence evidence, Messages messages, VisitSeals seals) {

  /**
   * @param row holds the facts already
   * @param children the sub-file of each child of the file
   */
  void people(
      EntityManager em, Viewer viewer, Visit row, NewVisit visit, Map<UUID, UUID> children) {
    VisitId id = new VisitId(row.id());
    visit.present().forEach(person -> em.persist(new VisitPerson(Ids.next(), id, person)));
    List<ChildPart> parts = visit.children() == null ? List.of() : visit.children();
    for (ChildPart part : parts) {
      em.persist(child(id, VisitCheck.childFile(children, part.child()), part));
    }
    tells(viewer, row, List.copyOf(visit.present()));
  }

  private VisitChild child(VisitId id, ChildFileId childFile, ChildPart part) {
    UUID row = Ids.next();
    String reason =
        part.seenAlone() ? null : Refusals.optional(null, part.notAloneReason(), Integer.MAX_VALUE);
    String view = Refusals.optional(null, part.view(), Integer.MAX_VALUE);
    return new VisitChild(
        row,
        id,
        part.child(),
        childFile,
        part.seenAlone(),
        seals.reason(childFile, row, reason),
        seals.view(childFile, row, view),
        part.learntBy() == null ? ViewLearntBy.NOT_LEARNT : part.learntBy());
  }

  /** Evidence for everybody who was there, and one entry of the chronology. */
  void tells(Viewer viewer, Visit row, List<PersonId> present) {
    evidence.record(
        Refusals.BUNDLE,
        row.id(),
        present.stream()
            .map(
                person ->
                    new Evidence.NewFact(
                        Visits.EVIDENCE, row.file(), person, row.day(), null, null, false))
            .toList());
    timeline.put(
        viewer,
        entry(row, row.announced() ? "timeline.visit" : "timeline.visit-unannounced", "visit"));
  }

  Timeline.NewEntry entry(Visit row, String title, String kind) {
    return new Timeline.NewEntry(
        Refusals.BUNDLE,
        kind,
        row.id(),
        Subject.of(row.file()),
        row.day(),
        Visits.READ,
        DataClass.CONTACT_FACTS,
        messages.title(title),
        page(row));
  }

  static String page(Visit row) {
    return "/files/" + row.file() + "/visits/" + row.id();
  }
}
