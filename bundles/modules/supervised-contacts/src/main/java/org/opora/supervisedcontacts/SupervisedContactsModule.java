package org.opora.supervisedcontacts;

import java.util.List;
import java.util.Set;
import org.opora.api.access.DataClass;
import org.opora.api.access.Permission;
import org.opora.api.evidence.Kinds;
import org.opora.api.module.spi.Module;
import org.opora.api.module.spi.Service;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.contacts.application.Contacts;
import org.opora.supervisedcontacts.evaluations.application.Evaluations;
import org.opora.supervisedcontacts.observations.application.Reports;
import org.opora.supervisedcontacts.plans.application.PlanProof;
import org.osgi.service.component.annotations.Component;

/** Reception of the module: a child's meetings with relatives, prepared, booked, written down. */
@Component
public final class SupervisedContactsModule implements Module {
  public static final String ID = "supervised-contacts";

  /** Where its pages begin. */
  public static final String HOME = "/m/" + ID;

  /** Origin of the module's texts: its symbolic name. */
  public static final String ORIGIN = "org.opora.supervised-contacts";

  /** Plans and dates. */
  public static final String READ = ID + ".read";

  /** To plan and to book. */
  public static final String WRITE = ID + ".write";

  /** To read and write what was observed. */
  public static final String RECORD = ID + ".record";

  /**
   * To say yes as the second person: to a high risk, to taking somebody off a forbidden list, to a
   * report.
   */
  public static final String APPROVE = ID + ".approve";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int order() {
    return 510;
  }

  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(READ, DataClass.CONTACT_FACTS),
        new Permission(WRITE, DataClass.CONTACT_FACTS),
        new Permission(RECORD, DataClass.CONTACT_TEXT),
        new Permission(APPROVE, DataClass.CONTACT_TEXT));
  }

  /** Plans, contacts and what follows, and that a child was heard when prepared for one. */
  @Override
  public Set<String> evidence() {
    return Set.of(
        PlanProof.EVIDENCE,
        Contacts.EVIDENCE,
        Contacts.TO_REPORT,
        Reports.EVIDENCE,
        Evaluations.EVIDENCE,
        Kinds.CHILD_VIEW);
  }

  @Override
  public List<Service> services() {
    return List.of(new Service(Contacts.EVIDENCE, Text.of(ORIGIN, "service.contact")));
  }
}
