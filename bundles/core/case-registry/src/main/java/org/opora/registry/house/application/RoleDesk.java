package org.opora.registry.house.application;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Accounts;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Reach;
import org.opora.api.access.Roles;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Changes of roles that take two people: those who could confirm one are told so, and no longer
 * when it is decided. Who may do it is decided where the roles are.
 */
@Component(service = RoleDesk.class)
public final class RoleDesk {
  /** Where the page of a role lies. */
  public static final String HOME = "/house/roles";

  private final Transactions tx;
  private final Roles roles;
  private final Colleagues colleagues;
  private final Inbox inbox;
  private final Messages messages;

  @Activate
  public RoleDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Roles roles,
      @Reference Colleagues colleagues,
      @Reference Inbox inbox,
      @Reference Messages messages) {
    this.tx = tx;
    this.roles = roles;
    this.colleagues = colleagues;
    this.inbox = inbox;
    this.messages = messages;
  }

  /** How many of the changes wait for a second person. */
  public int change(Viewer viewer, String role, long version, Map<String, Reach> reaches) {
    return tx.required(
        em -> {
          int waiting = roles.change(viewer, role, version, reaches);
          if (waiting > 0) {
            others(viewer)
                .forEach(who -> inbox.tell(who, messages.title("inbox.role-change"), path(role)));
          }
          return waiting;
        });
  }

  public void confirm(Viewer viewer, String role, UUID change) {
    tx.run(
        em -> {
          roles.confirm(viewer, change);
          decided(viewer, role);
        });
  }

  public void turnDown(Viewer viewer, String role, UUID change) {
    tx.run(
        em -> {
          roles.turnDown(viewer, change);
          decided(viewer, role);
        });
  }

  /**
   * Ends what nobody has decided in time, and tells whoever asked and those who could have decided.
   * What stands in their messages about it leads to nothing any more.
   */
  public void lapse(Instant now) {
    tx.run(
        em -> {
          Set<News> news = new LinkedHashSet<>();
          for (Roles.Lapsed one : roles.lapse(now)) {
            boolean widened = one.staff() == null;
            String path = widened ? path(one.role()) : "/staff/" + one.staff() + "?show=account";
            String key = widened ? "inbox.role-change-lapsed" : "inbox.role-grant-lapsed";
            colleagues
                .overseeing(widened ? Roles.MANAGE : Accounts.MANAGE, List.of())
                .forEach(who -> news.add(new News(who, key, path)));
            news.add(new News(one.askedBy(), key, path));
          }
          for (News one : news) {
            inbox.takeBack(one.who(), one.path());
            inbox.tell(one.who(), messages.title(one.key()), one.path());
          }
        });
  }

  private record News(StaffId who, String key, String path) {}

  private void decided(Viewer viewer, String role) {
    if (roles.view(viewer, role).waiting().isEmpty()) {
      Set<StaffId> told = others(viewer);
      told.add(viewer.staff());
      told.forEach(who -> inbox.takeBack(who, path(role)));
    }
  }

  private Set<StaffId> others(Viewer viewer) {
    Set<StaffId> others = new HashSet<>(colleagues.holding(viewer, Roles.MANAGE, null, List.of()));
    others.remove(viewer.staff());
    return others;
  }

  private static String path(String role) {
    return HOME + "/" + role;
  }
}
