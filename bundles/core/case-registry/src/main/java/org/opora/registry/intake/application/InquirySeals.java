package org.opora.registry.intake.application;

import java.util.List;
import org.opora.api.persistence.Keys;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.domain.InquiryCorrection;

/** The words of an inquiry hang on the key of who wrote them down, or on that of the file. */
final class InquirySeals {
  private static final String NAME = "INQUIRY.NAME";
  private static final String PHONE = "INQUIRY.PHONE";
  private static final String NOTE = "INQUIRY.NOTE";
  private static final String OTHERS = "INQUIRY.OTHERS";
  private static final String REASON = "INQUIRY_CORRECTION.REASON";
  private final Keys keys;

  InquirySeals(Keys keys) {
    this.keys = keys;
  }

  byte[] name(Inquiry row, String plain) {
    return seal(row, NAME, plain);
  }

  byte[] phone(Inquiry row, String plain) {
    return seal(row, PHONE, plain);
  }

  byte[] note(Inquiry row, String plain) {
    return seal(row, NOTE, plain);
  }

  byte[] others(Inquiry row, List<String> bodies) {
    return bodies.isEmpty() ? null : seal(row, OTHERS, String.join("\n", bodies));
  }

  String name(Inquiry row) {
    return open(row, NAME, row.name());
  }

  String phone(Inquiry row) {
    return open(row, PHONE, row.phone());
  }

  String note(Inquiry row) {
    return open(row, NOTE, row.note());
  }

  List<String> others(Inquiry row) {
    String all = open(row, OTHERS, row.others());
    return all == null ? List.of() : all.lines().toList();
  }

  byte[] reason(InquiryCorrection row, String plain) {
    return keys.seal(row.owner(), REASON, row.id(), plain);
  }

  String reason(InquiryCorrection row) {
    return keys.open(row.owner(), REASON, row.id(), row.reason());
  }

  private byte[] seal(Inquiry row, String place, String plain) {
    return keys.seal(row.owner(), place, row.id(), plain);
  }

  private String open(Inquiry row, String place, byte[] sealed) {
    return sealed == null ? null : keys.open(row.owner(), place, row.id(), sealed);
  }
}
