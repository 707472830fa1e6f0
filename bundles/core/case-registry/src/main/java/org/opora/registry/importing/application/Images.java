package org.opora.registry.importing.application;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.opora.api.files.Agreements.Agreement;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.Placements.Stay;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonName;
import org.opora.api.people.PersonView;
import org.opora.registry.importing.domain.Packed;

/** What stood in a record before an import wrote it, as text. */
final class Images {
  private Images() {}

  static NewPerson asWritten(PersonView view) {
    return new NewPerson(
        view.name(),
        view.birthDate(),
        view.nationalId(),
        view.phone(),
        view.email(),
        view.address(),
        view.undisclosedHere());
  }

  static String person(NewPerson person) {
    NewPerson.Address address = person.address();
    return Packed.list(
        Arrays.asList(
            person.name().given(),
            person.name().family(),
            text(person.birthDate()),
            person.nationalId(),
            person.phone(),
            person.email(),
            address == null ? null : address.street(),
            address == null ? null : address.town(),
            address == null ? null : address.postalCode(),
            String.valueOf(person.undisclosed())));
  }

  static NewPerson person(String image) {
    List<String> parts = Packed.list(image);
    boolean address = parts.get(6) != null || parts.get(7) != null || parts.get(8) != null;
    return new NewPerson(
        new PersonName(parts.get(0), parts.get(1)),
        date(parts.get(2)),
        parts.get(3),
        parts.get(4),
        parts.get(5),
        address
            ? new NewPerson.Address(plain(parts.get(6)), plain(parts.get(7)), plain(parts.get(8)))
            : null,
        Boolean.parseBoolean(parts.get(9)));
  }

  static String agreement(Agreement agreement) {
    return Packed.list(
        Arrays.asList(
            agreement.kind().name(),
            String.valueOf(agreement.mediated()),
            text(agreement.concludedOn()),
            agreement.authority(),
            text(agreement.endedOn())));
  }

  static NewAgreement agreement(String image) {
    List<String> parts = Packed.list(image);
    return new NewAgreement(
        CareKind.valueOf(parts.get(0)),
        Boolean.parseBoolean(parts.get(1)),
        date(parts.get(2)),
        parts.get(3));
  }

  static LocalDate agreementEnd(String image) {
    return date(Packed.list(image).get(4));
  }

  static String stay(Stay stay) {
    return Packed.list(Arrays.asList(text(stay.from()), text(stay.until()), stay.courtReference()));
  }

  static String text(Object value) {
    return value == null ? null : Objects.toString(value);
  }

  static LocalDate date(String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static String plain(String text) {
    return text == null ? "" : text;
  }
}
