package org.opora.api.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Roles are sets of permissions that a centre edits. Whoever looks after the machines sees
 * technical facts only: the role {@link #IT_ADMINISTRATOR} takes no permission of another data
 * class and goes with no other role.
 */
@ProviderType
public interface Roles {
  /** Permission to change what a role may do. */
  String MANAGE = "access.roles";

  String DIRECTOR = "director";
  String KEY_WORKER = "key-worker";
  String IT_ADMINISTRATOR = "it-administrator";

  /**
   * Ids in the order of a form; the name is the text {@code role.<id>} of {@code org.opora.access}.
   */
  List<String> all();

  /**
   * Roles of these members of staff; who has no account, is left out.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer may manage accounts
   */
  Map<StaffId, Set<String>> of(Viewer viewer, Set<StaffId> staff);

  /**
   * Replaces the roles of an account; holds from the next request on.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer may manage accounts
   * @throws org.opora.api.faults.Refused when no director would be left, or the role of the IT
   *     administrator would meet another
   */
  void assign(Viewer viewer, StaffId staff, Set<String> roles);

  /** What a role may do, absent modules included. */
  Map<String, Reach> permissions(Viewer viewer, String role);

  /**
   * Changes how far a permission carries for a role; holds from the next request on.
   *
   * @throws org.opora.api.faults.Refused when the IT administrator would see more than technical
   *     facts, or the director could no longer manage accounts and roles
   */
  void allow(Viewer viewer, String role, String permission, Reach reach);
}
