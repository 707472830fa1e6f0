package org.opora.api.duties;

/** How far a figure of the law is confirmed. */
public enum Trust {
  /** Somebody who knows the law has confirmed it to this centre; no pack says so by itself. */
  CONFIRMED,
  /** Read at a public source. */
  VERIFIED,
  /** One author's reading, plausible. */
  SECONDARY,
  UNVERIFIED
}
