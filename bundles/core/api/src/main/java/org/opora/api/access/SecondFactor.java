package org.opora.api.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.opora.api.ids.StaffId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The second factor: a code of 30 seconds from an application that the person carries, or one of
 * ten codes on paper. Whoever has one gives it after the password. Until then their session opens
 * no door, and no administrator ever chooses or sees what belongs to the factor.
 */
@ProviderType
public interface SecondFactor {
  /**
   * Permission to say whether everybody must have one and when a session locks, and to confirm a
   * reset.
   */
  String MANAGE = "access.second-factor";

  /** Permission to ask for the reset of a factor that was lost. */
  String RESET = "access.second-factor-reset";

  /** For how long a session that gave its factor is not asked again. */
  Duration FRESH = Duration.ofMinutes(10);

  /** What a session waits for. */
  enum Step {
    /** The person has a factor and gives its code. */
    CODE,
    /** The centre asks for a factor, and the person has none yet. */
    ENROL
  }

  /** What the session of this token waits for; empty when it is complete, or there is none. */
  Optional<Step> waits(String token);

  /**
   * Gives the second factor for the session of this token.
   *
   * @param code of the application, or a recovery code; each works once
   * @param device the marks of {@link Accounts#device}, as the browser sends them, or null: what
   *     others guess elsewhere does not make its owner wait
   * @return the token that goes on in its place; empty when the code does not fit, was used, or has
   *     to wait after too many failures; the page says the same for all
   */
  Optional<String> prove(String token, String code, String device);

  /** The same from a browser of which nothing is known. */
  default Optional<String> prove(String token, String code) {
    return prove(token, code, null);
  }

  /**
   * The secret that the person brings into their application; the same until it is confirmed, and
   * for this session alone.
   *
   * @throws org.opora.api.faults.ProofNeeded when there is a factor already and it was not given
   *     just now
   */
  Offer offer(String token);

  /**
   * From now on the secret of the offer is the factor; other sessions of the person end.
   *
   * @param code by which the application shows that it knows the secret
   * @return empty when the code does not fit
   */
  Optional<Enrolled> confirm(String token, String code);

  /** How the viewer's own factor stands; empty when they have none. */
  Optional<Mine> mine(Viewer viewer);

  /**
   * Ten new recovery codes; those of before are worth nothing from now on.
   *
   * @throws org.opora.api.faults.ProofNeeded when the factor was not given just now
   */
  List<String> renew(Viewer viewer);

  /**
   * For what is done outward or for good: the session gave its factor in the last {@link #FRESH}.
   * Who has none passes as long as the centre asks for none.
   *
   * @throws org.opora.api.faults.ProofNeeded otherwise; the gate asks for the code and keeps the
   *     form
   */
  void requireFresh(Viewer viewer);

  /** Whether everybody must have one. */
  boolean demanded();

  /**
   * Whether the centre has said so or so. One that is older than second factors has not, and nobody
   * there must have one.
   */
  boolean decided();

  /**
   * Says whether everybody must have one. Who has none is led to enrolment with their next request.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer may say so
   */
  void demand(Viewer viewer, boolean demanded);

  /**
   * Accounts that work, with their factors and open sessions, by name.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer may manage sessions
   */
  List<Holder> holders(Viewer viewer);

  /**
   * Asks for the reset of a factor that its owner has lost. Nothing changes until somebody else
   * confirms it within a day.
   */
  void askReset(Viewer viewer, StaffId staff);

  /**
   * Takes the factor away, so that its owner enrols again; their sessions end.
   *
   * @throws org.opora.api.faults.Refused when the viewer asked for it or is its owner, or nobody
   *     asks for it any more
   */
  void confirmReset(Viewer viewer, StaffId staff);

  /** The reset is not wanted. Nothing happens when nobody asks for it. */
  void withdrawReset(Viewer viewer, StaffId staff);

  /**
   * @param secret for typing, in groups of four
   * @param uri for the picture
   */
  record Offer(String secret, String uri) {}

  /**
   * @param token the token that goes on in place of the one that confirmed
   * @param codes the recovery codes, shown once
   */
  record Enrolled(String token, List<String> codes) {}

  /**
   * @param codes how many recovery codes are left
   */
  record Mine(Instant since, long codes) {}

  /**
   * @param factor whether there is one
   * @param sessions how many are open
   * @param askedBy who asks for a reset, or null
   */
  record Holder(StaffId staff, String name, boolean factor, long sessions, StaffId askedBy) {}
}
