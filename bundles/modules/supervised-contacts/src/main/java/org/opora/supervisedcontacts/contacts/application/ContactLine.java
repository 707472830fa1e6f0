package org.opora.supervisedcontacts.contacts.application;

import java.util.List;
import org.opora.api.people.PersonName;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;

/**
 * A line of a list: a contact of one child.
 *
 * @param childName null when the viewer may not see the name
 * @param where name of the room or of the place; null where nobody said
 * @param with names of the other children of the same contact whom the viewer may see
 * @param others how many children besides come to it
 */
public record ContactLine(
    ContactRow row,
    PersonName childName,
    String facilitatorName,
    String where,
    List<PersonName> with,
    int others) {
  public ContactLine {
    with = List.copyOf(with);
  }
}
