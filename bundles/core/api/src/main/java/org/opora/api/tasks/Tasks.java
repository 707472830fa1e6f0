package org.opora.api.tasks;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.TaskId;
import org.opora.api.text.Title;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tasks that follow from a record: pushed in the writer's transaction, so that the task is there
 * exactly when the record is, and stays readable when the bundle that wrote it is gone. One record
 * has at most one task. Nobody asks here who may: the use case that pushes has decided already, and
 * its own row of the audit trail covers the task. Whoever may not see the subject does not see the
 * task, the one who is to do it included.
 */
@ProviderType
public interface Tasks {
  /** Permission to see tasks: those about whom one may see, and one's own about nobody. */
  String READ = "registry.task.read";

  /** Permission to set, change and finish tasks. */
  String WRITE = "registry.task.write";

  /**
   * In the writer's transaction. The same origin and source again changes the wording, the day and
   * the link of the task while it is open; whoever is to do it stays, because colleagues may have
   * handed it on meanwhile. A task that is done stays as it is.
   *
   * @param viewer who gives the task
   * @throws IllegalArgumentException when the file is not known, or the subject is a child's
   *     sub-file that is not known
   */
  TaskId put(Viewer viewer, NewTask task);

  /**
   * In the writer's transaction: the record asks for nothing any more. The open task is removed; a
   * task that is done stays. Nothing happens when there is none.
   */
  void withdraw(String origin, UUID source);

  /**
   * In the writer's transaction: what the record asked for has been done by the viewer today, and
   * the chronology of the file or of the child it is about says so, unless it was a matter of
   * oversight or concerns a single person of the file. Nothing happens when there is no such task
   * or it is done already.
   */
  void doneBy(Viewer viewer, String origin, UUID source);

  /**
   * In the writer's transaction: that it was done was a mistake, so the task is open again and the
   * chronology no longer says that it was done. Nothing happens when there is no such task or it is
   * open.
   */
  void undone(String origin, UUID source);

  /** How a record holds on to the task that follows from it, while its page can be opened. */
  enum Tie {
    /** Not at all: whoever is to do it finishes it, puts it back or hands it on by themselves. */
    LOOSE,
    /**
     * The record settles it by {@link #doneBy}: it is neither finished nor put back by hand, so
     * that no reminder ends while the record is open. It can be handed on.
     */
    SETTLES,
    /** The record settles it and says who does it and by when: it is not changed by hand at all. */
    KEEPS
  }

  /**
   * @param origin id of the writing bundle
   * @param source key of the record behind it
   * @param file case file under which the task is kept and listed; null when there is none
   * @param subject who may see it decides: a case file, a child's sub-file or a person; null for a
   *     task about nobody, which its author, its doer and those who may see all tasks see. A wall
   *     at the file or at the person closes the task as well
   * @param what what is to be done: content-free, in three languages
   * @param doer who is to do it
   * @param due last day to do it, in the zone of the centre; null when there is none
   * @param href path of the record's page, or null
   * @param tie how the record holds on to it; only with a page
   * @param oversight whether it concerns only its doer and those who may see all tasks, whatever
   *     relation others have to the subject; its author included. It never stands in a chronology,
   *     and its doer is told of it only where no wall keeps it from them
   * @param concerns a person of the case file that is the subject, at whom a wall closes the task
   *     as well; null when it concerns nobody in particular, or the subject says who
   */
  record NewTask(
      String origin,
      UUID source,
      CaseFileId file,
      Subject subject,
      Title what,
      StaffId doer,
      LocalDate due,
      String href,
      Tie tie,
      boolean oversight,
      PersonId concerns) {
    /**
     * A task for everybody who has to do with the subject, which whoever is to do it finishes by
     * themselves.
     */
    public NewTask(
        String origin,
        UUID source,
        CaseFileId file,
        Subject subject,
        Title what,
        StaffId doer,
        LocalDate due,
        String href) {
      this(origin, source, file, subject, what, doer, due, href, Tie.LOOSE, false);
    }

    /** A task that concerns nobody besides its subject. */
    public NewTask(
        String origin,
        UUID source,
        CaseFileId file,
        Subject subject,
        Title what,
        StaffId doer,
        LocalDate due,
        String href,
        Tie tie,
        boolean oversight) {
      this(origin, source, file, subject, what, doer, due, href, tie, oversight, null);
    }

    /**
     * The same, closed also by a wall at this person of the file. No chronology tells that it is
     * done: that of the file is open to those whom the wall keeps away.
     */
    public NewTask concerning(PersonId person) {
      return new NewTask(
          origin, source, file, subject, what, doer, due, href, tie, oversight, person);
    }

    public NewTask {
      Objects.requireNonNull(origin);
      Objects.requireNonNull(source);
      Objects.requireNonNull(what);
      Objects.requireNonNull(doer);
      Objects.requireNonNull(tie);
      if (href == null && tie != Tie.LOOSE) {
        throw new IllegalArgumentException("A record without a page settles nothing");
      }
      if (subject == null && file != null) {
        throw new IllegalArgumentException("A task of a file is about the file or its people");
      }
      if (concerns != null && (subject == null || subject.kind() != Subject.Kind.CASE_FILE)) {
        throw new IllegalArgumentException("Only a task about a file concerns a person of it");
      }
      if (subject != null && subject.kind() == Subject.Kind.DRAWER) {
        throw new IllegalArgumentException("A drawer owns keys only; no task is about it");
      }
    }
  }
}
