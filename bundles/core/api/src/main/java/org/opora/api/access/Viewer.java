package org.opora.api.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.opora.api.ids.StaffId;

/**
 * Who asks: handed to every use case as a parameter, never found in a thread-local.
 *
 * @param staff key of the member of staff
 * @param name as colleagues know them
 * @param grants permission id to reach, the sum of the roles
 * @param locale language of the pages
 * @param zone time zone of the centre; dates of the law are dates in this zone
 * @param clock the only source of now
 * @param requestId to join log lines and audit rows of one request
 * @param proved when this session last gave its second factor; null when it never did
 */
public record Viewer(
    StaffId staff,
    String name,
    Map<String, Reach> grants,
    Locale locale,
    ZoneId zone,
    Clock clock,
    String requestId,
    Instant proved) {
  public Viewer {
    Objects.requireNonNull(staff);
    grants = Map.copyOf(grants);
  }

  /** Of a session that never gave a second factor. */
  public Viewer(
      StaffId staff,
      String name,
      Map<String, Reach> grants,
      Locale locale,
      ZoneId zone,
      Clock clock,
      String requestId) {
    this(staff, name, grants, locale, zone, clock, requestId, null);
  }

  public boolean may(String permission) {
    return reach(permission) != Reach.NONE;
  }

  public Reach reach(String permission) {
    return grants.getOrDefault(permission, Reach.NONE);
  }

  /** Permissions that carry exactly this far, in the order of their ids. */
  public List<String> permissions(Reach reach) {
    return grants.entrySet().stream()
        .filter(grant -> grant.getValue() == reach)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  public Instant now() {
    return clock.instant();
  }

  /** Today in the zone of the centre. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
