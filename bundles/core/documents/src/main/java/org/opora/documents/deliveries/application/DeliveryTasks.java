package org.opora.documents.deliveries.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.documents.DocumentsModule;
import org.opora.documents.deliveries.domain.DeliveryRow;
import org.opora.documents.store.application.Shelf;
import org.opora.documents.store.domain.Place;

/**
 * That somebody looks after what has a last day: whoever wrote it down, until it is written down
 * what became of it. A wall at whom the document is about closes the task, or else one at whom it
 * went to; of a document that is closed to some who work with the family only those learn who see
 * all tasks.
 */
record DeliveryTasks(Tasks tasks, Messages messages) {
  /**
   * @param home file in which the writer has the document
   */
  void put(Viewer viewer, Shelf.Line line, CaseFileId home, DeliveryRow row) {
    if (row.dueOn() == null) {
      return;
    }
    Place place = line.place();
    Tasks.NewTask task =
        new Tasks.NewTask(
            DocumentsModule.ID,
            row.id(),
            home,
            place.owner(),
            messages.title("delivery.task"),
            viewer.staff(),
            row.dueOn(),
            "/documents/" + line.id() + "/deliveries/" + row.id(),
            Tasks.Tie.SETTLES,
            !line.kind().told());
    PersonId concerned = place.person() == null ? row.toPerson() : place.person();
    boolean ofFile = place.owner().kind() == Subject.Kind.CASE_FILE;
    tasks.put(viewer, ofFile && concerned != null ? task.concerning(concerned) : task);
  }

  void settled(Viewer viewer, UUID delivery) {
    tasks.doneBy(viewer, DocumentsModule.ID, delivery);
  }

  /** Nobody waits for it any more. */
  void gone(UUID delivery) {
    tasks.withdraw(DocumentsModule.ID, delivery);
  }
}
