package org.opora.registry.complaints.domain;

/** Whether a complaint was found justified. */
public enum Finding {
  JUSTIFIED,
  PARTLY,
  UNJUSTIFIED
}
