package org.opora.registry.importing.application;

import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonName;
import org.opora.registry.importing.domain.Column;
import org.opora.registry.importing.domain.Family;
import org.opora.registry.importing.domain.Folded;
import org.opora.registry.importing.domain.ValueMap;

/** People as a family of the file describes them. */
final class PersonValues {
  private PersonValues() {}

  static NewPerson carer(Family family, Family.Carer carer) {
    boolean contact = carer.slot() == contactSlot(family);
    ValueMap values = family.values();
    return new NewPerson(
        new PersonName(carer.given(), carer.family()),
        carer.birthDate(),
        carer.nationalId(),
        contact ? values.get(Column.PHONE) : null,
        contact ? values.get(Column.EMAIL) : null,
        address(values),
        family.undisclosed());
  }

  static NewPerson child(Family family, Family.Child child) {
    return new NewPerson(
        new PersonName(child.given(), child.family()),
        child.birthDate(),
        child.nationalId(),
        null,
        null,
        null,
        family.undisclosed());
  }

  static NewPerson.Address address(ValueMap values) {
    String street = values.text(Column.STREET);
    String town = values.text(Column.TOWN);
    String code = values.text(Column.POSTAL_CODE);
    return street.isEmpty() && town.isEmpty() && code.isEmpty()
        ? null
        : new NewPerson.Address(street, town, code);
  }

  /**
   * One phone and one e-mail for the family: of the carer whose name the e-mail begins with, else
   * of the first.
   */
  static int contactSlot(Family family) {
    String email = Folded.of(family.values().text(Column.EMAIL));
    for (Family.Carer carer : family.carers()) {
      if (!carer.given().isEmpty() && email.startsWith(Folded.of(carer.given()))) {
        return carer.slot();
      }
    }
    return family.carers().isEmpty() ? 0 : family.carers().get(0).slot();
  }
}
