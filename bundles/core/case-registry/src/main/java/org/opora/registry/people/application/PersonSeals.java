package org.opora.registry.people.application;

import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.NewPerson.Address;
import org.opora.api.persistence.Keys;
import org.opora.registry.people.domain.NationalIds;
import org.opora.registry.people.domain.Person;
import org.opora.registry.people.domain.Sex;

/** Seals and opens what a person's row must not show. */
final class PersonSeals {
  private static final String NATIONAL_ID = "PERSON.NATIONAL_ID";
  private static final String PHONE = "PERSON.PHONE";
  private static final String EMAIL = "PERSON.EMAIL";
  private static final String ADDRESS = "PERSON.ADDRESS";

  /** Of a phone in Czechia, Slovakia and Poland. */
  private static final int PHONE_DIGITS = 9;

  /** Separates the lines of an address; cannot be typed into a line. */
  private static final String LINE = "\n";

  private final Keys keys;

  PersonSeals(Keys keys) {
    this.keys = keys;
  }

  void identifier(Person person, String nationalId) {
    person.identifiedBy(seal(person.id(), NATIONAL_ID, nationalId), mark(nationalId));
    person.identifierSays(Sex.of(sound(nationalId)));
  }

  /** Normalised, when it is a sound birth number or PESEL; null otherwise. */
  static String sound(String nationalId) {
    return NationalIds.check(nationalId).filter(NationalIds.Verdict::sound).isPresent()
        ? NationalIds.normalised(nationalId)
        : null;
  }

  void whereabouts(Person person, NewPerson now) {
    String address = written(now.address());
    boolean another = !Objects.equals(address, open(person.id(), ADDRESS, person.address()));
    person.reachedAt(
        seal(person.id(), PHONE, now.phone()),
        // A phone that must not be told must not be guessed either.
        now.undisclosed() ? null : mark(person, now.phone()),
        seal(person.id(), EMAIL, now.email()),
        seal(person.id(), ADDRESS, address),
        now.undisclosed());
    if (another) {
      // The day belongs to the address that stood here before.
      person.livesAt(person.address(), null);
    }
  }

  /** Of somebody without a first phone, the mark may be of a phone that stands elsewhere. */
  private String mark(Person person, String phone) {
    boolean none = phone == null && person.phone() == null;
    return none ? person.phoneMark() : phoneMark(phone);
  }

  /** Fingerprint for exact look-up; null when there is nothing to look up. */
  String mark(String nationalId) {
    String normalised = nationalId == null ? "" : NationalIds.normalised(nationalId);
    return normalised.isEmpty()
        ? null
        : HexFormat.of().formatHex(keys.fingerprint("national-id", normalised));
  }

  /** The same for a phone: its last nine digits, as it is written with and without the country. */
  String phoneMark(String phone) {
    String digits = phone == null ? "" : phone.replaceAll("\\D", "");
    return digits.length() < PHONE_DIGITS
        ? null
        : HexFormat.of()
            .formatHex(keys.fingerprint("phone", digits.substring(digits.length() - PHONE_DIGITS)));
  }

  String nationalId(Person person) {
    return open(person.id(), NATIONAL_ID, person.nationalId());
  }

  String phone(Person person) {
    return open(person.id(), PHONE, person.phone());
  }

  String email(Person person) {
    return open(person.id(), EMAIL, person.email());
  }

  Address address(Person person) {
    return read(open(person.id(), ADDRESS, person.address()));
  }

  /** Where the person lives now, sealed for the row of the person. */
  byte[] address(Person person, Address address) {
    return seal(person.id(), ADDRESS, written(address));
  }

  /** The address in a text; null for none. */
  static Address read(String text) {
    if (text == null) {
      return null;
    }
    String[] lines = text.split(LINE, -1);
    return new Address(lines[0], lines[1], lines[2]);
  }

  /** The address as one text, as it is sealed; null when nothing is in it. */
  static String written(Address address) {
    if (address == null) {
      return null;
    }
    String text =
        line(address.street()) + LINE + line(address.town()) + LINE + line(address.postalCode());
    return text.isBlank() ? null : text;
  }

  private static String line(String text) {
    return text == null ? "" : text.strip().replace(LINE, " ");
  }

  private byte[] seal(PersonId person, String place, String plain) {
    return plain == null || plain.isBlank()
        ? null
        : keys.seal(Subject.of(person), place, person.value(), plain);
  }

  private String open(PersonId person, String place, byte[] sealed) {
    UUID row = person.value();
    return sealed == null ? null : keys.open(Subject.of(person), place, row, sealed);
  }
}
