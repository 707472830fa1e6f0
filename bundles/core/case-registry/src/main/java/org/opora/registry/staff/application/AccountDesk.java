package org.opora.registry.staff.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Accounts;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Roles;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Accounts and roles given to colleagues: those who could confirm one that takes two people are
 * told so, and no longer when it is decided. Who may do it is decided where the accounts are.
 */
@Component(service = AccountDesk.class)
public final class AccountDesk {
  private final Transactions tx;
  private final Accounts accounts;
  private final Roles roles;
  private final Colleagues colleagues;
  private final Inbox inbox;
  private final Messages messages;

  @Activate
  public AccountDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Accounts accounts,
      @Reference Roles roles,
      @Reference Colleagues colleagues,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this.tx = tx;
    this.accounts = accounts;
    this.roles = roles;
    this.colleagues = colleagues;
    this.inbox = inbox;
    this.messages = messages;
  }

  /**
   * Returns the code to hand over.
   *
   * @param byDirectory whether the colleague signs in through the directory of the centre
   */
  public String invite(
      Viewer viewer, Staff.Member member, Set<String> chosen, boolean byDirectory) {
    return tx.required(
        em -> {
          String code = accounts.invite(viewer, member.id(), member.name(), chosen, byDirectory);
          tell(viewer, member.id());
          return code;
        });
  }

  /** How many of the roles wait for a second person. */
  public int assign(Viewer viewer, StaffId staff, Set<String> seen, Set<String> chosen) {
    return tx.required(
        em -> {
          int waiting = roles.assign(viewer, staff, seen, chosen);
          tell(viewer, staff);
          return waiting;
        });
  }

  public void confirm(Viewer viewer, StaffId staff, UUID grant) {
    tx.run(
        em -> {
          roles.confirmGrant(viewer, staff, grant);
          tell(viewer, staff);
        });
  }

  public void turnDown(Viewer viewer, StaffId staff, UUID grant) {
    tx.run(
        em -> {
          roles.turnDownGrant(viewer, staff, grant);
          tell(viewer, staff);
        });
  }

  public void disable(Viewer viewer, StaffId staff) {
    tx.run(
        em -> {
          accounts.disable(viewer, staff);
          tell(viewer, staff);
        });
  }

  /** Once for a sheet, however many roles wait there, and nobody who asked for all of them. */
  private void tell(Viewer viewer, StaffId staff) {
    List<Roles.Grant> waiting = roles.waiting(viewer, staff);
    for (StaffId who : colleagues.holding(viewer, Accounts.MANAGE, null, List.of())) {
      inbox.takeBack(who, path(staff));
      if (!who.equals(staff) && waiting.stream().anyMatch(one -> !one.askedBy().equals(who))) {
        inbox.tell(who, messages.title("inbox.role-grant"), path(staff));
      }
    }
  }

  private static String path(StaffId staff) {
    return "/staff/" + staff + "?show=account";
  }
}
