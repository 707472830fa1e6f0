package org.opora.registry.aims.application;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.registry.aims.domain.AgreedAim;
import org.opora.registry.aims.domain.AimResult;
import org.opora.registry.aims.domain.AimReview;
import org.opora.registry.files.application.FileChange;
import org.opora.registry.files.application.FollowUpTasks;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What those a file is about and the centre want to reach together: it is agreed, looked at
 * together on days that are set, and adapted until it ends. The day of the next review is a task.
 *
 * <p>The words are those of visits, and so are the permissions.
 */
@Component(service = AimsDesk.class)
public final class AimsDesk {
  private static final int TEXT = 4000;
  private static final String AGREED = "aim-agreed";
  private static final String REVIEWED = "aim-reviewed";
  private static final String ENDED = "aim-ended";
  private final Transactions tx;
  private final Access access;
  private final FileChange change;
  private final Timeline timeline;
  private final Tasks tasks;
  private final Staff staff;
  private final Messages messages;
  private final AimSeals seals;

  @Activate
  public AimsDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference FileChange change,
      @Reference Timeline timeline,
      @Reference Tasks tasks,
      @Reference Staff staff,
      @Reference Messages messages,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.change = change;
    this.timeline = timeline;
    this.tasks = tasks;
    this.staff = staff;
    this.messages = messages;
    this.seals = new AimSeals(keys);
  }

  /**
   * @param aim in the words of those it is about
   * @param plan what who does; null when nothing is planned yet
   * @param reviewOn when both sides look at it together
   */
  public record NewAim(LocalDate agreedOn, String aim, String plan, LocalDate reviewOn) {}

  /**
   * @param words what came of it, in the words of both
   * @param nextOn when both sides look at it again; null when the aim ends with it
   */
  public record NewReview(LocalDate on, AimResult result, String words, LocalDate nextOn) {}

  /**
   * @throws org.opora.api.faults.Refused beside the field
   */
  public UUID agree(Viewer viewer, CaseFileId file, NewAim aim) {
    access.require(viewer, Visits.WRITE, Subject.of(file));
    return change.in(
        viewer,
        file,
        "aim.agreed",
        (em, held) -> {
          AgreedAim row = new AgreedAim(Ids.next(), file);
          write(viewer, row, aim);
          em.persist(row);
          em.flush();
          remind(em, viewer, row);
          return row.id();
        });
  }

  /**
   * Corrects what was agreed, while it lasts.
   *
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, CaseFileId file, UUID aim, long version, NewAim now) {
    access.require(viewer, Visits.WRITE, Subject.of(file));
    change.in(
        viewer,
        file,
        "aim.amended",
        (em, held) -> {
          AgreedAim row = lasting(em, file, aim, version);
          write(viewer, row, now);
          remind(em, viewer, row);
          return null;
        });
  }

  /**
   * Both sides have looked at it.
   *
   * @throws org.opora.api.faults.Refused beside the field
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void review(Viewer viewer, CaseFileId file, UUID aim, long version, NewReview review) {
    access.require(viewer, Visits.WRITE, Subject.of(file));
    Refusals.day("on", review.on());
    if (review.result() == null) {
      throw Refusals.refused("result", "refused.required");
    }
    String words = Refusals.line("words", review.words(), TEXT);
    change.in(
        viewer,
        file,
        "aim.reviewed",
        (em, held) -> {
          AgreedAim row = lasting(em, file, aim, version);
          LocalDate last = last(em, row);
          if (review.on().isBefore(last)) {
            throw Refusals.refused("on", "refused.aim-before", last);
          }
          notAhead(viewer, "on", review.on());
          after("nextOn", review.on(), review.nextOn());
          UUID id = Ids.next();
          em.persist(
              new AimReview(
                  id,
                  row,
                  review.on(),
                  review.result(),
                  seals.words(file, id, words),
                  viewer.staff()));
          tasks.doneBy(viewer, Refusals.BUNDLE, reminder(row));
          row.reviewed(review.on(), review.nextOn());
          em.flush();
          tell(viewer, file, row.endedOn() == null ? REVIEWED : ENDED, id, review.on());
          remind(em, viewer, row);
          return null;
        });
  }

  /** Those that last first, each with the last review first. */
  public List<AimView> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, Visits.READ, Subject.of(file));
    return tx.read(em -> views(em, file));
  }

  /**
   * @throws NotFound when the file has no such aim
   */
  public AimView find(Viewer viewer, CaseFileId file, UUID aim) {
    return of(viewer, file).stream()
        .filter(one -> one.id().equals(aim))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private List<AimView> views(EntityManager em, CaseFileId file) {
    List<AimReview> reviews = reviews(em, file);
    Map<StaffId, String> names =
        staff.names(reviews.stream().map(AimReview::writtenBy).distinct().toList());
    Map<UUID, List<AimView.Review>> byAim =
        reviews.stream()
            .collect(
                Collectors.groupingBy(
                    AimReview::aim,
                    Collectors.mapping(
                        row ->
                            new AimView.Review(
                                row.day(),
                                row.result(),
                                seals.openWords(file, row.id(), row.words()),
                                names.get(row.writtenBy())),
                        Collectors.toList())));
    return em.createQuery("SELECT a FROM AgreedAim a WHERE a.file = :file", AgreedAim.class)
        .setParameter("file", file.value())
        .getResultStream()
        .sorted(
            Comparator.comparing((AgreedAim row) -> row.endedOn() != null)
                .thenComparing(AgreedAim::agreedOn, Comparator.reverseOrder())
                .thenComparing(AgreedAim::id))
        .map(
            row ->
                new AimView(
                    row.id(),
                    row.version(),
                    row.agreedOn(),
                    seals.openAim(file, row.id(), row.aim()),
                    seals.openPlan(file, row.id(), row.plan()),
                    row.reviewOn(),
                    row.endedOn(),
                    byAim.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private static List<AimReview> reviews(EntityManager em, CaseFileId file) {
    return em.createQuery(
            "SELECT r FROM AimReview r WHERE r.file = :file ORDER BY r.day DESC, r.id DESC",
            AimReview.class)
        .setParameter("file", file.value())
        .getResultList();
  }

  private static AgreedAim lasting(EntityManager em, CaseFileId file, UUID aim, long version) {
    AgreedAim row = Held.hold(em, AgreedAim.class, aim);
    if (!row.file().equals(file)) {
      throw new NotFound();
    }
    Refusals.fresh(row.version(), version);
    if (row.endedOn() != null) {
      throw Refusals.refused(null, "refused.aim-ended", row.endedOn());
    }
    return row;
  }

  private void write(Viewer viewer, AgreedAim row, NewAim aim) {
    Refusals.day("agreedOn", aim.agreedOn());
    notAhead(viewer, "agreedOn", aim.agreedOn());
    Refusals.day("reviewOn", aim.reviewOn());
    after("reviewOn", aim.agreedOn(), aim.reviewOn());
    row.says(
        aim.agreedOn(),
        seals.aim(row.file(), row.id(), Refusals.line("aim", aim.aim(), TEXT)),
        seals.plan(row.file(), row.id(), Refusals.optional("plan", aim.plan(), TEXT)),
        aim.reviewOn());
    tell(viewer, row.file(), AGREED, row.id(), aim.agreedOn());
  }

  private static void notAhead(Viewer viewer, String field, LocalDate day) {
    if (day.isAfter(viewer.today())) {
      throw Refusals.refused(field, "refused.future", day);
    }
  }

  private static void after(String field, LocalDate day, LocalDate next) {
    if (next != null && !next.isAfter(day)) {
      throw Refusals.refused(field, "refused.aim-next", day);
    }
  }

  /** The last day on which something was said about it. */
  private static LocalDate last(EntityManager em, AgreedAim row) {
    return em.createQuery("SELECT r FROM AimReview r WHERE r.aim = :aim", AimReview.class)
        .setParameter("aim", row.id())
        .getResultStream()
        .map(AimReview::day)
        .max(Comparator.naturalOrder())
        .orElse(row.agreedOn());
  }

  /** Each review has a task of its own. */
  private void remind(EntityManager em, Viewer viewer, AgreedAim row) {
    if (row.reviewOn() == null) {
      return;
    }
    tasks.put(
        viewer,
        new Tasks.NewTask(
            Refusals.BUNDLE,
            reminder(row),
            row.file(),
            Subject.of(row.file()),
            messages.title("task.aim-review"),
            FollowUpTasks.doer(em, viewer, row.file()),
            row.reviewOn(),
            "/files/" + row.file() + "/aims/" + row.id() + "/review",
            Tasks.Tie.SETTLES,
            false));
  }

  private static UUID reminder(AgreedAim row) {
    return source("review-" + row.reviews(), row.id());
  }

  private void tell(Viewer viewer, CaseFileId file, String kind, UUID record, LocalDate on) {
    timeline.put(
        viewer,
        new Timeline.NewEntry(
            Refusals.BUNDLE,
            kind,
            source(kind, record),
            Subject.of(file),
            on,
            Visits.READ,
            DataClass.CONTACT_TEXT,
            messages.title("timeline." + kind),
            page(file)));
  }

  private static UUID source(String kind, UUID record) {
    return UUID.nameUUIDFromBytes((kind + "|" + record).getBytes(StandardCharsets.US_ASCII));
  }

  private static String page(CaseFileId file) {
    return "/files/" + file + "/tab/aims";
  }
}
