package org.opora.web.gate;

/** The request does not get past the gate; nothing about it is looked at any further. */
final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;

  Rejected(int status) {
    super("rejected", null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
