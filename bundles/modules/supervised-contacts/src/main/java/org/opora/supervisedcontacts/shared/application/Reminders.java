package org.opora.supervisedcontacts.shared.application;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.StaffId;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/** What a record leaves to be done by a day: a task of whoever leads the child's family. */
public record Reminders(Tasks tasks, CaseFiles files, Messages messages) {
  /**
   * In the writer's transaction. The same purpose and record again moves the day.
   *
   * @param purpose what it is for, so that one record may leave several
   * @param due null when nothing is to be done, or not any more
   * @param page of the record, below the module's own path
   */
  public void put(
      Viewer viewer,
      String purpose,
      UUID record,
      ChildOfFile whose,
      LocalDate due,
      String title,
      String page) {
    UUID source = source(purpose, record);
    if (due == null) {
      tasks.withdraw(SupervisedContactsModule.ID, source);
      return;
    }
    tasks.put(
        viewer,
        new Tasks.NewTask(
            SupervisedContactsModule.ID,
            source,
            whose.file(),
            Subject.of(whose.childFile()),
            messages.title(title),
            doer(viewer, whose),
            due,
            SupervisedContactsModule.HOME + page));
  }

  /** In the writer's transaction: it was done by the viewer. */
  public void done(Viewer viewer, String purpose, UUID record) {
    tasks.doneBy(viewer, SupervisedContactsModule.ID, source(purpose, record));
  }

  /** In the writer's transaction: nothing is to be done any more. */
  public void withdraw(String purpose, UUID record) {
    tasks.withdraw(SupervisedContactsModule.ID, source(purpose, record));
  }

  private static UUID source(String purpose, UUID record) {
    return UUID.nameUUIDFromBytes((purpose + "|" + record).getBytes(StandardCharsets.US_ASCII));
  }

  private StaffId doer(Viewer viewer, ChildOfFile whose) {
    CaseFiles.Header header = files.headers(viewer, List.of(whose.file())).get(whose.file());
    return header == null || header.keyWorker() == null ? viewer.staff() : header.keyWorker();
  }
}
