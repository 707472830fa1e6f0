package org.opora.api.duties;

/** How far a figure of the law is confirmed. */
public enum Trust {
  /** Read at a public source. */
  VERIFIED,
  /** One author's reading, plausible. */
  SECONDARY,
  UNVERIFIED
}
