package org.opora.access.application;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.access.persistence.RelationLookup;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Decision;
import org.opora.api.access.Permission;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Decides. What is not allowed by a grant, and by a relation where the grant asks for one, is
 * denied.
 */
@Component
public final class AccessService implements Access {
  private final RelationLookup relations;
  private final AuditTrail audit;
  private final Lendings lendings;
  private final Grants grants;

  @Activate
  public AccessService(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference AuditTrail audit,
      @Reference Lendings lendings,
      @Reference Grants grants) {
    this.relations = new RelationLookup(tx);
    this.audit = audit;
    this.lendings = lendings;
    this.grants = grants;
  }

  @Override
  public Decision decide(Viewer viewer, String permission) {
    return switch (viewer.reach(permission)) {
      case NONE -> Decision.denied("no-permission");
      case OWN -> Decision.allowed("own");
      case ALL -> Decision.allowed("all");
    };
  }

  @Override
  public Decision decide(Viewer viewer, String permission, Subject subject) {
    if (!viewer.may(permission)) {
      return Decision.denied("no-permission");
    }
    if (subject.kind() == Subject.Kind.DRAWER) {
      // A drawer owns keys; no grant and no relation opens it.
      return Decision.denied("no-relation");
    }
    return switch (viewer.reach(permission)) {
      case NONE -> Decision.denied("no-permission");
      case OWN -> own(viewer, permission, subject);
      case ALL -> relations.everything(viewer.staff(), subject, viewer.today());
    };
  }

  private Decision own(Viewer viewer, String permission, Subject subject) {
    return Permission.reads(permission)
        ? relations.reading(viewer.staff(), subject, viewer.today(), viewer.now())
        : relations.changing(viewer.staff(), subject, viewer.today(), viewer.now());
  }

  @Override
  public void require(Viewer viewer, String permission) {
    Decision decision = decide(viewer, permission);
    if (!decision.allowed()) {
      audit.denied(viewer, permission, List.of(), decision.reason());
      throw new NotAllowed(decision.reason());
    }
  }

  @Override
  public void require(Viewer viewer, String permission, Subject subject) {
    Decision decision = decide(viewer, permission, subject);
    if (!decision.allowed()) {
      audit.denied(viewer, permission, List.of(subject), decision.reason());
      if (viewer.may(permission) && !Decision.READS_ONLY.equals(decision.reason())) {
        throw new NotFound();
      }
      throw new NotAllowed(decision.reason());
    }
  }

  @Override
  public Scope scope(Viewer viewer, String permission) {
    return new Scope(
        viewer.reach(permission),
        viewer.staff(),
        viewer.today(),
        Permission.reads(permission) ? viewer.now() : null);
  }

  @Override
  public Set<UUID> lent(Viewer viewer, Collection<UUID> subjects) {
    return lendings.of(viewer, subjects).keySet();
  }

  @Override
  public long taken(StaffId staff) {
    return grants.taken(staff.value());
  }
}
