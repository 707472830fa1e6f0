package org.opora.supervisedcontacts.requests.application;

/** Where words of requests lie sealed. */
final class RequestSeals {
  static final String NAME = "CONTACT_REQUEST.NAME_S";
  static final String WISH = "CONTACT_REQUEST.WISH_S";
  static final String REASON = "CONTACT_REQUEST.REASON_S";

  private RequestSeals() {}
}
