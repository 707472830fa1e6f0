package org.opora.registry;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.persistence.spi.Schema;
import org.opora.registry.care.domain.Visit;
import org.opora.registry.care.domain.VisitChild;
import org.opora.registry.care.domain.VisitPerson;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.ChildFile;
import org.opora.registry.files.domain.Doubt;
import org.opora.registry.files.domain.FileCarer;
import org.opora.registry.files.domain.Granted;
import org.opora.registry.files.domain.NumberSeries;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.importing.domain.ColumnMapping;
import org.opora.registry.importing.domain.ImportChange;
import org.opora.registry.importing.domain.ImportFamily;
import org.opora.registry.importing.domain.ImportFinding;
import org.opora.registry.importing.domain.ImportRow;
import org.opora.registry.importing.domain.ImportRun;
import org.opora.registry.importing.domain.Imported;
import org.opora.registry.importing.domain.OpeningBalance;
import org.opora.registry.inbox.domain.InboxMessage;
import org.opora.registry.inbox.domain.InboxRead;
import org.opora.registry.intake.domain.FirstContact;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.IntakeFigure;
import org.opora.registry.intake.domain.ReachEntry;
import org.opora.registry.intake.domain.ServiceRequest;
import org.opora.registry.intake.domain.YearlyReturn;
import org.opora.registry.people.domain.Person;
import org.opora.registry.people.domain.PersonWord;
import org.opora.registry.safety.domain.SafetyNotice;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.domain.StoredTitle;
import org.opora.registry.staff.domain.StaffMember;
import org.opora.registry.story.domain.EvidenceFact;
import org.opora.registry.story.domain.Findable;
import org.opora.registry.story.domain.FindableWord;
import org.opora.registry.story.domain.Source;
import org.opora.registry.story.domain.TimelineEntry;
import org.opora.registry.tasks.domain.Task;
import org.osgi.service.component.annotations.Component;

/** The tables of the register. */
@Component
public final class RegistrySchema implements Schema {
  private static final List<Class<?>> PEOPLE =
      List.of(Person.class, PersonWord.class, SafetyNotice.class, StaffMember.class);
  private static final List<Class<?>> FILES =
      List.of(
          CaseFile.class,
          NumberSeries.class,
          FileCarer.class,
          Assignment.class,
          Agreement.class,
          ChildFile.class,
          Placement.class,
          Doubt.class,
          Granted.class);
  private static final List<Class<?>> CARE =
      List.of(Visit.class, VisitPerson.class, VisitChild.class, Task.class);
  private static final List<Class<?>> INTAKE =
      List.of(
          ServiceRequest.class,
          Inquiry.class,
          YearlyReturn.class,
          IntakeFigure.class,
          FirstContact.class,
          ReachEntry.class);
  private static final List<Class<?>> STORY =
      List.of(
          Source.class,
          StoredTitle.class,
          TimelineEntry.class,
          Findable.class,
          FindableWord.class,
          EvidenceFact.class,
          InboxMessage.class,
          InboxRead.class);

  private static final List<Class<?>> IMPORTING =
      List.of(
          ImportRun.class,
          ImportFamily.class,
          ImportRow.class,
          ImportFinding.class,
          ImportChange.class,
          Imported.class,
          ColumnMapping.class,
          OpeningBalance.class);

  @Override
  public String unit() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Class<?>> entities() {
    List<Class<?>> all = new ArrayList<>();
    List.of(PEOPLE, FILES, CARE, STORY, IMPORTING, INTAKE).forEach(all::addAll);
    return List.copyOf(all);
  }

  @Override
  public List<String> personColumns() {
    return List.of(
        "FILE_CARER.PERSON",
        "PLACEMENT.CHILD",
        "CHILD_FILE.CHILD",
        "DOUBT.PERSON",
        "SAFETY_NOTICE.PERSON",
        "VISIT_PERSON.PERSON",
        "VISIT_CHILD.CHILD",
        "TASK.PERSON",
        "SERVICE_REQUEST.PERSON",
        "EVIDENCE.PERSON");
  }

  @Override
  public List<String> fileColumns() {
    return List.of(
        "FILE_CARER.FILE",
        "ASSIGNMENT.FILE",
        "AGREEMENT.FILE",
        "PLACEMENT.FILE",
        "PLACEMENT.CHILD_FILE",
        "VISIT.FILE",
        "VISIT_CHILD.CHILD_FILE",
        "TASK.SUBJECT",
        "TASK.FILE",
        "SERVICE_REQUEST.FILE",
        "INQUIRY.FILE",
        "FIRST_CONTACT.FILE",
        "EVIDENCE.FILE",
        "TIMELINE.SUBJECT",
        "FINDABLE.SUBJECT");
  }
}
