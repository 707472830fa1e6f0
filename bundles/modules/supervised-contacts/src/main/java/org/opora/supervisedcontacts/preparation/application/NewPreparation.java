package org.opora.supervisedcontacts.preparation.application;

import java.time.LocalDate;
import java.util.Set;
import org.opora.api.ids.PersonId;
import org.opora.supervisedcontacts.preparation.domain.Chooser;
import org.opora.supervisedcontacts.preparation.domain.Circle;
import org.opora.supervisedcontacts.preparation.domain.Whom;

/**
 * That somebody was prepared.
 *
 * @param person in the register; null when it is nobody there, and for the child
 * @param name as typed; null where the register says it, and for the child
 * @param wants what the child wants, in its own words; null when it said nothing
 * @param fears what the child fears, in its own words; null when it said nothing
 * @param expects what an adult expects; null when they said nothing
 * @param readers who may read what the child said
 * @param chosenBy who said so; null where no child spoke
 */
public record NewPreparation(
    Whom whom,
    PersonId person,
    String name,
    LocalDate on,
    String wants,
    String fears,
    String expects,
    Set<Circle> readers,
    Chooser chosenBy) {
  public NewPreparation {
    readers = Set.copyOf(readers);
  }
}
