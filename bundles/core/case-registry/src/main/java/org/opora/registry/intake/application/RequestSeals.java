package org.opora.registry.intake.application;

import org.opora.api.access.Subject;
import org.opora.api.persistence.Keys;
import org.opora.registry.intake.domain.ServiceRequest;

/** The words of a request hang on the key of the family's file. */
final class RequestSeals {
  private static final String WISH = "SERVICE_REQUEST.WISH";
  private static final String OFFER = "SERVICE_REQUEST.OFFER";
  private static final String REASON = "SERVICE_REQUEST.REASON";
  private final Keys keys;

  RequestSeals(Keys keys) {
    this.keys = keys;
  }

  byte[] wish(ServiceRequest row, String plain) {
    return seal(row, WISH, plain);
  }

  byte[] offer(ServiceRequest row, String plain) {
    return seal(row, OFFER, plain);
  }

  byte[] reason(ServiceRequest row, String plain) {
    return seal(row, REASON, plain);
  }

  String wish(ServiceRequest row) {
    return open(row, WISH, row.wish());
  }

  String offer(ServiceRequest row) {
    return open(row, OFFER, row.offer());
  }

  String reason(ServiceRequest row) {
    return open(row, REASON, row.reason());
  }

  private byte[] seal(ServiceRequest row, String place, String plain) {
    return keys.seal(Subject.of(row.file()), place, row.id(), plain);
  }

  private String open(ServiceRequest row, String place, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(row.file()), place, row.id(), sealed);
  }
}
