package org.opora.api.files;

/** Why the work in a file is over. */
public enum ClosingReason {
  AIM_MET,
  AGREEMENT_ENDED,
  /** Those the file is about wish no more. */
  CLIENT_ENDED,
  /** They have not come or answered for long. */
  NO_CONTACT,
  MOVED,
  /** Somebody else goes on with them. */
  PASSED_ON,
  /** Applicants have been turned down. */
  TURNED_DOWN,
  DIED,
  /** It was opened by mistake; nothing came of it. */
  MISTAKE,
  OTHER
}
