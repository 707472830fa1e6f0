package org.opora.api.people;

import java.time.LocalDate;

/**
 * What is written down about a person. Everything but the name may be null when it is not known.
 *
 * @param nationalId birth number or PESEL as written; sealed, found by fingerprint; checked but
 *     never obligatory
 * @param undisclosed whether the address must not be told to some people
 */
public record NewPerson(
    PersonName name,
    LocalDate birthDate,
    String nationalId,
    String phone,
    String email,
    Address address,
    boolean undisclosed) {

  /** Street with number, town, postal code; each may be empty. */
  public record Address(String street, String town, String postalCode) {}

  public static NewPerson named(String given, String family, LocalDate birthDate) {
    return new NewPerson(new PersonName(given, family), birthDate, null, null, null, null, false);
  }
}
