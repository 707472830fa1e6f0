package org.opora.api.people.spi;

import java.util.List;
import java.util.Set;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/** A bundle that stores facts about people: it can count, export and erase them. */
@ConsumerType
public interface PersonDataOwner {
  /** How many records name one of these keys. */
  long count(Set<PersonId> person);

  /** Every fact about the person, as label keys and values, for the person's own extract. */
  List<Fact> export(Set<PersonId> person);

  /**
   * Makes the person unrecognisable in records that must stay, removes the others; in the caller's
   * transaction.
   */
  void erase(Set<PersonId> person);

  /**
   * @param label what it is
   * @param value as a person reads it
   */
  record Fact(Text label, String value) {}
}
