package org.opora.api.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tablets that lie in rooms of the centre. Somebody who may pairs one with a code; from then on the
 * PIN of a person opens a session on it that reaches what is made for tablets, and nothing else:
 * {@link Sessions#find} does not find it.
 */
@ProviderType
public interface Tablets {
  /** Permission to pair tablets, to see them, and to end them. */
  String MANAGE = "access.tablets";

  /**
   * A code for a tablet of this name, shown once. It is typed on the tablet within ten minutes.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer may pair tablets
   * @throws org.opora.api.faults.ProofNeeded when the second factor was not given just now
   * @throws org.opora.api.faults.Refused without a name that fits ({@code name})
   */
  String prepare(Viewer viewer, String name);

  /**
   * Makes known the tablet on which this code is typed. Each code works once.
   *
   * @param address from which it comes
   * @return the token that the tablet keeps; empty when the code does not work, or has to wait
   */
  Optional<String> pair(String code, String address);

  /** The name of the tablet with this token; empty when there is none, or it was ended. */
  Optional<String> name(String token);

  /**
   * The tablets of the centre, those that work first.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer may pair tablets
   */
  List<Paired> all(Viewer viewer);

  /**
   * No PIN works there any more, and whoever is signed in on it is out.
   *
   * @throws org.opora.api.faults.NotAllowed unless the viewer may pair tablets
   */
  void end(Viewer viewer, UUID tablet);

  /** The viewer's own PIN; empty when there is none. */
  Optional<Mine> pin(Viewer viewer);

  /**
   * From now on this is the viewer's PIN. It is wiped after use.
   *
   * @throws org.opora.api.faults.ProofNeeded when the second factor was not given just now
   * @throws org.opora.api.faults.Refused when everybody would guess it ({@code pin})
   */
  void choosePin(Viewer viewer, char[] pin);

  /** The viewer has no PIN any more, and no session on a tablet. */
  void dropPin(Viewer viewer);

  /**
   * Checks name and PIN on a tablet, in the same time for a known and an unknown name. Five wrong
   * ones close the PIN until its owner gives their password anywhere. The PIN is wiped after use.
   *
   * @param token of the tablet
   * @return the token of the session; empty when they do not fit, the PIN is closed, or the tablet
   *     is none of ours; the page says the same for all
   */
  Optional<String> open(String token, String signInName, char[] pin);

  /**
   * @param pairedBy name of who made its code
   * @param lastUsed when somebody last came in; null when nobody did
   * @param ended since when it does not work; null while it does
   */
  record Paired(
      UUID id, String name, String pairedBy, Instant pairedAt, Instant lastUsed, Instant ended) {}

  /**
   * @param closed whether it waits for the password
   */
  record Mine(Instant since, boolean closed) {}
}
