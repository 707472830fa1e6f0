package org.opora.registry;

import java.util.List;
import java.util.Map;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.bodies.Bodies;
import org.opora.api.care.Visits;
import org.opora.api.disability.Dependency;
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
import org.opora.registry.emergency.application.EmergencyDesk;
import org.opora.registry.emergency.application.EmergencyReviews;
import org.opora.registry.files.application.ArchiveDesk;
import org.opora.registry.files.application.Arrivals;
import org.opora.registry.house.application.House;
import org.opora.registry.inspections.application.InspectionDesk;
import org.opora.registry.intake.application.Intake;
import org.opora.registry.post.application.PostDesk;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Component;

/** Reception of the register. The IT administrator gets nothing here. */
@Component
public final class CaseRegistryModule implements Module {
  private static final String DIRECTOR = "director";
  private static final String KEY_WORKER = "key-worker";

  @Override
  public String id() {
    return Refusals.BUNDLE;
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public List<Permission> permissions() {
    Map<String, Reach> cases = Map.of(DIRECTOR, Reach.ALL, KEY_WORKER, Reach.OWN);
    Map<String, Reach> everybody = Map.of(DIRECTOR, Reach.ALL, KEY_WORKER, Reach.ALL);
    Map<String, Reach> director = Map.of(DIRECTOR, Reach.ALL);
    return List.of(
        new Permission(CaseFiles.READ, DataClass.CARE_FACTS, cases),
        new Permission(CaseFiles.WRITE, DataClass.CARE_FACTS, cases),
        new Permission(ArchiveDesk.USE, DataClass.CARE_FACTS, director),
        new Permission(People.WHEREABOUTS, DataClass.WHEREABOUTS, cases),
        new Permission(Safety.READ, DataClass.SAFETY, cases),
        new Permission(Safety.WRITE, DataClass.SAFETY, cases),
        new Permission(LegalPosition.READ, DataClass.COURT, cases),
        new Permission(LegalPosition.WRITE, DataClass.COURT, cases),
        new Permission(Incidents.READ, DataClass.INCIDENTS, cases),
        new Permission(Incidents.WRITE, DataClass.INCIDENTS, cases),
        new Permission(Dependency.READ, DataClass.HEALTH, cases),
        new Permission(Dependency.WRITE, DataClass.HEALTH, cases),
        new Permission(Visits.READ, DataClass.CONTACT_TEXT, cases),
        new Permission(Visits.WRITE, DataClass.CONTACT_TEXT, cases),
        new Permission(Tasks.READ, DataClass.CARE_TEXT, cases),
        new Permission(Tasks.WRITE, DataClass.CARE_TEXT, cases),
        new Permission(PostDesk.READ, DataClass.CARE_TEXT, cases),
        new Permission(PostDesk.WRITE, DataClass.CARE_TEXT, cases),
        new Permission(ComplaintDesk.READ, DataClass.CARE_TEXT, cases),
        new Permission(ComplaintDesk.WRITE, DataClass.CARE_TEXT, cases),
        new Permission(ComplaintTerms.MANAGE, DataClass.ADMINISTRATION, director),
        new Permission(InspectionDesk.READ, DataClass.CARE_TEXT, cases),
        new Permission(InspectionDesk.WRITE, DataClass.CARE_TEXT, cases),
        new Permission(Grant.READ, DataClass.GRANT, cases),
        new Permission(Grant.WRITE, DataClass.GRANT, cases),
        new Permission(Grant.APPROVE, DataClass.GRANT, director),
        new Permission(EmergencyDesk.USE, DataClass.CARE_FACTS, Map.of(KEY_WORKER, Reach.OWN)),
        new Permission(EmergencyReviews.REVIEW, DataClass.CARE_TEXT, director),
        new Permission(Overrides.READ, DataClass.CARE_TEXT, director),
        new Permission(Intake.REQUESTS, DataClass.CARE_TEXT, cases),
        new Permission(Intake.REQUESTS_WRITE, DataClass.CARE_TEXT, cases),
        new Permission(Intake.READ, DataClass.CARE_TEXT, cases),
        new Permission(Intake.WRITE, DataClass.CARE_TEXT, cases),
        new Permission(Intake.RETURN, DataClass.CARE_TEXT, director),
        new Permission(Staff.READ, DataClass.STAFF, everybody),
        new Permission(Staff.WRITE, DataClass.STAFF, director),
        new Permission(Bodies.READ, DataClass.ADMINISTRATION, everybody),
        new Permission(Bodies.WRITE, DataClass.ADMINISTRATION, director),
        new Permission(House.READ, DataClass.ADMINISTRATION, everybody),
        new Permission(House.WRITE, DataClass.ADMINISTRATION, director),
        new Permission(Standards.READ, DataClass.ADMINISTRATION, everybody),
        new Permission(Standards.WRITE, DataClass.ADMINISTRATION, director),
        new Permission(InternalRules.READ, DataClass.ADMINISTRATION, everybody),
        new Permission(InternalRules.WRITE, DataClass.STAFF, director),
        new Permission(Arrivals.PERMISSION, DataClass.ADMINISTRATION, director));
  }

  @Override
  public List<Service> services() {
    return List.of(new Service(Visits.EVIDENCE, Refusals.text("service.visit")));
  }
}
