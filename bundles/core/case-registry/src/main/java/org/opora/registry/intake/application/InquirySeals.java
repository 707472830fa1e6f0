package org.opora.registry.intake.application;

import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.persistence.Keys;
import org.opora.registry.intake.domain.Inquiry;

/** The words of an inquiry hang on a key of their own: it belongs to no person and no file yet. */
final class InquirySeals {
  private static final String NAME = "INQUIRY.NAME";
  private static final String PHONE = "INQUIRY.PHONE";
  private static final String NOTE = "INQUIRY.NOTE";
  private static final String OTHERS = "INQUIRY.OTHERS";
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

  private byte[] seal(Inquiry row, String place, String plain) {
    return keys.seal(owner(row.id()), place, row.id(), plain);
  }

  private String open(Inquiry row, String place, byte[] sealed) {
    return sealed == null ? null : keys.open(owner(row.id()), place, row.id(), sealed);
  }

  private static Subject owner(UUID inquiry) {
    return new Subject(Subject.Kind.DRAWER, inquiry);
  }
}
