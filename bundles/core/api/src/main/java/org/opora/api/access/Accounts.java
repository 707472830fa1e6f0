package org.opora.api.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Accounts: opened by invitation, never with a password somebody else knows. The password of an
 * account is kept here, or in the directory of the centre ({@link Directory}); everything else
 * about it is kept here.
 */
@ProviderType
public interface Accounts {
  /** Permission to invite and disable colleagues and to choose their roles. */
  String MANAGE = "access.accounts";

  /** No session locks sooner, in minutes: people also read and think. */
  int SOONEST_LOCK = 5;

  /** No session stays open longer when nobody does anything, in minutes. */
  int LATEST_LOCK = 60;

  /**
   * Whether nobody has an account yet: then the set-up page waits for its code, and no other page
   * works.
   */
  boolean untouched();

  /**
   * The one-time set-up code of this data folder, for the console of the machine; empty once it is
   * used.
   */
  Optional<String> setUpCode();

  /**
   * Redeems the set-up code: the first account, with the role director.
   *
   * @param secondFactor whether everybody here signs in with a second factor
   * @throws org.opora.api.faults.Refused when the code is wrong or used, or the password too weak
   */
  StaffId setUp(String code, StaffId director, NewAccount account, boolean secondFactor);

  /**
   * Checks name and password, where no browser is and nobody comes from afar. Takes the same time
   * for a known and an unknown name.
   *
   * @return empty when they do not fit or the account waits after too many failures; the page says
   *     the same for both
   * @throws DirectoryAway when they do not fit here and the directory cannot be asked, whatever the
   *     name
   */
  default Optional<StaffId> signIn(String signInName, char[] password) {
    return signIn(signInName, password, null, null);
  }

  /**
   * The same from a browser. In one that this person has used before nobody waits for what others
   * guess elsewhere; all others are counted by their address and together, too.
   *
   * @param device the marks of {@link #device}, as the browser sends them; null when it sends none,
   *     and one that is not of this name is as good as none
   * @param address from which it comes; null when it is this machine itself
   */
  Optional<StaffId> signIn(String signInName, char[] password, String device, String address);

  /**
   * Opens a session that is locked ({@link Sessions#locked}) with the password of its owner. It is
   * the same check as at sign-in, and who guesses waits as there.
   *
   * @param device as at sign-in
   * @param address as at sign-in
   * @return the token that goes on in its place; empty when the password does not fit, has to wait,
   *     or there is no such session
   */
  Optional<String> unlock(String token, char[] password, String device, String address);

  /**
   * Says after how many minutes a session locks: from {@link #SOONEST_LOCK} to {@link
   * #LATEST_LOCK}.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer may say how people sign in ({@link
   *     SecondFactor#MANAGE})
   * @throws org.opora.api.faults.ProofNeeded when the second factor was not given just now
   * @throws org.opora.api.faults.Refused for any other number ({@code minutes})
   */
  void lockAfter(Viewer viewer, int minutes);

  /**
   * A mark for the browser in which this person has signed in: it opens nothing, names nobody, and
   * nobody else can make it.
   *
   * @param known the marks the browser has already, or null
   * @return what the browser keeps in their place, those of colleagues included; empty when it has
   *     one of this person
   */
  Optional<String> device(StaffId staff, String known);

  /**
   * Invites a member of staff; returns the one-time code to hand over. A role that decides over
   * others waits as in {@link Roles#assign(Viewer, StaffId, Set, Set)}, also one that an account
   * that is invited again held before: whoever carries the code could use it themselves.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer may manage accounts
   */
  default String invite(Viewer viewer, StaffId staff, String staffName, Set<String> roles) {
    return invite(viewer, staff, staffName, roles, false);
  }

  /**
   * The same.
   *
   * @param byDirectory whether whoever redeems it signs in with a name and a password of the
   *     directory from then on
   * @throws org.opora.api.faults.Refused when no directory is connected, or nobody would be left
   *     who comes in without one
   */
  String invite(
      Viewer viewer, StaffId staff, String staffName, Set<String> roles, boolean byDirectory);

  /**
   * Whether this invitation is for somebody who signs in through the directory.
   *
   * @throws org.opora.api.faults.Refused when there is no such invitation
   */
  boolean invitedByDirectory(String code);

  /**
   * Redeems an invitation. One for the directory takes the name and the password that are valid
   * there; the password is asked for there once and kept nowhere.
   *
   * @throws DirectoryAway when the directory cannot be asked
   */
  StaffId accept(String code, NewAccount account);

  /** Whether colleagues can be invited to sign in through a directory. */
  boolean directoryConnected();

  /** Whether the viewer's own password is kept in the directory, and not here. */
  boolean byDirectory(Viewer viewer);

  /** Who of these signs in through the directory; empty when the viewer may not manage accounts. */
  Set<StaffId> byDirectory(Viewer viewer, Set<StaffId> staff);

  void disable(Viewer viewer, StaffId staff);

  /**
   * The viewer's own password becomes another one; their other sessions end. Both are wiped after
   * use.
   *
   * @param token of the session that goes on
   * @param centre the name of the centre, which is no password; null when it is not known
   * @throws org.opora.api.faults.Refused when the present one is wrong or kept in the directory
   *     ({@code current}), or the new one too weak ({@code password})
   * @throws org.opora.api.faults.ProofNeeded when the second factor was not given just now
   */
  void changePassword(Viewer viewer, String token, char[] current, char[] next, String centre);

  /** Preferred language; null keeps the browser's. */
  void prefer(StaffId staff, String language);

  /**
   * In the caller's transaction: colleagues know this person by another name now. Nothing happens
   * without an account.
   */
  void rename(StaffId staff, String staffName);

  /**
   * The account state of these members of staff, for the staff page; empty when the viewer may not
   * manage accounts.
   */
  Map<StaffId, State> states(Viewer viewer, Set<StaffId> staff);

  /**
   * What somebody may who is not there: the owner of what fetches on their behalf, such as the
   * calendar of a phone. Nobody asks here who may. Where the password is kept in the directory,
   * that is asked each time.
   *
   * @return empty unless they can sign in today: the account is open here, and where the directory
   *     keeps its password, its entry is there and not closed; empty as well while the directory
   *     cannot be asked
   */
  Optional<Owner> owner(StaffId staff);

  /**
   * The owner of an account, who can sign in.
   *
   * @param language preferred language tag, or null
   * @param grants permission to reach, as of now
   */
  record Owner(String language, Map<String, Reach> grants) {
    public boolean may(String permission) {
      return grants.getOrDefault(permission, Reach.NONE) != Reach.NONE;
    }
  }

  enum State {
    NONE,
    INVITED,
    ACTIVE,
    DISABLED
  }

  /**
   * @param staffName as colleagues know them
   * @param signInName unique, folded to lower case
   * @param password is wiped after use
   * @param centre the name of the centre, which is no password; null when it is not known
   */
  record NewAccount(
      String staffName, String signInName, char[] password, String language, String centre) {
    public NewAccount(String staffName, String signInName, char[] password, String language) {
      this(staffName, signInName, password, language, null);
    }
  }
}
