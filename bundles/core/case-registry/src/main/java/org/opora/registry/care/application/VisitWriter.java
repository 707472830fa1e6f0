package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.NewFact;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;
import org.opora.api.text.Messages;
import org.opora.api.time.Spent;
import org.opora.api.time.StaffTime;
import org.opora.api.timeline.Timeline;
import org.opora.registry.care.domain.Visit;
import org.opora.registry.care.domain.VisitChild;
import org.opora.registry.care.domain.VisitPerson;
import org.opora.registry.shared.application.Refusals;

/**
 * Who was at a visit, what it says of each child, what it proves, what it cost, and what the
 * chronology says.
 */
record VisitWriter(
    Timeline timeline, Evidence evidence, StaffTime time, Messages messages, VisitSeals seals) {

  /**
   * @param row holds the facts already
   * @param children the sub-file of each child of the file
   * @param hidden who was there and stays so, though whoever writes does not see them
   */
  void people(
      EntityManager em,
      Viewer viewer,
      Visit row,
      NewVisit visit,
      Map<UUID, UUID> children,
      Set<PersonId> hidden) {
    VisitId id = new VisitId(row.id());
    visit.present().stream()
        .filter(person -> !hidden.contains(person))
        .forEach(person -> em.persist(new VisitPerson(Ids.next(), id, person)));
    List<ChildPart> parts = visit.children() == null ? List.of() : visit.children();
    for (ChildPart part : parts) {
      em.persist(child(id, VisitCheck.childFile(children, part.child()), part));
    }
    tells(
        viewer, row, Stream.concat(visit.present().stream(), hidden.stream()).distinct().toList());
  }

  /**
   * Takes who was there and what was said of children out of a visit.
   *
   * @param people who stays
   * @param children whose parts stay
   */
  static void clear(
      EntityManager em, UUID visit, Collection<UUID> people, Collection<UUID> children) {
    clear(em, "VisitPerson p WHERE p.visit = :visit AND p.person", visit, people);
    clear(em, "VisitChild c WHERE c.visit = :visit AND c.child", visit, children);
  }

  private static void clear(EntityManager em, String which, UUID visit, Collection<UUID> stay) {
    em.createQuery("DELETE FROM " + which + " NOT IN :stay")
        .setParameter("visit", visit)
        // An empty list is no list; nobody has the key of a visit.
        .setParameter("stay", stay.isEmpty() ? List.of(visit) : stay)
        .executeUpdate();
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

  /** Evidence for everybody who was there, the time of its writer, one entry of the chronology. */
  void tells(Viewer viewer, Visit row, List<PersonId> present) {
    evidence.record(
        Refusals.BUNDLE,
        row.id(),
        present.stream()
            .map(person -> NewFact.of(Visits.EVIDENCE, About.person(row.file(), person), row.day()))
            .map(fact -> lasting(fact, row.minutes()))
            .toList());
    String title = row.announced() ? "timeline.visit" : "timeline.visit-unannounced";
    time.put(Refusals.BUNDLE, row.id(), List.of(spent(row, title)));
    timeline.put(viewer, entry(row, title, "visit"));
  }

  private Spent spent(Visit row, String title) {
    return Spent.of(row.recordedBy(), row.day(), Visits.EVIDENCE, messages.title(title))
        .lasting(row.minutes())
        .travelling(row.travelMinutes(), row.kilometres())
        .in(row.file())
        .written(page(row));
  }

  /** It counts no more: it proves nothing and cost nobody any time. */
  void tellsNothing(Viewer viewer, Visit row, String title, String kind) {
    evidence.record(Refusals.BUNDLE, row.id(), List.of());
    time.withdraw(Refusals.BUNDLE, row.id());
    timeline.put(viewer, entry(row, title, kind));
  }

  private static NewFact lasting(NewFact fact, Integer minutes) {
    return minutes == null ? fact : fact.amounting(BigDecimal.valueOf(minutes), Evidence.MINUTES);
  }

  private Timeline.NewEntry entry(Visit row, String title, String kind) {
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
