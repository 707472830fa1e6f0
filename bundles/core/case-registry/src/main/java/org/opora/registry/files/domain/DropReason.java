package org.opora.registry.files.domain;

/**
 * Why an agreement in preparation came to nothing, where it is none of the reasons for which the
 * law lets a centre refuse one. Kept by name beside the codes of the law, which have a dot.
 */
public enum DropReason {
  /** The family does not go on with it. */
  WITHDRAWN,
  /** The authority refused its consent. */
  NOT_CONSENTED
}
