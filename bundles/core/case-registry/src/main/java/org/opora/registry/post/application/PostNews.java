package org.opora.registry.post.application;

import java.util.UUID;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.registry.post.domain.Letter;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.tasks.application.RecordTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the house learns of a letter: the chronology of the file it concerns, and the task of who
 * deals with it.
 */
@Component(service = PostNews.class)
public final class PostNews {
  private final Timeline timeline;
  private final Tasks tasks;
  private final Messages messages;

  @Activate
  public PostNews(
      @Reference Timeline timeline, @Reference Tasks tasks, @Reference Messages messages) {
    this.timeline = timeline;
    this.tasks = tasks;
    this.messages = messages;
  }

  void story(Viewer viewer, Letter letter) {
    if (letter.file() == null || letter.struckOut()) {
      timeline.withdraw(Refusals.BUNDLE, letter.id());
      return;
    }
    timeline.put(
        viewer,
        new Timeline.NewEntry(
            Refusals.BUNDLE,
            "letter",
            letter.id(),
            Subject.of(letter.file()),
            letter.passedOn(),
            PostDesk.READ,
            DataClass.CARE_TEXT,
            messages.title("timeline.letter." + letter.direction(), letter.number().toString()),
            page(letter)));
  }

  /**
   * Pushes the task of a letter that waits, and takes back that of one that does not. The letter
   * keeps its task: whoever has it can open the letter. What is done stays where it was done.
   *
   * @param anew somebody else deals with it now, or it is about another file
   */
  void task(Viewer viewer, Letter letter, boolean anew) {
    UUID before = letter.ask();
    letter.asksUnder(RecordTask.key(before, letter.waiting(), anew));
    RecordTask.follow(
        tasks,
        viewer,
        before,
        letter.ask(),
        key ->
            new Tasks.NewTask(
                Refusals.BUNDLE,
                key,
                letter.file(),
                letter.file() == null ? null : Subject.of(letter.file()),
                messages.title("post.task", letter.number().toString()),
                letter.doer(),
                letter.due(),
                page(letter),
                Tasks.Tie.KEEPS,
                false));
  }

  void settled(Viewer viewer, Letter letter) {
    UUID asked = letter.ask();
    letter.asksUnder(null);
    if (asked != null) {
      tasks.doneBy(viewer, Refusals.BUNDLE, asked);
    }
  }

  private static String page(Letter letter) {
    return "/post/" + letter.id();
  }
}
