package org.opora.registry.people.application;

import org.opora.api.access.Subject;
import org.opora.api.people.NewPerson.Address;
import org.opora.api.persistence.Keys;
import org.opora.registry.people.domain.KeptFrom;
import org.opora.registry.people.domain.OfPerson;
import org.opora.registry.people.domain.PersonAddress;
import org.opora.registry.people.domain.PersonReach;

/**
 * Seals and opens what further rows about a person must not show; all of it on the person's key.
 */
final class RecordSeals {
  private static final String ADDRESS = "PERSON_ADDRESS.ADDRESS";
  private static final String DETAIL = "PERSON_REACH.DETAIL";
  private static final String NOTE = "PERSON_REACH.NOTE";
  private static final String WHO = "KEPT_FROM.WHO";
  private static final String REASON = "KEPT_FROM.REASON";
  private final Keys keys;

  RecordSeals(Keys keys) {
    this.keys = keys;
  }

  byte[] address(PersonAddress row, Address address) {
    return seal(row, ADDRESS, PersonSeals.written(address));
  }

  Address address(PersonAddress row) {
    return PersonSeals.read(open(row, ADDRESS, row.address()));
  }

  byte[] detail(PersonReach row, String detail) {
    return seal(row, DETAIL, detail);
  }

  String detail(PersonReach row) {
    return open(row, DETAIL, row.detail());
  }

  byte[] note(PersonReach row, String note) {
    return seal(row, NOTE, note);
  }

  String note(PersonReach row) {
    return open(row, NOTE, row.note());
  }

  byte[] who(KeptFrom row, String who) {
    return seal(row, WHO, who);
  }

  String who(KeptFrom row) {
    return open(row, WHO, row.who());
  }

  byte[] reason(KeptFrom row, String reason) {
    return seal(row, REASON, reason);
  }

  String reason(KeptFrom row) {
    return open(row, REASON, row.reason());
  }

  private byte[] seal(OfPerson row, String place, String plain) {
    return keys.seal(Subject.of(row.person()), place, row.id(), plain);
  }

  private String open(OfPerson row, String place, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(row.person()), place, row.id(), sealed);
  }
}
