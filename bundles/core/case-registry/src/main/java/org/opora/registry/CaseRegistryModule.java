package org.opora.registry;

import java.util.List;
import java.util.Set;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.bodies.Bodies;
import org.opora.api.care.Visits;
import org.opora.api.disability.Dependency;
import org.opora.api.evidence.Excuses;
import org.opora.api.evidence.Kinds;
import org.opora.api.exports.LargeExports;
import org.opora.api.files.CaseFiles;
import org.opora.api.grant.Grant;
import org.opora.api.incidents.Incidents;
import org.opora.api.legal.LegalPosition;
import org.opora.api.module.spi.Module;
import org.opora.api.module.spi.Service;
import org.opora.api.overrides.Overrides;
import org.opora.api.people.People;
import org.opora.api.safety.Safety;
import org.opora.api.staff.Staff;
import org.opora.api.standards.InternalRules;
import org.opora.api.standards.Standards;
import org.opora.api.tasks.Tasks;
import org.opora.registry.complaints.application.ComplaintDesk;
import org.opora.registry.complaints.application.ComplaintTerms;
import org.opora.registry.complaints.application.DataRequestDesk;
import org.opora.registry.emergency.application.EmergencyDesk;
import org.opora.registry.emergency.application.EmergencyReviews;
import org.opora.registry.files.application.ArchiveDesk;
import org.opora.registry.files.application.Arrivals;
import org.opora.registry.house.application.House;
import org.opora.registry.inspections.application.InspectionDesk;
import org.opora.registry.intake.application.Intake;
import org.opora.registry.intake.application.RequestDesk;
import org.opora.registry.ledgers.application.Ledger;
import org.opora.registry.openings.application.OpeningDesk;
import org.opora.registry.post.application.PostDesk;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Component;

/** Reception of the register. Who gets what stands in the table of access. */
@Component
public final class CaseRegistryModule implements Module {
  /** Id of the bundle. */
  public static final String ID = Refusals.BUNDLE;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(CaseFiles.READ, DataClass.CARE_FACTS),
        new Permission(CaseFiles.WRITE, DataClass.CARE_FACTS),
        new Permission(ArchiveDesk.USE, DataClass.CARE_FACTS),
        new Permission(People.WHEREABOUTS, DataClass.WHEREABOUTS),
        new Permission(Safety.READ, DataClass.SAFETY),
        new Permission(Safety.WRITE, DataClass.SAFETY),
        new Permission(LegalPosition.READ, DataClass.COURT),
        new Permission(LegalPosition.WRITE, DataClass.COURT),
        new Permission(Incidents.READ, DataClass.INCIDENTS),
        new Permission(Incidents.WRITE, DataClass.INCIDENTS),
        new Permission(Dependency.READ, DataClass.HEALTH),
        new Permission(Dependency.WRITE, DataClass.HEALTH),
        new Permission(Visits.READ, DataClass.CONTACT_TEXT),
        new Permission(Visits.WRITE, DataClass.CONTACT_TEXT),
        new Permission(Ledger.READ, DataClass.CARE_FACTS),
        new Permission(Ledger.WRITE, DataClass.CARE_FACTS),
        new Permission(Tasks.READ, DataClass.CARE_TEXT),
        new Permission(Tasks.WRITE, DataClass.CARE_TEXT),
        new Permission(PostDesk.READ, DataClass.CARE_TEXT),
        new Permission(PostDesk.WRITE, DataClass.CARE_TEXT),
        new Permission(ComplaintDesk.READ, DataClass.CARE_TEXT),
        new Permission(ComplaintDesk.WRITE, DataClass.CARE_TEXT),
        new Permission(ComplaintTerms.MANAGE, DataClass.ADMINISTRATION),
        new Permission(DataRequestDesk.READ, DataClass.CARE_TEXT),
        new Permission(DataRequestDesk.WRITE, DataClass.CARE_TEXT),
        new Permission(InspectionDesk.READ, DataClass.CARE_TEXT),
        new Permission(InspectionDesk.WRITE, DataClass.CARE_TEXT),
        new Permission(Grant.READ, DataClass.GRANT),
        new Permission(Grant.WRITE, DataClass.GRANT),
        new Permission(Grant.APPROVE, DataClass.GRANT),
        new Permission(EmergencyDesk.USE, DataClass.CARE_FACTS),
        new Permission(EmergencyReviews.REVIEW, DataClass.CARE_TEXT),
        new Permission(OpeningDesk.MANAGE, DataClass.CARE_FACTS),
        new Permission(LargeExports.CONFIRM, DataClass.ADMINISTRATION),
        new Permission(Overrides.READ, DataClass.CARE_TEXT),
        new Permission(Intake.REQUESTS, DataClass.CARE_TEXT),
        new Permission(Intake.REQUESTS_WRITE, DataClass.CARE_TEXT),
        new Permission(Intake.READ, DataClass.CARE_TEXT),
        new Permission(Intake.WRITE, DataClass.CARE_TEXT),
        new Permission(Intake.RETURN, DataClass.CARE_TEXT),
        new Permission(Staff.READ, DataClass.STAFF),
        new Permission(Staff.WRITE, DataClass.STAFF),
        new Permission(Bodies.READ, DataClass.ADMINISTRATION),
        new Permission(Bodies.WRITE, DataClass.ADMINISTRATION),
        new Permission(House.READ, DataClass.ADMINISTRATION),
        new Permission(House.WRITE, DataClass.ADMINISTRATION),
        new Permission(Standards.READ, DataClass.ADMINISTRATION),
        new Permission(Standards.WRITE, DataClass.ADMINISTRATION),
        new Permission(InternalRules.READ, DataClass.ADMINISTRATION),
        new Permission(InternalRules.WRITE, DataClass.STAFF),
        new Permission(Arrivals.PERMISSION, DataClass.ADMINISTRATION));
  }

  @Override
  public List<Service> services() {
    return List.of(
        new Service(Visits.EVIDENCE, Refusals.text("service.visit")),
        new Service(Kinds.EDUCATION, Refusals.text("service.education")),
        new Service(Kinds.RESPITE, Refusals.text("service.respite")));
  }

  @Override
  public Set<String> evidence() {
    return Set.of(
        Visits.EVIDENCE,
        RequestDesk.ASKED,
        RequestDesk.ANSWERED,
        Kinds.CHILD_VIEW,
        Kinds.PLAN_REVIEW,
        Kinds.PLAN_OF_STAY_SIGNED,
        Kinds.EDUCATION_PLAN_SIGNED,
        Kinds.EDUCATION,
        Kinds.RESPITE,
        Kinds.EXPERT_HELP,
        Kinds.EXPERT_HELP_PROMISED,
        Kinds.AGREEMENT_OWED,
        Kinds.AGREEMENT_SETTLED,
        Kinds.MANDATE_CHANGED,
        Kinds.MANDATE_NOTIFIED,
        Kinds.INSURANCE_CONCLUDED,
        Kinds.INSURANCE_COPIED,
        Kinds.MANDATE,
        Kinds.DATA_ASKED,
        Kinds.DATA_EXTENDED,
        Kinds.DATA_ANSWERED,
        Kinds.INSURED,
        Kinds.STAFF_RECORD,
        Kinds.STAFF_HEALTH,
        Kinds.STAFF_FIRST_AID,
        Excuses.JUSTIFIED,
        Excuses.NOT_APPLICABLE);
  }
}
