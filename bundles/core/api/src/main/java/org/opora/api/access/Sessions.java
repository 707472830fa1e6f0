package org.opora.api.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Our own sessions: an opaque token in a cookie, its hash in a table. A restart or a hot deploy
 * signs nobody out.
 */
@ProviderType
public interface Sessions {
  /** Permission to see who is signed in, and to end the sessions of an account. */
  String MANAGE = "access.sessions";

  /**
   * Counts as something that the person did.
   *
   * @param token as it came in the cookie
   * @return the viewer, without locale and request id of the request; empty when the token is
   *     unknown, expired or ended, and as long as it is locked ({@link #locked}) or waits for a
   *     second factor ({@link SecondFactor#waits})
   */
  Optional<Session> find(String token);

  /** The same for what a page asks by itself: it keeps no session from locking. */
  Optional<Session> glance(String token);

  /**
   * A session that a PIN opened on a tablet ({@link Tablets}). Only for what is made for tablets:
   * nothing else finds it.
   */
  Optional<Session> onTablet(String token);

  /**
   * Whose session waits for the password, because nobody did anything for a while or its owner
   * locked it; empty when it is open, over, or there is none. See {@link Accounts#unlock}.
   */
  Optional<Locked> locked(String token);

  /** Locks the viewer's session at once; nothing happens when it is not theirs. */
  void lock(Viewer viewer, String token);

  /** After how long without anything that a person does a session locks. */
  Duration locksAfter();

  /** Starts a session and returns its token, which is shown to nobody else and stored nowhere. */
  default String start(StaffId staff, Duration lifetime) {
    return start(staff, lifetime, null);
  }

  /**
   * The same, with what the session is carried on, so that its owner knows it again.
   *
   * @param device such as {@code Firefox, Windows}; null when nothing is known
   */
  String start(StaffId staff, Duration lifetime, String device);

  void end(String token);

  /** Ends every session of this person at once. */
  void endAll(StaffId staff);

  /**
   * The viewer's own sessions, those last seen first.
   *
   * @param token of the session that asks
   */
  List<Open> own(Viewer viewer, String token);

  /** Ends one of the viewer's own; nothing happens when it is over or somebody else's. */
  void end(Viewer viewer, String key);

  /** Ends all of the viewer's own but the one that asks. */
  void endOthers(Viewer viewer, String token);

  /**
   * Ends every session of an account; holds from the next request on.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer may manage sessions
   */
  void endAll(Viewer viewer, StaffId staff);

  /**
   * A session that is open.
   *
   * @param key names it among those of its owner, and opens nothing
   * @param device as it was told when it started; null when nothing is known
   * @param here whether it is the one that asks
   */
  record Open(String key, String device, Instant since, Instant seen, boolean here) {}

  /**
   * A session behind its lock.
   *
   * @param staff whose
   * @param name as colleagues know them
   */
  record Locked(StaffId staff, String name) {}

  /**
   * @param staff whose
   * @param name as colleagues know them
   * @param grants permission to reach, as of now
   * @param language preferred language tag, or null
   * @param proved when the second factor was last given; null when never
   */
  record Session(
      StaffId staff, String name, Map<String, Reach> grants, String language, Instant proved) {
    /** One that never gave a second factor. */
    public Session(StaffId staff, String name, Map<String, Reach> grants, String language) {
      this(staff, name, grants, language, null);
    }
  }
}
