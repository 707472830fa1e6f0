package org.opora.supervisedcontacts.observations.application;

import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.text.Messages;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.meeting.application.MeetingReader.OfChild;
import org.opora.supervisedcontacts.meeting.application.MeetingView.Step;
import org.opora.supervisedcontacts.meeting.domain.StepKind;
import org.opora.supervisedcontacts.observations.domain.Section;

/**
 * A report before anybody has written it: what was noted while the contact went on, each with its
 * time, in the part where it belongs. The facilitator puts it into sentences.
 */
record Drafting(Messages messages) {
  /**
   * @param record what was written down otherwise; null for nothing
   */
  Map<Section, String> draft(Viewer viewer, ContactView.Observed record, OfChild meeting) {
    Map<Section, String> words = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      String lines =
          Stream.concat(
                  Stream.ofNullable(record == null ? null : said(record, section)),
                  meeting.steps().stream()
                      .filter(step -> section == section(step, meeting))
                      .map(step -> line(viewer, step)))
              .filter(Objects::nonNull)
              .collect(Collectors.joining("\n"));
      if (!lines.isEmpty()) {
        words.put(section, lines);
      }
    }
    return words;
  }

  private static String said(ContactView.Observed record, Section section) {
    return switch (section) {
      case BEFORE -> record.before();
      case DURING -> record.during();
      case AFTER -> record.after();
      default -> null;
    };
  }

  private static Section section(Step step, OfChild meeting) {
    return switch (step.kind()) {
      case NOTE -> section(step.at(), meeting);
      case CHILD_WORDS -> Section.CHILD_WORDS;
      case INTERVENTION, STOP -> Section.INTERVENTIONS;
      case GIFT -> Section.GIFTS;
      case BROKEN -> Section.BROKEN;
    };
  }

  private static Section section(Instant at, OfChild meeting) {
    if (meeting.began() == null || at.isBefore(meeting.began())) {
      return Section.BEFORE;
    }
    return meeting.ended() != null && at.isAfter(meeting.ended()) ? Section.AFTER : Section.DURING;
  }

  private String line(Viewer viewer, Step step) {
    String at =
        LocalTime.ofInstant(step.at(), viewer.zone()).truncatedTo(ChronoUnit.MINUTES).toString();
    String words =
        step.words() == null || step.kind() == StepKind.STOP
            ? messages.text(viewer.locale(), "step." + step.kind())
                + (step.words() == null ? "" : ": " + step.words())
            : step.words();
    return messages.text(viewer.locale(), "observation.draft.line", at, words);
  }
}
