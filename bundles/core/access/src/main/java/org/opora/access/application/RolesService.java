package org.opora.access.application;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.access.AccessModule;
import org.opora.access.audit.AuditTrailService;
import org.opora.access.domain.Account;
import org.opora.access.domain.KnownPermission;
import org.opora.access.domain.Role;
import org.opora.api.access.Access;
import org.opora.api.access.Accounts;
import org.opora.api.access.DataClass;
import org.opora.api.access.Reach;
import org.opora.api.access.Roles;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Edits what roles may do, and who holds them. */
@Component
public final class RolesService implements Roles {
  private static final Set<String> NEEDED = Set.of(Accounts.MANAGE, Roles.MANAGE);

  private final Transactions tx;
  private final Access access;
  private final AuditTrailService audit;
  private final Grants grants;
  private final SecondFactor factor;

  @Activate
  public RolesService(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrailService audit,
      @Reference Grants grants,
      @Reference SecondFactor factor) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.grants = grants;
    this.factor = factor;
  }

  @Override
  public List<String> all() {
    return tx.read(
        em ->
            em.createQuery("SELECT r.id FROM Role r ORDER BY r.place, r.id", String.class)
                .getResultList());
  }

  @Override
  public Map<StaffId, Set<String>> of(Viewer viewer, Set<StaffId> staff) {
    access.require(viewer, Accounts.MANAGE);
    Map<StaffId, Set<String>> roles = new HashMap<>();
    tx.read(
        em -> {
          for (StaffId id : staff) {
            Account account = em.find(Account.class, id.value());
            if (account != null) {
              roles.put(id, account.roles());
            }
          }
          return null;
        });
    return roles;
  }

  @Override
  public void assign(Viewer viewer, StaffId staff, Set<String> roles) {
    access.require(viewer, Accounts.MANAGE);
    factor.requireFresh(viewer);
    tx.run(
        em -> {
          RoleRules.check(em, roles);
          Account account = em.find(Account.class, staff.value());
          if (account == null) {
            throw new NotFound();
          }
          if (account.active() && !roles.contains(DIRECTOR)) {
            RoleRules.directorStays(em, staff);
          }
          account.take(roles);
          audit.wrote(viewer, "access.roles-assigned", List.of(), detail(staff, roles));
          tx.afterCommit(grants::changed);
        });
  }

  @Override
  public Map<String, Reach> permissions(Viewer viewer, String role) {
    access.require(viewer, MANAGE);
    return tx.read(
        em -> {
          Role found = em.find(Role.class, role);
          if (found == null) {
            throw new NotFound();
          }
          return found.permissions().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, e -> Reach.valueOf(e.getValue())));
        });
  }

  @Override
  public void allow(Viewer viewer, String role, String permission, Reach reach) {
    access.require(viewer, MANAGE);
    factor.requireFresh(viewer);
    tx.run(
        em -> {
          Role found = em.find(Role.class, role);
          KnownPermission known = em.find(KnownPermission.class, permission);
          if (found == null || known == null) {
            throw new NotFound();
          }
          if (reach != Reach.NONE
              && !(Grants.mayHold(role, DataClass.valueOf(known.dataClass()))
                  && Grants.mayHold(role, present(permission, known)))) {
            throw new Refused(null, Text.of(AccessModule.ORIGIN, "roles.it-technical-only"));
          }
          if (role.equals(DIRECTOR) && NEEDED.contains(permission) && reach != Reach.ALL) {
            throw new Refused(null, Text.of(AccessModule.ORIGIN, "roles.director-needs"));
          }
          if (reach == Reach.NONE) {
            found.forbid(permission);
          } else {
            found.allow(permission, reach.name());
          }
          audit.wrote(
              viewer,
              "access.permission-changed",
              List.of(),
              "role=" + role + ";permission=" + permission + ";reach=" + reach);
          tx.afterCommit(grants::changed);
        });
  }

  private DataClass present(String permission, KnownPermission known) {
    DataClass declared = grants.dataClass(permission);
    return declared == null ? DataClass.valueOf(known.dataClass()) : declared;
  }

  static String detail(StaffId staff, Collection<String> roles) {
    return "staff=" + staff + ";roles=" + String.join("+", roles.stream().sorted().toList());
  }
}
