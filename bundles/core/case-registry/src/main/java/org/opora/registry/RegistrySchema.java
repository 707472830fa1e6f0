package org.opora.registry;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.persistence.spi.Schema;
import org.opora.registry.care.domain.Visit;
import org.opora.registry.care.domain.VisitChild;
import org.opora.registry.care.domain.VisitPerson;
import org.opora.registry.complaints.domain.ComplainedAbout;
import org.opora.registry.complaints.domain.Complaint;
import org.opora.registry.complaints.domain.ComplaintTerm;
import org.opora.registry.complaints.domain.FormerComplaint;
import org.opora.registry.directory.domain.Body;
import org.opora.registry.directory.domain.BodyName;
import org.opora.registry.directory.domain.BodyWord;
import org.opora.registry.directory.domain.Official;
import org.opora.registry.disability.domain.Disability;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.Amendment;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.ChildFile;
import org.opora.registry.files.domain.Doubt;
import org.opora.registry.files.domain.Ending;
import org.opora.registry.files.domain.FileCarer;
import org.opora.registry.files.domain.FileWeight;
import org.opora.registry.files.domain.Granted;
import org.opora.registry.files.domain.Handover;
import org.opora.registry.files.domain.HandoverLine;
import org.opora.registry.files.domain.NumberSeries;
import org.opora.registry.files.domain.OvertakenEnd;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.files.domain.Proposal;
import org.opora.registry.files.domain.ProposalStep;
import org.opora.registry.house.domain.Insurance;
import org.opora.registry.house.domain.LawConfirmation;
import org.opora.registry.house.domain.Mandate;
import org.opora.registry.house.domain.MandateState;
import org.opora.registry.house.domain.ServiceActivity;
import org.opora.registry.house.domain.SettingChange;
import org.opora.registry.house.domain.SettingGroup;
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
import org.opora.registry.incidents.domain.Incident;
import org.opora.registry.incidents.domain.IncidentPerson;
import org.opora.registry.incidents.domain.IncidentStaff;
import org.opora.registry.incidents.domain.IncidentStep;
import org.opora.registry.incidents.domain.IncidentVersion;
import org.opora.registry.incidents.domain.SealedWords;
import org.opora.registry.inspections.domain.Inspection;
import org.opora.registry.kin.domain.KinHousehold;
import org.opora.registry.kin.domain.KinMember;
import org.opora.registry.kin.domain.KinSex;
import org.opora.registry.kin.domain.KinTie;
import org.opora.registry.legal.domain.CourtDecision;
import org.opora.registry.legal.domain.Entrusted;
import org.opora.registry.legal.domain.Representative;
import org.opora.registry.legal.domain.Withdrawal;
import org.opora.registry.people.domain.FormerName;
import org.opora.registry.people.domain.KeptFrom;
import org.opora.registry.people.domain.Person;
import org.opora.registry.people.domain.PersonAddress;
import org.opora.registry.people.domain.PersonReach;
import org.opora.registry.people.domain.PersonSpeech;
import org.opora.registry.people.domain.PersonWord;
import org.opora.registry.post.domain.Letter;
import org.opora.registry.safety.domain.SafetyNotice;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.domain.StoredTitle;
import org.opora.registry.staff.domain.Absence;
import org.opora.registry.staff.domain.AbsenceFile;
import org.opora.registry.staff.domain.ConflictOfInterest;
import org.opora.registry.staff.domain.ConflictWall;
import org.opora.registry.staff.domain.StaffCheck;
import org.opora.registry.staff.domain.StaffCompetence;
import org.opora.registry.staff.domain.StaffMember;
import org.opora.registry.staff.domain.StaffPost;
import org.opora.registry.staff.domain.StaffShare;
import org.opora.registry.staff.domain.TrainingEntry;
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
      List.of(
          Person.class,
          PersonWord.class,
          FormerName.class,
          PersonAddress.class,
          PersonReach.class,
          KeptFrom.class,
          PersonSpeech.class,
          SafetyNotice.class,
          StaffMember.class);
  private static final List<Class<?>> FILES =
      List.of(
          CaseFile.class,
          NumberSeries.class,
          FileCarer.class,
          Assignment.class,
          Agreement.class,
          Amendment.class,
          Ending.class,
          OvertakenEnd.class,
          Proposal.class,
          ProposalStep.class,
          ChildFile.class,
          Placement.class,
          Doubt.class,
          Granted.class);
  private static final List<Class<?>> STAFF =
      List.of(
          StaffPost.class,
          StaffShare.class,
          StaffCompetence.class,
          Handover.class,
          HandoverLine.class,
          FileWeight.class,
          Absence.class,
          AbsenceFile.class,
          TrainingEntry.class,
          StaffCheck.class,
          ConflictOfInterest.class,
          ConflictWall.class);
  private static final List<Class<?>> CARE =
      List.of(Visit.class, VisitPerson.class, VisitChild.class, Task.class);
  private static final List<Class<?>> KIN =
      List.of(KinTie.class, KinHousehold.class, KinMember.class, KinSex.class);
  private static final List<Class<?>> LEGAL =
      List.of(
          CourtDecision.class,
          Entrusted.class,
          Representative.class,
          Withdrawal.class,
          Disability.class);
  private static final List<Class<?>> INCIDENTS =
      List.of(
          Incident.class,
          IncidentPerson.class,
          IncidentStaff.class,
          IncidentStep.class,
          IncidentVersion.class,
          SealedWords.class);
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
  private static final List<Class<?>> HOUSE =
      List.of(
          Mandate.class,
          MandateState.class,
          Insurance.class,
          ServiceActivity.class,
          SettingGroup.class,
          SettingChange.class,
          LawConfirmation.class);
  private static final List<Class<?>> DIRECTORY =
      List.of(Body.class, BodyName.class, BodyWord.class, Official.class);

  private static final List<Class<?>> REGISTERS =
      List.of(
          Letter.class,
          Complaint.class,
          ComplainedAbout.class,
          FormerComplaint.class,
          ComplaintTerm.class,
          Inspection.class);

  @Override
  public String unit() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Class<?>> entities() {
    List<Class<?>> all = new ArrayList<>();
    List.of(
            PEOPLE, FILES, STAFF, CARE, KIN, LEGAL, INCIDENTS, STORY, IMPORTING, REGISTERS,
            DIRECTORY, HOUSE)
        .forEach(all::addAll);
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
        "PERSON_NAME.PERSON",
        "PERSON_ADDRESS.PERSON",
        "PERSON_REACH.PERSON",
        "PERSON_SPEECH.PERSON",
        "KEPT_FROM.PERSON",
        "KEPT_FROM.WHOM",
        "VISIT_PERSON.PERSON",
        "VISIT_CHILD.CHILD",
        "TASK.PERSON",
        "KIN_TIE.FIRST_PERSON",
        "KIN_TIE.OTHER_PERSON",
        "KIN_HOUSEHOLD.OWNER",
        "KIN_MEMBER.PERSON",
        "KIN_SEX.PERSON",
        "COURT_DECISION.CHILD",
        "ENTRUSTED.PERSON",
        "REPRESENTATIVE.CHILD",
        "REPRESENTATIVE.PERSON",
        "INCIDENT_PERSON.PERSON",
        "DISABILITY.PERSON",
        "HANDOVER_LINE.PERSON",
        "EVIDENCE.PERSON");
  }

  @Override
  public List<String> fileColumns() {
    return List.of(
        "FILE_CARER.FILE",
        "ASSIGNMENT.FILE",
        "AGREEMENT.FILE",
        "AGREEMENT_END_BEFORE.FILE",
        "AGREEMENT_PROPOSAL.FILE",
        "AGREEMENT_STEP.FILE",
        "AGREEMENT_AMENDMENT.FILE",
        "PLACEMENT.FILE",
        "PLACEMENT.CHILD_FILE",
        "VISIT.FILE",
        "VISIT_CHILD.CHILD_FILE",
        "INCIDENT.FILE",
        "TASK.SUBJECT",
        "TASK.FILE",
        "LETTER.FILE",
        "INSPECTION.FILE",
        "KIN_TIE.FILE",
        "KIN_HOUSEHOLD.FILE",
        "HANDOVER.FILE",
        "FILE_WEIGHT.FILE",
        "ABSENCE_FILE.FILE",
        "STAFF_CONFLICT.FILE",
        "EVIDENCE.FILE",
        "TIMELINE.SUBJECT",
        "FINDABLE.SUBJECT");
  }
}
