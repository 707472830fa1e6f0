package org.opora.registry.emergency.application;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Reach;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.Settings;
import org.opora.api.house.WorkingDays;
import org.opora.api.house.spi.Setting;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.text.Title;
import org.opora.registry.emergency.domain.EmergencyAccess;
import org.opora.registry.emergency.domain.State;
import org.opora.registry.emergency.domain.Verdict;
import org.opora.registry.emergency.persistence.EmergencyQueries;
import org.opora.registry.files.application.FileChange;
import org.opora.registry.files.application.FileStory;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.persistence.KeptAway;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.LawPacks;
import org.opora.registry.shared.application.LawfulDays;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.tasks.persistence.FileLabel;
import org.opora.registry.tasks.persistence.LabelQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Opens a file of others in an emergency, for whoever else reads only files they have a relation
 * to. It follows from the file like every relation, so that all pages, lists and counts have it
 * while it lasts; it never lets anybody change anything, and never goes through a wall.
 */
@Component(service = EmergencyDesk.class)
public final class EmergencyDesk {
  /** To open a file of others in an emergency. */
  public static final String USE = "registry.emergency.open";

  /** Act of the trail. */
  public static final String OPENED = "emergency.opened";

  /** List of reasons. */
  public static final String REASONS = "emergency-reasons";

  public static final int USUAL_HOURS = 4;

  /** For how many hours a file is opened, as the centre sets it. */
  public static final Setting HOURS =
      new Setting(
          "emergency.hours",
          null,
          Refusals.text("emergency.hours.title"),
          Refusals.text("emergency.hours.lead"),
          Refusals.text("emergency.hours.is"),
          USUAL_HOURS,
          1,
          12);

  /** Fewer characters than this say nothing. */
  public static final int LEAST_WORDS = 20;

  private static final int MOST_WORDS = 1000;
  private static final int LINE = 200;
  private static final int REVIEW_DAYS = 3;
  private static final int OWN = 20;
  private static final String REASON = "reason";
  private static final String WORDS = "words";

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final SecondFactor factor;
  private final Aliases aliases;
  private final Colleagues colleagues;
  private final Choices choices;
  private final Settings settings;
  private final Inbox inbox;
  private final Messages messages;
  private final FileChange change;
  private final FileStory story;
  private final WorkingDays days;
  private final EmergencySeals seals;

  @Activate
  public EmergencyDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference SecondFactor factor,
      @Reference Aliases aliases,
      @Reference Colleagues colleagues,
      @Reference Choices choices,
      @Reference Settings settings,
      @Reference Inbox inbox,
      @Reference Messages messages,
      @Reference FileChange change,
      @Reference FileStory story,
      @Reference LawPacks laws,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.factor = factor;
    this.aliases = aliases;
    this.colleagues = colleagues;
    this.choices = choices;
    this.settings = settings;
    this.inbox = inbox;
    this.messages = messages;
    this.change = change;
    this.story = story;
    this.days = new LawfulDays(laws);
    this.seals = new EmergencySeals(keys);
  }

  /**
   * What stands on the page before anything is typed.
   *
   * @param reasons to choose from
   * @param hours for how long a file would be open
   * @param blocked day by which a former access should have been reviewed; null when nothing is in
   *     the way
   * @param own former ones, the newest first
   */
  public record Desk(List<Choices.Term> reasons, int hours, LocalDate blocked, List<Own> own) {}

  /**
   * One that the viewer opened.
   *
   * @param file null when the viewer may not see it any more
   * @param verdict null before the review
   * @param said words of the review; null before it
   */
  public record Own(
      UUID id,
      FileLabel file,
      Instant openedAt,
      Instant until,
      Title reason,
      State state,
      LocalDate due,
      Verdict verdict,
      String said) {}

  public Desk desk(Viewer viewer) {
    access.require(viewer, USE);
    return tx.read(
        em -> {
          EmergencyQueries queries = new EmergencyQueries(em);
          List<EmergencyAccess> rows = queries.by(viewer.staff(), OWN);
          Map<CaseFileId, FileLabel> files =
              viewer.may(CaseFiles.READ) && !rows.isEmpty()
                  ? new LabelQueries(em)
                      .listed(
                          access.scope(viewer, CaseFiles.READ),
                          rows.stream().map(EmergencyAccess::file).collect(Collectors.toSet()))
                  : Map.of();
          Choices.Spoken spoken = choices.all(REASONS);
          return new Desk(
              choices.offered(REASONS, viewer.today()),
              hours(viewer.today()),
              queries.overdue(viewer.staff(), viewer.today()).stream()
                  .filter(this::reviewable)
                  .map(EmergencyAccess::dueOn)
                  .findFirst()
                  .orElse(null),
              rows.stream().map(row -> own(viewer, row, files, spoken)).toList());
        });
  }

  private Own own(
      Viewer viewer, EmergencyAccess row, Map<CaseFileId, FileLabel> files, Choices.Spoken spoken) {
    return new Own(
        row.id(),
        files.get(row.file()),
        row.openedAt(),
        row.endedAt() == null ? row.expires() : row.endedAt(),
        spoken.term(row.reason()).words(),
        row.state(viewer.now(), viewer.today()),
        row.dueOn(),
        row.verdict(),
        seals.verdict(row));
  }

  private int hours(LocalDate day) {
    return settings.number(HOURS, day);
  }

  /**
   * Nothing is said of whether a file is there before there is a reason.
   *
   * @param reason code of the list
   * @return the file, open to the viewer; also when it was before
   * @throws org.opora.api.faults.Refused when a former access waits for its review for too long,
   *     when a field is wrong, and in the same words when there is no such file, it is put away, or
   *     a wall stands before it
   */
  public CaseFileId open(Viewer viewer, Wanted wanted, String reason, String words) {
    access.require(viewer, USE);
    access.require(viewer, CaseFiles.READ);
    factor.requireFresh(viewer);
    if (viewer.reach(CaseFiles.READ) == Reach.ALL) {
      throw Refusals.refused(null, "emergency.refused.sees-all");
    }
    String why = checked(viewer, wanted, reason, words);
    return tx.required(
        em -> {
          for (EmergencyAccess late :
              new EmergencyQueries(em).overdue(viewer.staff(), viewer.today())) {
            if (reviewable(late)) {
              audit.denied(viewer, USE, List.of(), "review-overdue");
              throw Refusals.refused(null, "emergency.refused.overdue", late.dueOn());
            }
            report(viewer, late);
          }
          CaseFileId file = new EmergencyFinder(em, audit, aliases).find(viewer, wanted);
          // Two at once come one after the other.
          Held.hold(em, CaseFile.class, file.value());
          if (!access.decide(viewer, CaseFiles.READ, Subject.of(file)).allowed()) {
            begin(em, viewer, file, reason, why);
          }
          return file;
        });
  }

  /** Whether there is anybody but its opener from whom no wall keeps the file. */
  private boolean reviewable(EmergencyAccess row) {
    return colleagues.overseeing(EmergencyReviews.REVIEW, List.of(Subject.of(row.file()))).stream()
        .anyMatch(one -> !one.equals(row.staff()));
  }

  /**
   * Walls keep everybody away who could review it. The opener must not stay shut out of emergencies
   * for that, and no wall falls for it: so those who read the trail learn that it was so, of whom
   * and when, and nothing of the file, which would tell them what the wall hides. Should the wall
   * fall, the access can still be reviewed.
   */
  private void report(Viewer viewer, EmergencyAccess row) {
    row.reported(viewer.today());
    audit.wrote(viewer, "emergency.not-reviewed", List.of(), detail(row));
    for (StaffId one : colleagues.overseeing(AuditTrail.READ, List.of())) {
      inbox.tell(one, messages.title("inbox.emergency-not-reviewed"), "/trail");
    }
  }

  private String checked(Viewer viewer, Wanted wanted, String reason, String words) {
    if (wanted.number() == null) {
      Refusals.line("given", wanted.given(), LINE);
      Refusals.line("family", wanted.family(), LINE);
      Refusals.day("born", wanted.born());
    } else {
      Refusals.line("number", wanted.number(), LINE);
    }
    if (reason == null || !choices.fits(REASONS, List.of(reason), viewer.today(), List.of())) {
      throw Refusals.refused(REASON, "refused.required");
    }
    String why = Refusals.line(WORDS, words, MOST_WORDS);
    if (why.length() < LEAST_WORDS) {
      throw Refusals.refused(WORDS, "emergency.refused.short", LEAST_WORDS);
    }
    return why;
  }

  private void begin(EntityManager em, Viewer viewer, CaseFileId file, String reason, String why) {
    UUID id = Ids.next();
    EmergencyAccess row =
        new EmergencyAccess(id, file, viewer.staff(), reason, seals.why(file, id, why));
    row.begins(
        viewer.today(),
        viewer.now(),
        Duration.ofHours(hours(viewer.today())),
        days.after(viewer.today(), REVIEW_DAYS));
    em.persist(row);
    change.lent(em, file);
    audit.wrote(viewer, OPENED, List.of(Subject.of(file)), detail(row) + ";reason=" + row.reason());
    story.happened(viewer, file, "emergency-opened", id, viewer.today());
    tell(em, viewer, row);
  }

  /** Whoever leads the family, and whoever reviews it; nobody whom a wall keeps from the file. */
  private void tell(EntityManager em, Viewer viewer, EmergencyAccess row) {
    Set<StaffId> reviewers =
        colleagues.overseeing(EmergencyReviews.REVIEW, List.of(Subject.of(row.file())));
    Set<StaffId> leading =
        new LinkedHashSet<>(new EmergencyQueries(em).leading(row.file(), viewer.today()));
    leading.removeAll(reviewers);
    leading.removeAll(
        new KeptAway(em)
            .of(List.of(row.file()), viewer.today())
            .getOrDefault(row.file(), Set.of()));
    leading.remove(viewer.staff());
    for (StaffId one : leading) {
      inbox.tell(one, messages.title("inbox.emergency"), "/files/" + row.file() + "/emergency");
    }
    for (StaffId one : reviewers) {
      if (!one.equals(viewer.staff())) {
        inbox.tell(one, messages.title("inbox.emergency-review"), "/emergency/list/" + row.id());
      }
    }
  }

  static String detail(EmergencyAccess row) {
    return "emergency=" + row.id();
  }

  /**
   * What the pages of a file say of it.
   *
   * @param open the viewer's own access that lasts; null without one
   * @param past how many there ever were; 0 for whoever reads by one
   */
  public record Sight(Open open, long past) {
    /** Whether the viewer reads by an emergency alone. */
    public boolean readsOnly() {
      return open != null;
    }
  }

  /**
   * @param hours whole ones that are left
   * @param minutes beyond them, rounded up
   */
  public record Open(UUID id, Instant until, long hours, long minutes) {}

  /** For a page of a file that the viewer may see. */
  public Sight sight(Viewer viewer, CaseFileId file) {
    List<EmergencyAccess> rows =
        tx.read(
            em -> {
              EmergencyQueries queries = new EmergencyQueries(em);
              return queries.ever(file) ? queries.of(file) : List.of();
            });
    Optional<EmergencyAccess> own =
        rows.stream()
            .filter(row -> row.staff().equals(viewer.staff()) && !row.over(viewer.now()))
            .findFirst()
            .filter(row -> EmergencyReviews.byEmergency(access, viewer, file));
    return own.map(row -> new Sight(left(viewer, row), 0))
        .orElseGet(() -> new Sight(null, rows.size()));
  }

  private static Open left(Viewer viewer, EmergencyAccess row) {
    long minutes = Duration.between(viewer.now(), row.expires()).plusSeconds(59).toMinutes();
    return new Open(row.id(), row.expires(), minutes / 60, minutes % 60);
  }
}
