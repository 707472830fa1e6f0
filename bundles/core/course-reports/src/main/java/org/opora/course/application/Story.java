package org.opora.course.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.CourseReports.State;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.course.CourseModule;
import org.opora.course.domain.CareReport;
import org.opora.course.domain.Recipient;
import org.opora.course.persistence.ReportQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a report proves, and what the story of the file tells of it. A report that somebody asked
 * for proves that it was asked for and given, and nothing of the cycle.
 */
@Component(service = Story.class)
public final class Story {
  private static final String ENTRY = "course-report";
  private final Evidence evidence;
  private final Timeline timeline;
  private final Messages messages;

  @Activate
  public Story(
      @Reference Evidence evidence, @Reference Timeline timeline, @Reference Messages messages) {
    this.evidence = evidence;
    this.timeline = timeline;
    this.messages = messages;
  }

  /** After a change of the report or of where it went. */
  void tell(EntityManager em, Viewer viewer, CareReport row) {
    em.flush();
    List<Recipient> recipients = new ReportQueries(em).recipients(row.id());
    evidence.record(CourseModule.ID, row.id(), ofReport(row, recipients));
    if (row.kind() != Kind.ON_REQUEST && row.state() == State.LOCKED) {
      recipients.forEach(one -> evidence.record(CourseModule.ID, one.id(), ofRecipient(row, one)));
    }
    if (row.state() == State.LOCKED) {
      timeline.put(
          viewer,
          new Timeline.NewEntry(
              CourseModule.ID,
              ENTRY,
              row.id(),
              Subject.of(row.file()),
              row.madeOutOn(),
              CourseModule.READ,
              DataClass.CARE_TEXT,
              messages.title("report.kind." + row.kind()),
              "/course/" + row.id()));
    }
  }

  private static About about(CareReport row) {
    return About.agreement(row.file(), row.agreement());
  }

  static List<NewFact> ofReport(CareReport row, List<Recipient> recipients) {
    String ref = row.id().toString();
    if (row.state() == State.WITHDRAWN) {
      return List.of();
    }
    if (row.kind() == Kind.ON_REQUEST) {
      List<NewFact> facts = new ArrayList<>();
      facts.add(
          NewFact.of(Kinds.REPORT_ASKED, about(row), row.askedOn()).until(row.dueOn()).tiedTo(ref));
      recipients.stream()
          .map(Recipient::deliveredOn)
          .filter(Objects::nonNull)
          .min(Comparator.naturalOrder())
          .ifPresent(
              day -> facts.add(NewFact.of(Kinds.REPORT_ANSWERED, about(row), day).tiedTo(ref)));
      return facts;
    }
    if (row.state() != State.LOCKED) {
      return List.of();
    }
    NewFact drafted = NewFact.of(Kinds.REPORT_DRAFTED, about(row), row.madeOutOn()).tiedTo(ref);
    boolean last = row.kind() == Kind.FINAL && row.endStands();
    return List.of(last ? drafted.formed(Kinds.AT_THE_END) : drafted);
  }

  private static List<NewFact> ofRecipient(CareReport row, Recipient to) {
    String ref = row.id().toString();
    List<NewFact> facts = new ArrayList<>();
    facts.add(fact(Kinds.REPORT_ADDRESSED, row, to, row.madeOutOn(), ref));
    if (to.deliveredOn() != null) {
      facts.add(fact(Kinds.REPORT_DELIVERED, row, to, to.deliveredOn(), ref));
    }
    return facts;
  }

  private static NewFact fact(String kind, CareReport row, Recipient to, LocalDate on, String ref) {
    return NewFact.of(kind, about(row), on).formed(to.kind().form()).tiedTo(ref);
  }
}
