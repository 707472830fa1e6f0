package org.opora.api.access;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Roles are sets of permissions that a centre edits. Whoever looks after the machines sees
 * technical facts only: the role {@link #IT_ADMINISTRATOR} takes no permission of another data
 * class and goes with no other role. Nobody gives themselves anything, and what widens a role waits
 * for a second person as long as there is one.
 */
@ProviderType
public interface Roles {
  /** Permission to change what a role may do. */
  String MANAGE = "access.roles";

  /** So long what one person asks for waits for a second one. */
  Duration WAITS = Duration.ofHours(24);

  String DIRECTOR = "director";
  String KEY_WORKER = "key-worker";
  String IT_ADMINISTRATOR = "it-administrator";
  String INSPECTOR = "inspector";

  /** Ids of the roles that are given today, in the order of a form. */
  List<String> all();

  /** How all roles are called, also those that are no longer given, in the order of a form. */
  List<Named> named();

  /**
   * Roles of these members of staff; who has no account, is left out.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer may manage accounts
   */
  Map<StaffId, Set<String>> of(Viewer viewer, Set<StaffId> staff);

  /** Replaces the roles of an account, whatever they were. */
  default int assign(Viewer viewer, StaffId staff, Set<String> roles) {
    return assign(viewer, staff, null, roles);
  }

  /**
   * Replaces the roles of an account; holds from the next request on. A role that decides over
   * others, because it manages accounts, roles or second factors, waits for a second person who may
   * manage accounts, as long as there is one beside the viewer and the owner of the account.
   *
   * @param seen the roles that the viewer saw it hold; null when nobody looked
   * @return how many of them wait for a second person
   * @throws org.opora.api.faults.NotAllowed unless the viewer may manage accounts
   * @throws org.opora.api.faults.Stale when it holds others by now
   * @throws org.opora.api.faults.Refused when no director would be left, the role of the IT
   *     administrator would meet another, or the viewer would give themselves a role
   */
  int assign(Viewer viewer, StaffId staff, Set<String> seen, Set<String> roles);

  /** Roles that wait for a second person before this member of staff holds them. */
  List<Grant> waiting(Viewer viewer, StaffId staff);

  /**
   * The member of staff holds what a first person asked for.
   *
   * @throws org.opora.api.faults.Refused when the viewer asked for it or would hold it, or it was
   *     decided already
   */
  void confirmGrant(Viewer viewer, StaffId staff, UUID grant);

  /**
   * The role is not given; whoever asked may take it back so, too.
   *
   * @throws org.opora.api.faults.Refused when it was decided already
   */
  void turnDownGrant(Viewer viewer, StaffId staff, UUID grant);

  /** What a role may do, absent modules included. */
  Map<String, Reach> permissions(Viewer viewer, String role);

  /**
   * Changes how far a permission carries for a role, as {@link #change} does.
   *
   * @throws org.opora.api.faults.Refused as there
   */
  void allow(Viewer viewer, String role, String permission, Reach reach);

  /** All roles with how many hold them, in the order of a form. */
  List<Line> list(Viewer viewer);

  /**
   * @throws org.opora.api.faults.NotFound when there is no such role
   */
  View view(Viewer viewer, String role);

  /** Every permission of the bundles that are here, in the order of the table of the house. */
  List<Known> known(Viewer viewer);

  /** The reviewed table of the house: what its roles get when a permission is first met. */
  List<Known> table(Viewer viewer);

  /**
   * Changes how far these permissions carry for a role. What narrows it holds from the next request
   * on. What widens it waits for a second person who may manage roles; where there is none it holds
   * at once, unless the viewer holds the role.
   *
   * @param version of the role that the viewer saw
   * @param reaches permission to reach; what is not named stays
   * @return how many of them wait for a second person
   * @throws org.opora.api.faults.Stale when somebody changed the role meanwhile
   * @throws org.opora.api.faults.Refused when the IT administrator would see more than technical
   *     facts, the director could no longer manage accounts and roles, or the viewer would widen
   *     alone what they hold
   */
  int change(Viewer viewer, String role, long version, Map<String, Reach> reaches);

  /**
   * What a first person asked for holds from the next request on.
   *
   * @throws org.opora.api.faults.Refused when the viewer asked for it, or it was decided already
   */
  void confirm(Viewer viewer, UUID change);

  /**
   * What was asked for is not done; whoever asked may take it back so, too.
   *
   * @throws org.opora.api.faults.Refused when it was decided already
   */
  void turnDown(Viewer viewer, UUID change);

  /**
   * Ends what has waited for a second person for too long; nobody can decide it any more. Nobody
   * asks here who may: it only closes what time has closed, and whoever calls tells those
   * concerned.
   */
  List<Lapsed> lapse(Instant now);

  /**
   * A new role of the centre that may do what another one may.
   *
   * @return its id
   * @throws org.opora.api.faults.Refused for the IT administrator, and when another role of the
   *     centre is called the same
   */
  String copy(Viewer viewer, String role, String wording);

  /** Calls a role of the centre otherwise; one of the house keeps its name. */
  void rename(Viewer viewer, String role, long version, String wording);

  /**
   * The role is no longer given.
   *
   * @throws org.opora.api.faults.Refused while somebody holds it, and for the roles without which
   *     the house cannot be run
   */
  void retire(Viewer viewer, String role, long version);

  /** A retired role is given again. */
  void offer(Viewer viewer, String role, long version);

  /**
   * How a role is called.
   *
   * @param words its name as a role of the house; null for one of the centre
   * @param wording how the centre calls it; null for a role of the house
   */
  record Named(String id, Text words, String wording) {}

  /**
   * A role in the list.
   *
   * @param holders how many can sign in with it, or are invited to
   * @param waiting how many changes of it wait for a second person
   * @param retiredOn since when it is no longer given; null while it is
   */
  record Line(Named role, long holders, long waiting, LocalDate retiredOn) {}

  /**
   * A role with what it may do.
   *
   * @param reaches what it may do; what is not named, not at all
   * @param fixed whether it can never be retired
   */
  record View(
      Named role,
      long version,
      Map<String, Reach> reaches,
      List<Change> waiting,
      long holders,
      boolean fixed,
      LocalDate retiredOn) {}

  /** A role that waits for a second person before somebody holds it. */
  record Grant(UUID id, String role, StaffId askedBy, LocalDate askedOn) {}

  /**
   * What nobody has decided in time.
   *
   * @param staff who would have held the role; null when the role itself would have been widened
   */
  record Lapsed(StaffId askedBy, StaffId staff, String role) {}

  /** A wider reach that waits for a second person. */
  record Change(UUID id, String permission, Reach reach, StaffId askedBy, LocalDate askedOn) {}

  /**
   * A permission.
   *
   * @param module id of the bundle that declares it
   * @param words what it lets do
   * @param defaults role to reach, as given when it is first met
   */
  record Known(
      String id, String module, DataClass dataClass, Text words, Map<String, Reach> defaults) {}
}
