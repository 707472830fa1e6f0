package org.opora.api.people.spi;

import java.util.List;
import java.util.Set;
import java.util.UUID;
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
   * What {@link #export} leaves out because handing it out may harm somebody else: records in which
   * this person is suspected, or which say who told whom about them. Whoever prepares the extract
   * looks at each of them first; nothing of this list, not even its length, goes to the person.
   */
  default List<Review> review(Set<PersonId> person) {
    return List.of();
  }

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

  /**
   * A record that somebody must look at before anything of it is handed out.
   *
   * @param label what it is, without names
   * @param record its key
   * @param href path of its page, for those who may open it
   */
  record Review(Text label, UUID record, String href) {}
}
