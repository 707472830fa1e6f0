package org.opora.api.access;

import java.util.Set;

/** What a member of staff is to a subject. */
public enum RelationKind {
  KEY_WORKER,
  DEPUTY,
  /** Works with the family beside the key worker. */
  CO_WORKER,
  /** Looks after the family while the key worker is away. */
  STAND_IN,
  FACILITATOR,
  THERAPIST,
  CAMP_LEADER,
  CAMP_HEALTH_WORKER,
  MINDER,
  LECTURER,
  VOLUNTEER,
  /** Reads what was opened for an inspection, for its days, and changes nothing in it. */
  INSPECTOR,
  /** Wrote the person down, and may go on for some days until a file takes over. */
  REGISTRAR,
  /** Reads a file of others in an emergency, for hours, and changes nothing in it. */
  EMERGENCY;

  private static final Set<RelationKind> LEADING = Set.of(KEY_WORKER, DEPUTY, STAND_IN);
  private static final Set<RelationKind> WORKING = Set.of(KEY_WORKER, DEPUTY, STAND_IN, CO_WORKER);
  private static final Set<RelationKind> INFORMED =
      Set.of(KEY_WORKER, DEPUTY, STAND_IN, CO_WORKER, EMERGENCY, INSPECTOR);
  private static final Set<RelationKind> READING = Set.of(EMERGENCY, INSPECTOR);

  /**
   * Those who answer for the family: key worker and deputy, and for its days whoever stands in for
   * the key worker.
   */
  public static Set<RelationKind> leading() {
    return LEADING;
  }

  /** Those who work with the family: whoever leads it, and the co-workers. */
  public static Set<RelationKind> working() {
    return WORKING;
  }

  /**
   * Those who work with the family, and whoever reads its file in an emergency or for an
   * inspection.
   */
  public static Set<RelationKind> informed() {
    return INFORMED;
  }

  /**
   * Those to whom something is lent until a moment: they read it, and no permission to change
   * anything counts there.
   */
  public static Set<RelationKind> reading() {
    return READING;
  }
}
