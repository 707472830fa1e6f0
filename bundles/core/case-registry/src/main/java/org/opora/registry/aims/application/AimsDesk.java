package org.opora.registry.aims.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.DataClass;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.registry.aims.domain.AgreedAim;
import org.opora.registry.aims.domain.AimGoal;
import org.opora.registry.aims.domain.AimResult;
import org.opora.registry.aims.domain.AimReview;
import org.opora.registry.aims.domain.AimStep;
import org.opora.registry.aims.domain.AimVersion;
import org.opora.registry.aims.domain.GoalReview;
import org.opora.registry.aims.domain.Whose;
import org.opora.registry.aims.persistence.AimQueries;
import org.opora.registry.files.application.FileChange;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What those a file is about and the centre want to reach together: goals by which one sees it, who
 * takes which step, what they do not agree on. It is agreed, looked at together on days that are
 * set, and adapted until it ends; how it read before stays. The day of the next review is a task,
 * and so is a step that has a day.
 *
 * <p>The words are those of visits, and so are the permissions.
 */
@Component(service = AimsDesk.class)
public final class AimsDesk {
  /** More than five goals nobody keeps in mind. */
  public static final int MOST_GOALS = 5;

  public static final int MOST_STEPS = 12;

  private static final int TEXT = 4000;
  private static final String AGREED = "aim-agreed";
  private static final String REVIEWED = "aim-reviewed";
  private static final String ENDED = "aim-ended";
  private final Transactions tx;
  private final Access access;
  private final FileChange change;
  private final Timeline timeline;
  private final Messages messages;
  private final AimSeals seals;
  private final AimReader reader;
  private final AimTasks tasks;

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
    this.messages = messages;
    this.seals = new AimSeals(keys);
    this.reader = new AimReader(staff, seals);
    this.tasks = new AimTasks(tasks, messages);
  }

  /**
   * @param aim in the words of those it is about
   * @param plan how they get there; null when nothing is planned yet
   * @param reviewOn when both sides look at it together
   * @param goals at most five; those without anything in them are passed over
   * @param steps at most twelve; those without anything in them are passed over
   * @param disagreed what they do not agree on, or null
   * @param adultView how the adults see it, or null
   * @param whyBest why it is best for a child; of children who are not named nothing changes
   */
  public record NewAim(
      LocalDate agreedOn,
      String aim,
      String plan,
      LocalDate reviewOn,
      List<NewGoal> goals,
      List<NewStep> steps,
      String disagreed,
      String adultView,
      Map<PersonId, String> whyBest) {
    /** Of which nothing more is said yet. */
    public NewAim(LocalDate agreedOn, String aim, String plan, LocalDate reviewOn) {
      this(agreedOn, aim, plan, reviewOn, List.of(), List.of(), null, null, Map.of());
    }

    public NewAim {
      goals = List.copyOf(goals);
      steps = List.copyOf(steps);
    }
  }

  /**
   * @param measure by what one will know, or null
   * @param target the month by which it should be reached, or null
   */
  public record NewGoal(String words, String measure, YearMonth target) {}

  /**
   * @param due null when no day is set; otherwise it is a task
   */
  public record NewStep(Whose whose, String words, LocalDate due) {}

  /**
   * @param words what came of it, in the words of both
   * @param nextOn when both sides look at it again; null when the aim ends with it
   * @param goals how far each goal of now has come
   */
  public record NewReview(
      LocalDate on, AimResult result, String words, LocalDate nextOn, Map<UUID, AimResult> goals) {
    /** Of an aim that has no goals. */
    public NewReview(LocalDate on, AimResult result, String words, LocalDate nextOn) {
      this(on, result, words, nextOn, Map.of());
    }
  }

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
          AimSeals.Texts texts = texts(viewer, aim);
          AimParts parts = AimParts.of(em, access, viewer, row, seals, aim);
          row.says(aim.agreedOn(), seals.seal(file, row.id(), texts), aim.reviewOn());
          em.persist(row);
          em.flush();
          parts.write(em);
          written(em, viewer, row);
          return row.id();
        });
  }

  /**
   * Puts it otherwise, while it lasts; how it read before stays. Nothing happens when it reads as
   * before.
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
          AimSeals.Texts texts = texts(viewer, now);
          AimParts parts = AimParts.of(em, access, viewer, row, seals, now);
          AimSeals.Texts before = seals.open(row);
          if (parts.changed()
              || !before.equals(texts)
              || !row.agreedOn().equals(now.agreedOn())
              || !row.reviewOn().equals(now.reviewOn())) {
            UUID id = Ids.next();
            em.persist(
                new AimVersion(
                    id, row, seals.sealFormer(file, id, before), viewer.staff(), viewer.now()));
            row.says(now.agreedOn(), seals.seal(file, row.id(), texts), now.reviewOn());
            tasks.dropped(parts.write(em));
            written(em, viewer, row);
          }
          return null;
        });
  }

  private void written(EntityManager em, Viewer viewer, AgreedAim row) {
    em.flush();
    tell(viewer, row.file(), AGREED, row.id(), row.agreedOn());
    tasks.follow(em, viewer, row);
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
          em.flush();
          goals(em, row, id, review.goals());
          tasks.reviewed(viewer, row);
          row.reviewed(review.on(), review.nextOn());
          em.flush();
          tell(viewer, file, row.endedOn() == null ? REVIEWED : ENDED, id, review.on());
          if (row.endedOn() == null) {
            tasks.follow(em, viewer, row);
          } else {
            tasks.dropped(new AimQueries(em).steps(row.id()));
          }
          return null;
        });
  }

  /** Each goal of now is looked at, and no other. */
  private static void goals(
      EntityManager em, AgreedAim aim, UUID review, Map<UUID, AimResult> results) {
    for (AimGoal goal : new AimQueries(em).goals(aim.id())) {
      if (goal.standsIn(aim.wording())) {
        AimResult result = results.get(goal.id());
        if (result == null) {
          throw Refusals.refused("goal-" + goal.id(), "refused.required");
        }
        em.persist(new GoalReview(Ids.next(), review, goal.id(), result));
      }
    }
  }

  /**
   * Notes that a step is taken, or that this was a mistake. Nothing happens when it is noted
   * already.
   *
   * @throws org.opora.api.faults.Refused when the aim has ended
   * @throws NotFound when the aim has no such step now
   */
  public void take(Viewer viewer, CaseFileId file, UUID aim, UUID step, boolean done) {
    access.require(viewer, Visits.WRITE, Subject.of(file));
    change.in(
        viewer,
        file,
        done ? "aim.step-done" : "aim.step-undone",
        (em, held) -> {
          AgreedAim row = lasting(em, file, aim);
          AimStep one = Held.load(em, AimStep.class, step);
          if (!one.aim().equals(row.id()) || !one.standsIn(row.wording())) {
            throw new NotFound();
          }
          if (done && one.doneOn() == null) {
            one.done(viewer.today(), viewer.staff());
            tasks.done(viewer, one);
          } else if (!done && one.doneOn() != null) {
            one.undone();
            tasks.undone(one);
          }
          return null;
        });
  }

  /** Those that last first, each with the last review first. */
  public List<AimView> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, Visits.READ, Subject.of(file));
    Scope scope = access.scope(viewer, Visits.READ);
    return tx.read(em -> reader.views(em, file, scope));
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

  /**
   * How it read before, the last one first.
   *
   * @throws NotFound when the file has no such aim
   */
  public List<AimView.Former> former(Viewer viewer, CaseFileId file, UUID aim) {
    access.require(viewer, Visits.READ, Subject.of(file));
    Scope scope = access.scope(viewer, Visits.READ);
    return tx.read(
        em -> {
          AgreedAim row = Held.load(em, AgreedAim.class, aim);
          if (!row.file().equals(file)) {
            throw new NotFound();
          }
          return reader.former(em, row, scope);
        });
  }

  private static AgreedAim lasting(EntityManager em, CaseFileId file, UUID aim, long version) {
    AgreedAim row = held(em, file, aim);
    Refusals.fresh(row.version(), version);
    return notEnded(row);
  }

  private static AgreedAim lasting(EntityManager em, CaseFileId file, UUID aim) {
    return notEnded(held(em, file, aim));
  }

  private static AgreedAim held(EntityManager em, CaseFileId file, UUID aim) {
    AgreedAim row = Held.hold(em, AgreedAim.class, aim);
    if (!row.file().equals(file)) {
      throw new NotFound();
    }
    return row;
  }

  private static AgreedAim notEnded(AgreedAim row) {
    if (row.endedOn() != null) {
      throw Refusals.refused(null, "refused.aim-ended", row.endedOn());
    }
    return row;
  }

  private static AimSeals.Texts texts(Viewer viewer, NewAim aim) {
    Refusals.day("agreedOn", aim.agreedOn());
    notAhead(viewer, "agreedOn", aim.agreedOn());
    Refusals.day("reviewOn", aim.reviewOn());
    after("reviewOn", aim.agreedOn(), aim.reviewOn());
    return new AimSeals.Texts(
        Refusals.line("aim", aim.aim(), TEXT),
        Refusals.optional("plan", aim.plan(), TEXT),
        Refusals.optional("disagreed", aim.disagreed(), TEXT),
        Refusals.optional("adultView", aim.adultView(), TEXT));
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

  private void tell(Viewer viewer, CaseFileId file, String kind, UUID record, LocalDate on) {
    timeline.put(
        viewer,
        new Timeline.NewEntry(
            Refusals.BUNDLE,
            kind,
            AimTasks.source(kind, record),
            Subject.of(file),
            on,
            Visits.READ,
            DataClass.CONTACT_TEXT,
            messages.title("timeline." + kind),
            page(file)));
  }

  private static String page(CaseFileId file) {
    return "/files/" + file + "/tab/aims";
  }

  /** Path of the page of one aim. */
  static String page(CaseFileId file, UUID aim) {
    return "/files/" + file + "/aims/" + aim;
  }
}
