package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.DataClass;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Relations;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.PlacementId;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Messages;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.ChildFile;
import org.opora.registry.files.domain.FileCarer;
import org.opora.registry.files.domain.FileNumber;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.people.domain.Fold;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.story.domain.Findable;
import org.opora.registry.story.domain.FindableWord;
import org.opora.registry.story.domain.Source;
import org.opora.registry.story.domain.TimelineEntry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes a whole family from former records at once: what the single use cases would write, with
 * far fewer statements, because nothing of the family is here yet. The caller has decided access
 * and has a transaction running.
 */
@Component(service = FamilyArrivals.class)
public final class FamilyArrivals {
  private final Relations relations;
  private final AuditTrail audit;
  private final Messages messages;

  @Activate
  public FamilyArrivals(
      @Reference Relations relations, @Reference AuditTrail audit, @Reference Messages messages) {
    this.relations = relations;
    this.audit = audit;
    this.messages = messages;
  }

  /**
   * @param number as in the former records; null for the next one of the series
   * @param agreement null when no agreement is known
   * @param agreementEndedOn last day in force; null while it lasts
   * @param keyWorker null for none
   */
  public record Arrival(
      String number,
      String familyName,
      LocalDate openedOn,
      List<PersonId> carers,
      NewAgreement agreement,
      LocalDate agreementEndedOn,
      List<Stay> stays,
      StaffId keyWorker,
      StaffId deputy) {}

  /** {@code until} is the last day; null while it lasts. */
  public record Stay(PersonId child, LocalDate from, LocalDate until, String courtReference) {}

  /** {@code agreement} is null when there is none; placements in the order of the stays. */
  public record Settled(CaseFileId file, AgreementId agreement, List<PlacementId> placements) {}

  public Settled settle(EntityManager em, Viewer viewer, Arrival arrival) {
    LocalDate today = viewer.today();
    FileNumbers numbers = new FileNumbers(em);
    FileNumber number =
        arrival.number() == null
            ? numbers.next(arrival.openedOn().getYear())
            : numbers.taken(arrival.number(), null);
    CaseFile file =
        new CaseFile(
            CaseFileId.next(),
            number,
            arrival.familyName(),
            Fold.fold(arrival.familyName()),
            arrival.openedOn());
    file.movedIn(today);
    if (arrival.agreement() != null && arrival.agreementEndedOn() != null) {
      file.windsDown(arrival.agreementEndedOn().plusDays(1));
    }
    em.persist(file);
    Findable findable = findable(file);
    em.persist(findable);
    em.flush();
    Fold.words(file.number() + " " + file.familyName())
        .forEach(word -> em.persist(new FindableWord(Ids.next(), word, findable)));
    List<FileCarer> carers = new ArrayList<>();
    for (PersonId carer : arrival.carers()) {
      carers.add(new FileCarer(Ids.next(), file.id(), carer, arrival.openedOn(), null));
    }
    carers.forEach(em::persist);
    AgreementId agreement = agreement(em, viewer, file.id(), arrival);
    List<Placement> placements = placements(em, viewer, file.id(), arrival.stays());
    List<Assignment> assignments = new ArrayList<>();
    assignment(assignments, file.id(), arrival.keyWorker(), RelationKind.KEY_WORKER, today);
    assignment(assignments, file.id(), arrival.deputy(), RelationKind.DEPUTY, today);
    assignments.forEach(em::persist);
    new FileRelations(em, relations).begin(assignments, carers, placements);
    happened(em, viewer, file.id(), "file-opened", file.id().value(), arrival.openedOn());
    List<Subject> subjects = new ArrayList<>(List.of(Subject.of(file.id())));
    arrival.carers().forEach(carer -> subjects.add(Subject.of(carer)));
    arrival.stays().forEach(stay -> subjects.add(Subject.of(stay.child())));
    audit.wrote(viewer, "family.arrived", subjects);
    return new Settled(
        file.id(), agreement, placements.stream().map(stay -> new PlacementId(stay.id())).toList());
  }

  private AgreementId agreement(EntityManager em, Viewer viewer, CaseFileId file, Arrival arrival) {
    NewAgreement said = arrival.agreement();
    if (said == null) {
      return null;
    }
    AgreementId id = AgreementId.next();
    Agreement row =
        new Agreement(
            id.value(), file, said.kind(), said.mediated(), said.concludedOn(), said.authority());
    row.signed(said.signedOn());
    row.lasts(arrival.agreementEndedOn());
    em.persist(row);
    happened(em, viewer, file, "agreement-concluded", id.value(), said.concludedOn());
    if (arrival.agreementEndedOn() != null) {
      happened(em, viewer, file, "agreement-ended", id.value(), arrival.agreementEndedOn());
    }
    return id;
  }

  private List<Placement> placements(
      EntityManager em, Viewer viewer, CaseFileId file, List<Stay> stays) {
    Map<PersonId, ChildFileId> subFiles = new LinkedHashMap<>();
    stays.forEach(stay -> subFiles.computeIfAbsent(stay.child(), child -> ChildFileId.next()));
    subFiles.forEach((child, subFile) -> em.persist(new ChildFile(subFile.value(), child)));
    em.flush();
    List<Placement> placements = new ArrayList<>();
    for (Stay stay : stays) {
      PlacementId id = PlacementId.next();
      ChildFileId subFile = subFiles.get(stay.child());
      Placement row =
          new Placement(
              id.value(),
              file,
              stay.child(),
              subFile,
              stay.from(),
              stay.until(),
              stay.courtReference());
      em.persist(row);
      happened(em, viewer, file, "placement-begun", id.value(), stay.from());
      if (stay.until() != null) {
        happened(em, viewer, file, "placement-ended", id.value(), stay.until());
      }
      placements.add(row);
    }
    return placements;
  }

  private static void assignment(
      List<Assignment> assignments,
      CaseFileId file,
      StaffId staff,
      RelationKind kind,
      LocalDate from) {
    if (staff != null) {
      assignments.add(new Assignment(Ids.next(), file, staff, kind, from, null));
    }
  }

  /**
   * What {@link FileStory} would make findable, without asking first whether it replaces something.
   */
  private Findable findable(CaseFile file) {
    return new Findable(
        Ids.next(),
        new Source(Refusals.BUNDLE, "case-file", file.id().value()),
        Subject.of(file.id()),
        CaseFiles.READ,
        messages.title("search.case-file", file.number()),
        FileStory.page(file.id()));
  }

  /** The row that {@link FileStory} would write, without asking first whether it replaces one. */
  private void happened(
      EntityManager em, Viewer viewer, CaseFileId file, String kind, UUID record, LocalDate on) {
    em.persist(
        new TimelineEntry(
            Ids.next(),
            new Source(Refusals.BUNDLE, kind, FileStory.source(kind, record)),
            Subject.Kind.CASE_FILE,
            file.value(),
            on,
            CaseFiles.READ,
            DataClass.CARE_FACTS,
            messages.title("timeline." + kind),
            viewer.staff(),
            FileStory.page(file)));
  }
}
