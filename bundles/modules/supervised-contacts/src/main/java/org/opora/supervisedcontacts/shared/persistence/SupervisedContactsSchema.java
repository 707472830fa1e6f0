package org.opora.supervisedcontacts.shared.persistence;

import java.util.List;
import org.opora.api.persistence.spi.Schema;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.agreements.domain.AgreementRule;
import org.opora.supervisedcontacts.agreements.domain.AgreementScan;
import org.opora.supervisedcontacts.agreements.domain.AgreementSignature;
import org.opora.supervisedcontacts.agreements.domain.AgreementWording;
import org.opora.supervisedcontacts.agreements.domain.ContactAgreement;
import org.opora.supervisedcontacts.agreements.domain.RuleWording;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactRecord;
import org.opora.supervisedcontacts.contacts.domain.FormerRoom;
import org.opora.supervisedcontacts.evaluations.domain.ContactEvaluation;
import org.opora.supervisedcontacts.meeting.domain.MeetingStep;
import org.opora.supervisedcontacts.observations.domain.ObservationReport;
import org.opora.supervisedcontacts.observations.domain.ReportCopy;
import org.opora.supervisedcontacts.observations.domain.ReportText;
import org.opora.supervisedcontacts.observations.domain.ReportVersion;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPlace;
import org.opora.supervisedcontacts.plans.domain.PlanRelease;
import org.opora.supervisedcontacts.plans.domain.PlanVersion;
import org.opora.supervisedcontacts.plans.domain.PlanVersionPerson;
import org.opora.supervisedcontacts.plans.domain.TogetherChild;
import org.opora.supervisedcontacts.preparation.domain.Preparation;
import org.opora.supervisedcontacts.requests.domain.ContactRequest;
import org.opora.supervisedcontacts.risks.domain.RiskArea;
import org.opora.supervisedcontacts.risks.domain.RiskAssessment;
import org.opora.supervisedcontacts.shared.domain.ChildRecord;
import org.osgi.service.component.annotations.Component;

/** The module's tables. */
@Component
public final class SupervisedContactsSchema implements Schema {
  @Override
  public String unit() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(
        ContactPlan.class,
        PlanPerson.class,
        TogetherChild.class,
        PlanPlace.class,
        PlanVersion.class,
        PlanVersionPerson.class,
        PlanRelease.class,
        ChildRecord.class,
        RiskAssessment.class,
        RiskArea.class,
        ContactRequest.class,
        Preparation.class,
        RuleWording.class,
        ContactAgreement.class,
        AgreementWording.class,
        AgreementRule.class,
        AgreementSignature.class,
        AgreementScan.class,
        Contact.class,
        ContactChild.class,
        ContactRecord.class,
        Attendance.class,
        AttendsAs.class,
        FormerRoom.class,
        MeetingStep.class,
        ObservationReport.class,
        ReportVersion.class,
        ReportText.class,
        ReportCopy.class,
        ContactEvaluation.class);
  }

  @Override
  public List<String> personColumns() {
    return List.of(
        "CONTACT_PLAN.CHILD",
        "PLAN_PERSON.PERSON",
        "TOGETHER_CHILD.CHILD",
        "RISK_ASSESSMENT.CHILD",
        "CONTACT_REQUEST.CHILD",
        "CONTACT_REQUEST.PERSON",
        "PREPARATION.CHILD",
        "PREPARATION.PERSON",
        "CONTACT_AGREEMENT.CHILD",
        "AGREEMENT_SIGNATURE.PERSON",
        "CONTACT_CHILD.CHILD",
        "ATTENDANCE.PERSON",
        "MEETING_STEP.CHILD",
        "OBSERVATION_REPORT.CHILD",
        "REPORT_COPY.PERSON",
        "CONTACT_EVALUATION.CHILD");
  }

  @Override
  public List<String> fileColumns() {
    return List.of(
        "CONTACT_PLAN.CASE_FILE",
        "CONTACT_PLAN.CHILD_FILE",
        "CONTACT_REQUEST.CASE_FILE",
        "CONTACT_REQUEST.CHILD_FILE",
        "PREPARATION.CASE_FILE",
        "PREPARATION.CHILD_FILE",
        "CONTACT_AGREEMENT.CASE_FILE",
        "CONTACT_AGREEMENT.CHILD_FILE",
        "RISK_ASSESSMENT.CASE_FILE",
        "RISK_ASSESSMENT.CHILD_FILE",
        "CONTACT_CHILD.CASE_FILE",
        "CONTACT_CHILD.CHILD_FILE",
        "MEETING_STEP.CASE_FILE",
        "MEETING_STEP.CHILD_FILE",
        "OBSERVATION_REPORT.CASE_FILE",
        "OBSERVATION_REPORT.CHILD_FILE",
        "CONTACT_EVALUATION.CASE_FILE",
        "CONTACT_EVALUATION.CHILD_FILE");
  }
}
