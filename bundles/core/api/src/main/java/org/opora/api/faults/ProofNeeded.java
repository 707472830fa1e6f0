package org.opora.api.faults;

/**
 * The session has to give its second factor first. The gate asks for it, keeps what was sent and
 * leads back.
 */
public final class ProofNeeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProofNeeded() {
    super("second factor needed", null, false, false);
  }
}
