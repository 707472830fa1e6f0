package org.opora.registry.people.application;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.persistence.Keys;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Refusals;

/** The row of a person, opened, for the person's own extract. */
public final class PersonExtract {
  private final PersonSeals seals;

  public PersonExtract(Keys keys) {
    this.seals = new PersonSeals(keys);
  }

  /**
   * @param whereabouts whether phone, e-mail and address go into it; where they do not, somebody
   *     looks at them first
   */
  public List<Fact> of(Person row, boolean whereabouts) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "field.given", row.given());
    add(facts, "field.family", row.family());
    add(facts, "field.birth-date", row.birthDate());
    add(facts, "field.national-id", seals.nationalId(row));
    if (!whereabouts) {
      return facts;
    }
    add(facts, "field.phone", seals.phone(row));
    add(facts, "field.email", seals.email(row));
    add(facts, "field.address", RecordData.line(seals.address(row)));
    return facts;
  }

  private static void add(List<Fact> facts, String label, Object value) {
    if (value != null && !value.toString().isBlank()) {
      facts.add(new Fact(Refusals.text(label), value.toString()));
    }
  }
}
