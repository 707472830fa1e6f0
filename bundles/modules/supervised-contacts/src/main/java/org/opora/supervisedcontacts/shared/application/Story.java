package org.opora.supervisedcontacts.shared.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.ChildFileId;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/**
 * The module's lines in the story of the child. The same record again replaces its line. A wall at
 * the family's file or at the child closes the line with what it tells of, and when the child goes
 * to another family the pages stay with the one in which they were written.
 */
public record Story(Timeline timeline, Messages messages) {
  /**
   * What a record tells of the child.
   *
   * @param title key of a text without content
   * @param page of the record, below the module's own path
   */
  public void tell(
      Viewer viewer,
      String kind,
      UUID source,
      ChildOfFile whose,
      LocalDate on,
      String title,
      String page) {
    timeline.put(
        viewer,
        entry(kind, source, whose.childFile(), on, title, page)
            .about(whose.child())
            .writtenIn(whose.file()));
  }

  private Timeline.NewEntry entry(
      String kind, UUID source, ChildFileId childFile, LocalDate on, String title, String page) {
    return new Timeline.NewEntry(
        SupervisedContactsModule.ID,
        kind,
        source,
        Subject.of(childFile),
        on,
        SupervisedContactsModule.READ,
        DataClass.CONTACT_FACTS,
        messages.title(title),
        SupervisedContactsModule.HOME + page);
  }
}
