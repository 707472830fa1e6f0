package org.opora.access.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.access.AccessModule;
import org.opora.access.audit.AuditTrailService;
import org.opora.access.domain.Account;
import org.opora.access.domain.Role;
import org.opora.access.domain.RoleGrant;
import org.opora.api.access.Accounts;
import org.opora.api.access.Roles;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Viewer;
import org.opora.api.exports.LargeExports;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Text;

/**
 * Roles given to people. One that decides over others is given by two: whoever could give it alone
 * would invite somebody who is not there, and be their own second person everywhere else. Where
 * nobody else could confirm it holds at once, and the trail says so.
 */
record RoleGiving(AuditTrailService audit, Grants grants) {
  private static final Set<String> MANAGING =
      Set.of(Accounts.MANAGE, Roles.MANAGE, SecondFactor.MANAGE, SecondFactor.RESET);

  /** With what makes somebody the second person elsewhere. */
  private static final Set<String> DECIDING =
      Set.of(
          Accounts.MANAGE,
          Roles.MANAGE,
          SecondFactor.MANAGE,
          SecondFactor.RESET,
          LargeExports.CONFIRM);

  /** So many fit into the detail of one row of the trail: none may stand behind its end. */
  private static final int TOLD_AT_ONCE = 5;

  /** What nobody has decided in time, gone. */
  List<RoleGrant> lapse(EntityManager em, Instant now) {
    List<RoleGrant> over =
        em.createQuery("SELECT g FROM RoleGrant g", RoleGrant.class)
            .getResultStream()
            .filter(one -> !one.open(now))
            .toList();
    for (RoleGrant one : over) {
      em.remove(one);
      audit.wrote((StaffId) null, "access.role-lapsed", detail(one) + ";asked=" + one.askedBy());
    }
    return over;
  }

  static List<RoleGrant> waiting(EntityManager em, UUID staff) {
    return em.createQuery("SELECT g FROM RoleGrant g WHERE g.staff = :staff", RoleGrant.class)
        .setParameter("staff", staff)
        .getResultList();
  }

  static void withdraw(EntityManager em, UUID staff) {
    waiting(em, staff).forEach(em::remove);
  }

  /**
   * The account holds exactly these from now on, but for those that wait.
   *
   * @return how many wait for a second person
   */
  int assign(EntityManager em, Viewer viewer, Account account, Set<String> wanted) {
    Set<String> deciding = holding(em, without(wanted, account.roles()), DECIDING);
    Set<String> wait = second(em, viewer, account) ? deciding : Set.of();
    Set<String> asked = new HashSet<>();
    for (RoleGrant before : waiting(em, account.staff())) {
      if (wait.contains(before.role()) && before.open(viewer.now())) {
        asked.add(before.role());
      } else {
        em.remove(before);
      }
    }
    // A role of an account is asked for once: one that has lapsed has to be gone first.
    em.flush();
    give(em, viewer, account, without(wanted, wait), "access.roles-assigned", deciding, wait);
    ask(em, viewer, account, without(wait, asked));
    return wait.size();
  }

  /**
   * The same with a code that opens the account. Whoever carries it could use it themselves, so
   * also what the account held before waits, and nobody confirms what they asked for now.
   */
  void invite(EntityManager em, Viewer viewer, Account account, Set<String> wanted) {
    Set<String> deciding = holding(em, wanted, DECIDING);
    Set<String> wait = second(em, viewer, account) ? deciding : Set.of();
    withdraw(em, account.staff());
    em.flush();
    give(em, viewer, account, without(wanted, wait), "access.invited", deciding, wait);
    ask(em, viewer, account, wait);
  }

  void confirm(EntityManager em, Viewer viewer, StaffId staff, UUID grant) {
    RoleGrant asked = asked(em, staff, grant);
    if (!asked.open(viewer.now())) {
      throw refused("roles.lapsed");
    }
    UUID second = viewer.staff().value();
    if (second.equals(asked.askedBy())) {
      throw refused("roles.second-person");
    }
    if (second.equals(asked.staff())) {
      throw refused("roles.not-to-oneself");
    }
    Account account = em.find(Account.class, asked.staff());
    Set<String> roles = new HashSet<>(account.roles());
    roles.add(asked.role());
    RoleRules.check(em, roles);
    em.remove(asked);
    account.take(roles);
    told(viewer, "access.roles-assigned", account, roles, ";asked=" + asked.askedBy());
  }

  void turnDown(EntityManager em, Viewer viewer, StaffId staff, UUID grant) {
    RoleGrant asked = asked(em, staff, grant);
    em.remove(asked);
    audit.wrote(viewer, "access.role-turned-down", List.of(), detail(asked));
  }

  private static RoleGrant asked(EntityManager em, StaffId staff, UUID grant) {
    RoleGrant asked = em.find(RoleGrant.class, grant);
    if (asked == null) {
      throw refused("roles.decided");
    }
    if (!asked.staff().equals(staff.value())) {
      throw new NotFound();
    }
    return asked;
  }

  private void give(
      EntityManager em,
      Viewer viewer,
      Account account,
      Set<String> roles,
      String act,
      Set<String> deciding,
      Set<String> wait) {
    if (account.active() && !roles.contains(Roles.DIRECTOR)) {
      RoleRules.directorStays(em, new StaffId(account.staff()));
    }
    missed(em, viewer, account, without(account.roles(), roles));
    account.take(roles);
    told(viewer, act, account, roles, deciding.equals(wait) ? "" : ";alone=true");
  }

  /**
   * The account loses these roles, or can do nothing with them. Whoever gives up their own agrees.
   */
  void missed(EntityManager em, Viewer viewer, Account account, Set<String> lost) {
    if (account.active()
        && !viewer.staff().value().equals(account.staff())
        && !holding(em, lost, MANAGING).isEmpty()) {
      account.missed(viewer.now());
    }
  }

  private void ask(EntityManager em, Viewer viewer, Account account, Set<String> roles) {
    for (String role : roles) {
      RoleGrant asked =
          new RoleGrant(Ids.next(), account.staff(), role, viewer.staff().value())
              .asked(viewer.today(), viewer.now());
      em.persist(asked);
      audit.wrote(viewer, "access.role-asked", List.of(), detail(asked));
    }
  }

  /** As the roles stand in this transaction: one that was made a moment ago is no way around. */
  private static Set<String> holding(EntityManager em, Set<String> roles, Set<String> permissions) {
    return roles.stream()
        .filter(
            role ->
                em.find(Role.class, role).permissions().keySet().stream()
                    .anyMatch(permissions::contains))
        .collect(Collectors.toSet());
  }

  private boolean second(EntityManager em, Viewer viewer, Account account) {
    Set<UUID> concerned = new HashSet<>();
    concerned.add(viewer.staff().value());
    concerned.add(account.staff());
    return RoleRules.anybodyElse(em, grants, Accounts.MANAGE, concerned, viewer.now());
  }

  private void told(
      Viewer viewer, String act, Account account, Collection<String> roles, String how) {
    List<String> all = roles.stream().sorted().toList();
    int from = 0;
    do {
      List<String> some = all.subList(from, Math.min(from + TOLD_AT_ONCE, all.size()));
      audit.wrote(
          viewer,
          act,
          List.of(),
          "staff=" + account.staff() + ";roles=" + String.join("+", some) + how);
      from += TOLD_AT_ONCE;
    } while (from < all.size());
  }

  private static String detail(RoleGrant asked) {
    return "staff=" + asked.staff() + ";role=" + asked.role();
  }

  private static Set<String> without(Set<String> roles, Set<String> others) {
    Set<String> rest = new HashSet<>(roles);
    rest.removeAll(others);
    return rest;
  }

  private static Refused refused(String key) {
    return new Refused(null, Text.of(AccessModule.ORIGIN, key));
  }
}
