package org.opora.api.access;

import java.time.Duration;
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
  /**
   * @param token as it came in the cookie
   * @return the viewer, without locale and request id of the request; empty when the token is
   *     unknown, expired or ended
   */
  Optional<Session> find(String token);

  /** Starts a session and returns its token, which is shown to nobody else and stored nowhere. */
  String start(StaffId staff, Duration lifetime);

  void end(String token);

  /** Ends every session of this person at once. */
  void endAll(StaffId staff);

  /**
   * @param staff whose
   * @param name as colleagues know them
   * @param grants permission to reach, as of now
   * @param language preferred language tag, or null
   */
  record Session(StaffId staff, String name, Map<String, Reach> grants, String language) {}
}
