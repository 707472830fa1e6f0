package org.opora.registry.emergency.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Decision;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.text.Title;
import org.opora.registry.emergency.domain.EmergencyAccess;
import org.opora.registry.emergency.domain.State;
import org.opora.registry.emergency.domain.Verdict;
import org.opora.registry.emergency.persistence.EmergencyQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.tasks.persistence.FileLabel;
import org.opora.registry.tasks.persistence.LabelQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reviews that a file was opened in an emergency: always somebody else, with words. */
@Component(service = EmergencyReviews.class)
public final class EmergencyReviews {
  /** To see every emergency access, to end it, and to say whether it was justified. */
  public static final String REVIEW = "registry.emergency.review";

  private static final int LONGEST_PAGE = 100;
  private static final int WORDS = 1000;

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final Choices choices;
  private final Inbox inbox;
  private final Messages messages;
  private final EmergencySeals seals;

  @Activate
  public EmergencyReviews(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference Choices choices,
      @Reference Inbox inbox,
      @Reference Messages messages,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.choices = choices;
    this.inbox = inbox;
    this.messages = messages;
    this.seals = new EmergencySeals(keys);
  }

  /**
   * @param file null when the viewer does not read files
   * @param who name of whoever opened it
   * @param own whether the viewer did
   * @param until when it was or will be over
   * @param endedBy name; null when its time was over, or while it lasts
   * @param verdict null before the review, like what follows
   */
  public record Line(
      UUID id,
      long version,
      CaseFileId subject,
      FileLabel file,
      String who,
      boolean own,
      Instant openedAt,
      Instant until,
      String endedBy,
      Title reason,
      String words,
      State state,
      LocalDate due,
      Verdict verdict,
      String said,
      String reviewer,
      LocalDate reviewedOn) {
    /** Whether the viewer can say what they find. */
    public boolean reviewable() {
      return !own && (state == State.ENDED || state == State.OVERDUE);
    }

    public boolean open() {
      return state == State.OPEN;
    }
  }

  /**
   * All of them, the newest day first.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<Line> list(Viewer viewer, String after, int limit) {
    access.require(viewer, REVIEW);
    Scope scope = access.scope(viewer, REVIEW);
    return tx.read(
        em -> {
          Page<EmergencyAccess> page =
              new EmergencyQueries(em).page(scope, after, Cursors.within(limit, LONGEST_PAGE));
          return new Page<>(lines(em, viewer, page.items()), page.next());
        });
  }

  /** Those that wait for a review, the ones that may wait least first; at most so many. */
  public List<Line> waiting(Viewer viewer, int most) {
    access.require(viewer, REVIEW);
    Scope scope = access.scope(viewer, REVIEW);
    return tx.read(em -> lines(em, viewer, new EmergencyQueries(em).waiting(scope, most)));
  }

  public Line one(Viewer viewer, UUID id) {
    access.require(viewer, REVIEW);
    return tx.read(
        em -> {
          EmergencyAccess row = Held.load(em, EmergencyAccess.class, id);
          access.require(viewer, REVIEW, Subject.of(row.file()));
          return lines(em, viewer, List.of(row)).get(0);
        });
  }

  /**
   * Of one file, for whoever works with it.
   *
   * @throws NotAllowed when the viewer reads it by an emergency alone
   */
  public List<Line> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    if (byEmergency(access, viewer, file)) {
      audit.denied(viewer, CaseFiles.READ, List.of(Subject.of(file)), Decision.READS_ONLY);
      throw new NotAllowed(Decision.READS_ONLY);
    }
    return tx.read(em -> lines(em, viewer, new EmergencyQueries(em).of(file)));
  }

  static boolean byEmergency(Access access, Viewer viewer, CaseFileId file) {
    return Decision.by(RelationKind.EMERGENCY)
        .equals(access.decide(viewer, CaseFiles.READ, Subject.of(file)));
  }

  /**
   * @throws org.opora.api.faults.Refused when the viewer opened it, it lasts, or somebody has said
   *     already what they found
   */
  public void review(Viewer viewer, UUID id, long version, Verdict verdict, String words) {
    access.require(viewer, REVIEW);
    CaseFileId file = tx.read(em -> new EmergencyQueries(em).fileOf(id)).orElseThrow(NotFound::new);
    access.require(viewer, REVIEW, Subject.of(file));
    tx.run(
        em -> {
          EmergencyAccess row = Held.hold(em, EmergencyAccess.class, id);
          if (row.staff().equals(viewer.staff())) {
            throw Refusals.refused(null, "emergency.refused.own-review");
          }
          if (!row.over(viewer.now())) {
            throw Refusals.refused(null, "emergency.refused.still-open");
          }
          if (row.verdict() != null) {
            throw Refusals.refused(null, "emergency.refused.reviewed", row.reviewedOn());
          }
          Refusals.fresh(row.version(), version);
          if (verdict == null) {
            throw Refusals.refused("verdict", "refused.required");
          }
          String said = Refusals.line("words", words, WORDS);
          row.reviewed(verdict, seals.verdict(row, said), viewer.today(), viewer.staff());
          audit.wrote(
              viewer,
              "emergency.reviewed",
              List.of(Subject.of(file)),
              EmergencyDesk.detail(row) + ";verdict=" + verdict);
          inbox.tell(row.staff(), messages.title("inbox.emergency-reviewed"), "/emergency");
        });
  }

  private List<Line> lines(EntityManager em, Viewer viewer, Collection<EmergencyAccess> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<CaseFileId, FileLabel> files =
        viewer.may(CaseFiles.READ)
            ? new LabelQueries(em)
                .listed(
                    access.scope(viewer, CaseFiles.READ),
                    rows.stream().map(EmergencyAccess::file).collect(Collectors.toSet()))
            : Map.of();
    Map<StaffId, String> names =
        staff.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.staff(), row.endedBy(), row.reviewedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Choices.Spoken spoken = choices.all(EmergencyDesk.REASONS);
    return rows.stream().map(row -> line(viewer, row, files, names, spoken)).toList();
  }

  private Line line(
      Viewer viewer,
      EmergencyAccess row,
      Map<CaseFileId, FileLabel> files,
      Map<StaffId, String> names,
      Choices.Spoken spoken) {
    return new Line(
        row.id(),
        row.version(),
        row.file(),
        files.get(row.file()),
        names.get(row.staff()),
        row.staff().equals(viewer.staff()),
        row.openedAt(),
        row.endedAt() == null ? row.expires() : row.endedAt(),
        row.endedBy() == null ? null : names.get(row.endedBy()),
        spoken.term(row.reason()).words(),
        seals.why(row),
        row.state(viewer.now(), viewer.today()),
        row.dueOn(),
        row.verdict(),
        seals.verdict(row),
        row.reviewedBy() == null ? null : names.get(row.reviewedBy()),
        row.reviewedOn());
  }
}
