package org.opora.registry.complaints.domain;

/** What has to be there before a complaint can be closed. */
public enum Missing {
  FINDING,
  /** Who answered it, when, how and what. */
  ANSWER,
  /** Where the answer to an anonymous complaint was published. */
  PUBLICATION
}
