package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.grant.application.EndReports;
import org.opora.registry.grant.application.GrantBook;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What somebody has to do because an agreement ends, as tasks of the key worker. */
@Component(service = FollowUpTasks.class)
public final class FollowUpTasks {
  private final Tasks tasks;
  private final Messages messages;
  private final GrantBook grant;

  @Activate
  public FollowUpTasks(
      @Reference Tasks tasks, @Reference Messages messages, @Reference GrantBook grant) {
    this.tasks = tasks;
    this.messages = messages;
    this.grant = grant;
  }

  /**
   * One thing to do.
   *
   * @param code of the law pack
   * @param on day of the notice, of the arrangement, or on which it happened: another end asks for
   *     the same again
   * @param fromNotice whether it follows from the notice and so stays when an end by law overtakes
   * @param due last day to do it
   */
  record Due(String code, LocalDate on, boolean fromNotice, Text text, LocalDate due) {
    private UUID source(Agreement agreement) {
      return FollowUpTasks.source(code, on, agreement);
    }
  }

  private static UUID source(String code, LocalDate on, Agreement agreement) {
    return FileStory.source("follow-up|" + code + "|" + on, agreement.id());
  }

  /**
   * These are to be done, and none of those that were open before.
   *
   * @param dues empty when the agreement goes on
   */
  void follow(EntityManager em, Viewer viewer, Agreement agreement, List<Due> dues) {
    Set<UUID> left = open(em, agreement);
    Set<String> reports = grant.reportFollowUps();
    boolean reported = !dues.isEmpty() && EndReports.reported(em, agreement);
    for (Due due : dues) {
      UUID source = due.source(agreement);
      left.remove(source);
      boolean report = reports.contains(due.code());
      if (report && !reported) {
        // The same notice may lead to another last day: then what was reported was another end.
        tasks.undone(Refusals.BUNDLE, source);
      }
      tasks.put(
          viewer,
          new Tasks.NewTask(
              Refusals.BUNDLE,
              source,
              agreement.file(),
              Subject.of(agreement.file()),
              title(due.text()),
              doer(em, viewer, agreement.file()),
              due.due(),
              report ? EndReports.page(agreement) : page(agreement),
              report ? Tasks.Tie.SETTLES : Tasks.Tie.LOOSE,
              false));
      if (report && reported) {
        tasks.doneBy(viewer, Refusals.BUNDLE, source);
      }
    }
    left.forEach(source -> tasks.withdraw(Refusals.BUNDLE, source));
  }

  /**
   * The end of the agreement is recorded as reported, or is no more: its task follows. That task is
   * not finished by hand.
   */
  public void reported(Viewer viewer, Agreement agreement, boolean reported) {
    reports(agreement)
        .forEach(
            source -> {
              if (reported) {
                tasks.doneBy(viewer, Refusals.BUNDLE, source);
              } else {
                tasks.undone(Refusals.BUNDLE, source);
              }
            });
  }

  /** The viewer has done what these codes stand for; it waits no more, whoever was to do it. */
  void doneBy(Viewer viewer, Agreement agreement, Set<String> codes) {
    if (agreement.ending() != null) {
      codes.forEach(
          code ->
              tasks.doneBy(
                  viewer, Refusals.BUNDLE, source(code, agreement.ending().day(), agreement)));
    }
  }

  private Set<UUID> reports(Agreement agreement) {
    return agreement.ending() == null
        ? Set.of()
        : grant.reportFollowUps().stream()
            .map(code -> source(code, agreement.ending().day(), agreement))
            .collect(Collectors.toSet());
  }

  /**
   * The viewer has done whatever was left. When the end was reported has a term of its own, so it
   * is said nowhere but in its record, and its task waits for that.
   */
  void done(EntityManager em, Viewer viewer, Agreement agreement) {
    Set<UUID> left = open(em, agreement);
    left.removeAll(reports(agreement));
    left.forEach(source -> tasks.doneBy(viewer, Refusals.BUNDLE, source));
  }

  /** By their page, since the law pack they came from may be gone or know others by now. */
  private static Set<UUID> open(EntityManager em, Agreement agreement) {
    return new HashSet<>(
        em.createQuery(
                "SELECT t.source FROM Task t"
                    + " WHERE t.subject = :file AND t.origin = :origin"
                    + " AND (t.href = :href OR t.href LIKE :report) AND t.done = FALSE",
                UUID.class)
            .setParameter("file", agreement.file().value())
            .setParameter("origin", Refusals.BUNDLE)
            .setParameter("href", page(agreement))
            .setParameter("report", EndReports.pages(agreement))
            .getResultList());
  }

  private static String page(Agreement agreement) {
    return FileStory.page(agreement.file()) + "/agreement#end-" + agreement.id();
  }

  /** The key worker; where there is none, whoever writes it down. */
  public static StaffId doer(EntityManager em, Viewer viewer, CaseFileId file) {
    return em.createQuery(
            "SELECT a FROM Assignment a WHERE a.file = :file AND a.kind = :kind"
                + " AND a.since <= :today AND (a.until IS NULL OR a.until >= :today)",
            Assignment.class)
        .setParameter("file", file.value())
        .setParameter("kind", RelationKind.KEY_WORKER)
        .setParameter("today", viewer.today())
        .getResultStream()
        .findFirst()
        .map(Assignment::staff)
        .orElse(viewer.staff());
  }

  private Title title(Text text) {
    return new Title(
        messages.text(Locale.forLanguageTag("cs"), text),
        messages.text(Locale.forLanguageTag("pl"), text),
        messages.text(Locale.ENGLISH, text));
  }
}
