package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.DataClass;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.FirstContactLaw.Code;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.intake.domain.FigureKind;
import org.opora.registry.intake.domain.Outcome;
import org.opora.registry.intake.domain.ServiceRequest;
import org.opora.registry.intake.persistence.RequestQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.tasks.persistence.FileLabel;
import org.opora.registry.tasks.persistence.LabelQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Requests of carers for a service they are entitled to. None is left unanswered: it reminds by a
 * task, stands on Today, and keeps its file from being closed. A wall at the family's file or at
 * the carer who asked closes it; the lists of {@code RequestQueries} follow the same rule.
 */
@Component(service = RequestDesk.class)
public final class RequestDesk {
  /** Kind of the evidence that somebody asked, on the day they asked. */
  public static final String ASKED = "service-request";

  /** Kind of the evidence that the centre answered, on the day it did. */
  public static final String ANSWERED = "service-request-answered";

  private static final String WALL = "wall";
  private static final Map<Outcome, String> WITHOUT_REASON =
      Map.of(
          Outcome.NOT_POSSIBLE, "refused.request-reason",
          Outcome.NOT_NEEDED, "refused.request-why-not-needed");
  private static final Map<Outcome, String> WITHOUT_OFFER =
      Map.of(
          Outcome.NOT_POSSIBLE, "refused.request-instead",
          Outcome.PROVIDED, "refused.request-what-provided");
  private static final int TEXT = 4000;
  private static final int LONGEST_PAGE = 100;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Evidence evidence;
  private final Timeline timeline;
  private final Tasks tasks;
  private final CaseFiles files;
  private final People people;
  private final Staff staff;
  private final Messages messages;
  private final ContactLaw law;
  private final RequestSeals seals;

  @Activate
  public RequestDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Evidence evidence,
      @Reference Timeline timeline,
      @Reference Tasks tasks,
      @Reference CaseFiles files,
      @Reference People people,
      @Reference Staff staff,
      @Reference Messages messages,
      @Reference Keys keys,
      @Reference ContactLaw law) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.evidence = evidence;
    this.timeline = timeline;
    this.tasks = tasks;
    this.files = files;
    this.people = people;
    this.staff = staff;
    this.messages = messages;
    this.law = law;
    this.seals = new RequestSeals(keys);
  }

  /**
   * @param right code of the entitlement, from the list that holds on the day
   */
  public record Asked(LocalDate on, PersonId by, String right, String wish) {}

  /**
   * @param offer what was offered, or null
   * @param offeredOn when; null exactly when nothing was offered
   * @param outcome null while only the offer is noted
   * @param decidedOn null exactly when there is no outcome
   * @param reason obligatory unless it was provided
   */
  public record Answer(
      String offer, LocalDate offeredOn, Outcome outcome, LocalDate decidedOn, String reason) {}

  /**
   * @throws org.opora.api.faults.Refused beside the field
   */
  public UUID record(Viewer viewer, CaseFileId file, Asked asked) {
    access.require(viewer, Intake.REQUESTS_WRITE, Subject.of(file));
    return tx.required(
        em -> {
          openFile(em, file);
          ServiceRequest row = new ServiceRequest(Ids.next(), file, viewer.staff());
          write(em, viewer, row, asked);
          em.persist(row);
          em.flush();
          remind(em, viewer, row);
          wrote(viewer, "request.recorded", row);
          return row.id();
        });
  }

  /**
   * Corrects what was asked, while nobody has answered.
   *
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID request, long version, Asked asked) {
    change(
        viewer,
        request,
        "request.amended",
        (em, row) -> {
          Refusals.fresh(row.version(), version);
          if (!row.open()) {
            throw Refusals.refused(null, "refused.request-answered", row.decidedOn());
          }
          PersonId before = row.person();
          write(em, viewer, row, asked);
          if (!row.person().equals(before)) {
            // Whom a task is about is not changed.
            tasks.withdraw(Refusals.BUNDLE, row.id());
          }
          remind(em, viewer, row);
        });
  }

  /**
   * Notes what was offered, and how it ended. What is answered may be corrected, but is never open
   * again.
   *
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void answer(Viewer viewer, UUID request, long version, Answer answer) {
    String offer = Refusals.optional("offer", answer.offer(), TEXT);
    String reason = Refusals.optional("reason", answer.reason(), TEXT);
    change(
        viewer,
        request,
        answer.outcome() == null ? "request.offered" : "request.answered",
        (em, row) -> {
          Refusals.fresh(row.version(), version);
          check(viewer, row, answer, offer, reason);
          row.offered(seals.offer(row, offer), offer == null ? null : answer.offeredOn());
          if (answer.outcome() != null) {
            row.answered(
                answer.outcome(), answer.decidedOn(), viewer.staff(), seals.reason(row, reason));
            tell(viewer, row, ANSWERED, answer.decidedOn());
            tasks.doneBy(viewer, Refusals.BUNDLE, row.id());
          }
        });
  }

  private static void check(
      Viewer viewer, ServiceRequest row, Answer answer, String offer, String reason) {
    if (offer != null) {
      within("offeredOn", viewer, row.askedOn(), answer.offeredOn());
    } else if (answer.offeredOn() != null) {
      throw Refusals.refused("offer", "refused.request-offer-missing");
    }
    if (answer.outcome() == null) {
      if (!row.open()) {
        throw Refusals.refused("outcome", "refused.request-answered", row.decidedOn());
      }
      if (offer == null) {
        throw Refusals.refused("outcome", "refused.request-nothing");
      }
      return;
    }
    within("decidedOn", viewer, row.askedOn(), answer.decidedOn());
    if (offer != null && answer.decidedOn().isBefore(answer.offeredOn())) {
      throw Refusals.refused("decidedOn", "refused.request-before-offer", answer.offeredOn());
    }
    if (answer.outcome() != Outcome.PROVIDED && reason == null) {
      throw Refusals.refused("reason", WITHOUT_REASON.get(answer.outcome()));
    }
    if (answer.outcome() != Outcome.NOT_NEEDED && offer == null) {
      throw Refusals.refused("offer", WITHOUT_OFFER.get(answer.outcome()));
    }
  }

  private static void within(String field, Viewer viewer, LocalDate asked, LocalDate day) {
    if (Refusals.day(field, day).isBefore(asked)) {
      throw Refusals.refused(field, "refused.request-before", asked);
    }
    if (day.isAfter(viewer.today())) {
      throw Refusals.refused(field, "refused.future", day);
    }
  }

  private void write(EntityManager em, Viewer viewer, ServiceRequest row, Asked asked) {
    LocalDate on = Refusals.day("askedOn", asked.on());
    if (on.isAfter(viewer.today())) {
      throw Refusals.refused("askedOn", "refused.future", on);
    }
    if (row.offeredOn() != null && on.isAfter(row.offeredOn())) {
      throw Refusals.refused("askedOn", "refused.request-after-offer", row.offeredOn());
    }
    if (asked.by() == null) {
      throw Refusals.refused("askedBy", "refused.required");
    }
    noWall(viewer, Intake.REQUESTS_WRITE, asked.by());
    if (asked.right() == null) {
      throw Refusals.refused("right", "refused.required");
    }
    Code right =
        law.rights(on).stream()
            .filter(one -> one.code().equals(asked.right()))
            .findFirst()
            .orElseThrow(() -> Refusals.refused("right", "refused.request-right", on));
    entitled(em, row.file(), asked.by(), on);
    int days = IntakeFigures.on(em, FigureKind.REQUEST_DAYS, on).orElse(0);
    row.asks(
        asked.by(),
        on,
        right.code(),
        right.paragraph(),
        seals.wish(row, Refusals.line("wish", asked.wish(), TEXT)),
        law.after(on, days));
    tell(viewer, row, ASKED, on);
  }

  /** Who was a carer of the family on the day they asked, under an agreement in force (§ 47a). */
  private static void entitled(EntityManager em, CaseFileId file, PersonId person, LocalDate on) {
    if (!RequestQueries.carer(em, file, person, on)) {
      throw Refusals.refused("askedBy", "refused.request-carer", on);
    }
    if (!RequestQueries.agreed(em, file, on)) {
      throw Refusals.refused("askedOn", "refused.request-agreement", on);
    }
  }

  private void tell(Viewer viewer, ServiceRequest row, String kind, LocalDate on) {
    UUID source = source(kind, row.id());
    evidence.record(
        Refusals.BUNDLE,
        source,
        List.of(
            NewFact.of(kind, About.person(row.file(), row.person()), on)
                .tiedTo(row.id().toString())));
    timeline.put(
        viewer,
        new Timeline.NewEntry(
                Refusals.BUNDLE,
                kind,
                source,
                Subject.of(row.file()),
                on,
                Intake.REQUESTS,
                DataClass.CARE_FACTS,
                messages.title("timeline." + kind),
                page(row))
            .about(row.person()));
  }

  /** An entry of the chronology each for asking and answering, and evidence under the same key. */
  private static UUID source(String kind, UUID request) {
    return UUID.nameUUIDFromBytes((kind + "|" + request).getBytes(StandardCharsets.US_ASCII));
  }

  private void remind(EntityManager em, Viewer viewer, ServiceRequest row) {
    tasks.put(
        viewer,
        new Tasks.NewTask(
                Refusals.BUNDLE,
                row.id(),
                row.file(),
                Subject.of(row.file()),
                messages.title("request.task"),
                doer(em, viewer, row),
                row.answerBy(),
                page(row))
            .concerning(row.person()));
  }

  /** Who works with the family, unless a wall keeps the carer from them. */
  private StaffId doer(EntityManager em, Viewer viewer, ServiceRequest row) {
    CaseFiles.Header header = files.header(viewer, row.file());
    Set<StaffId> kept = RequestQueries.keptFrom(em, row.file(), row.person(), viewer.today());
    return Stream.of(header.keyWorker(), header.deputy())
        .filter(Objects::nonNull)
        .filter(one -> !kept.contains(one))
        .findFirst()
        .orElse(viewer.staff());
  }

  private static String page(ServiceRequest row) {
    return "/files/" + row.file() + "/requests/" + row.id();
  }

  private void change(Viewer viewer, UUID request, String action, Change change) {
    CaseFileId file = fileOf(request);
    access.require(viewer, Intake.REQUESTS_WRITE, Subject.of(file));
    tx.run(
        em -> {
          openFile(em, file);
          ServiceRequest row = Held.hold(em, ServiceRequest.class, request);
          noWall(viewer, Intake.REQUESTS_WRITE, row.person());
          change.to(em, row);
          wrote(viewer, action, row);
        });
  }

  /** Holds the file, so that nobody closes it meanwhile. */
  private static void openFile(EntityManager em, CaseFileId file) {
    CaseFile held = Held.hold(em, CaseFile.class, file.value());
    if (held.closedOn() != null) {
      throw Refusals.refused(null, "refused.file-closed", held.closedOn());
    }
  }

  /**
   * @throws NotFound when a wall keeps the carer from the viewer
   */
  private void noWall(Viewer viewer, String permission, PersonId carer) {
    if (WALL.equals(access.decide(viewer, permission, Subject.of(carer)).reason())) {
      // Asked once more, so that the refusal is in the trail.
      access.require(viewer, permission, Subject.of(carer));
    }
  }

  private void wrote(Viewer viewer, String action, ServiceRequest row) {
    audit.wrote(
        viewer,
        action,
        List.of(Subject.of(row.file()), Subject.of(row.person())),
        "request=" + row.id());
  }

  private CaseFileId fileOf(UUID request) {
    return tx.read(em -> Held.load(em, ServiceRequest.class, request).file());
  }

  /**
   * @throws NotFound when there is none in the file, or the viewer may not know of it
   */
  public RequestLine view(Viewer viewer, CaseFileId file, UUID request) {
    access.require(viewer, Intake.REQUESTS, Subject.of(file));
    return tx.read(
        em -> {
          ServiceRequest row = Held.load(em, ServiceRequest.class, request);
          if (!row.file().equals(file)) {
            throw new NotFound();
          }
          noWall(viewer, Intake.REQUESTS, row.person());
          return lines(em, viewer, List.of(row), true).get(0);
        });
  }

  /**
   * Open requests by the day to answer, or answered ones the newest first.
   *
   * @param file only those of this file; null for all the viewer may see
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<RequestLine> list(
      Viewer viewer, CaseFileId file, boolean answered, String after, int limit) {
    if (file == null) {
      access.require(viewer, Intake.REQUESTS);
    } else {
      access.require(viewer, Intake.REQUESTS, Subject.of(file));
    }
    return tx.read(
        em -> {
          Page<ServiceRequest> page = page(em, viewer, file, answered, after, limit);
          return new Page<>(lines(em, viewer, page.items(), false), page.next());
        });
  }

  /**
   * What the carers of a file still wait for, in their words, by the day to answer: for whoever
   * goes to see them.
   *
   * @param limit at most 100
   */
  public List<RequestLine> waiting(Viewer viewer, CaseFileId file, int limit) {
    access.require(viewer, Intake.REQUESTS, Subject.of(file));
    return tx.read(
        em -> lines(em, viewer, page(em, viewer, file, false, null, limit).items(), true));
  }

  private Page<ServiceRequest> page(
      EntityManager em, Viewer viewer, CaseFileId file, boolean answered, String after, int limit) {
    Scope scope = access.scope(viewer, Intake.REQUESTS);
    return new RequestQueries(em, scope, answered)
        .page(file, after, Cursors.within(limit, LONGEST_PAGE));
  }

  /**
   * @param words whether what was said is opened; no list shows it
   */
  private List<RequestLine> lines(
      EntityManager em, Viewer viewer, List<ServiceRequest> rows, boolean words) {
    Map<CaseFileId, FileLabel> labels =
        new LabelQueries(em)
            .files(
                access.scope(viewer, Intake.REQUESTS),
                rows.stream().map(ServiceRequest::file).collect(Collectors.toSet()));
    Map<PersonId, PersonName> names =
        people.names(viewer, rows.stream().map(ServiceRequest::person).collect(Collectors.toSet()));
    Map<StaffId, String> colleagues =
        staff.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.recordedBy(), row.decidedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return rows.stream()
        .map(row -> line(viewer, row, labels, names.get(row.person()), colleagues, words))
        .toList();
  }

  private RequestLine line(
      Viewer viewer,
      ServiceRequest row,
      Map<CaseFileId, FileLabel> labels,
      PersonName name,
      Map<StaffId, String> colleagues,
      boolean words) {
    return new RequestLine(
        row.id(),
        row.version(),
        labels.get(row.file()),
        row.person(),
        name == null ? null : name.spoken(),
        row.askedOn(),
        row.entitlement(),
        law.words(row.entitlement()),
        row.paragraph(),
        words ? seals.wish(row) : null,
        row.answerBy(),
        row.open() && row.answerBy().isBefore(viewer.today()),
        words ? seals.offer(row) : null,
        row.offeredOn(),
        row.outcome(),
        row.decidedOn(),
        row.decidedBy() == null ? null : colleagues.get(row.decidedBy()),
        words ? seals.reason(row) : null,
        colleagues.get(row.recordedBy()));
  }

  /** What is done to a request whose row is held. */
  @FunctionalInterface
  private interface Change {
    void to(EntityManager em, ServiceRequest row);
  }
}
