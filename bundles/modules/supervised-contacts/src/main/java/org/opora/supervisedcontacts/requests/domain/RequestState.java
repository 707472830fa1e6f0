package org.opora.supervisedcontacts.requests.domain;

/** What became of a request. */
public enum RequestState {
  OPEN,
  /** A contact plan was made. */
  PLANNED,
  /** There will be no contact, and why. */
  REFUSED,
  /** Whoever asked does not ask any more. */
  WITHDRAWN
}
