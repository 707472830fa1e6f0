package org.opora.registry.inspections.application;

import java.util.UUID;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.registry.inspections.domain.Inspection;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.tasks.application.RecordTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the house learns of a look into a file: the chronology of the file, and the task to get a
 * loan back.
 */
@Component(service = InspectionNews.class)
public final class InspectionNews {
  private final Timeline timeline;
  private final Tasks tasks;
  private final Messages messages;

  @Activate
  public InspectionNews(
      @Reference Timeline timeline, @Reference Tasks tasks, @Reference Messages messages) {
    this.timeline = timeline;
    this.tasks = tasks;
    this.messages = messages;
  }

  void story(Viewer viewer, Inspection row) {
    if (row.struckOut()) {
      timeline.withdraw(Refusals.BUNDLE, row.id());
      return;
    }
    timeline.put(
        viewer,
        new Timeline.NewEntry(
            Refusals.BUNDLE,
            "inspection",
            row.id(),
            Subject.of(row.file()),
            row.heldOn(),
            InspectionDesk.READ,
            DataClass.CARE_TEXT,
            messages.title("timeline.inspection." + row.deed()),
            page(row)));
  }

  /**
   * Pushes the task to get a loan back while it is out, and takes it back otherwise.
   *
   * @param anew somebody else lent it, as it turns out
   */
  void task(Viewer viewer, Inspection row, boolean anew) {
    UUID before = row.ask();
    row.asksUnder(RecordTask.key(before, row.lentOut(), anew));
    RecordTask.follow(
        tasks,
        viewer,
        before,
        row.ask(),
        key ->
            new Tasks.NewTask(
                Refusals.BUNDLE,
                key,
                row.file(),
                Subject.of(row.file()),
                messages.title("inspection.task"),
                row.supervisor(),
                row.returnBy(),
                page(row),
                Tasks.Tie.SETTLES,
                false));
  }

  void returned(Viewer viewer, Inspection row) {
    UUID asked = row.ask();
    row.asksUnder(null);
    if (asked != null) {
      tasks.doneBy(viewer, Refusals.BUNDLE, asked);
    }
  }

  private static String page(Inspection row) {
    return "/inspections/" + row.id();
  }
}
