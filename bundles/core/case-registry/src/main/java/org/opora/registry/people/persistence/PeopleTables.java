package org.opora.registry.people.persistence;

import java.util.List;
import org.opora.registry.people.domain.FormerName;
import org.opora.registry.people.domain.KeptFrom;
import org.opora.registry.people.domain.Person;
import org.opora.registry.people.domain.PersonAddress;
import org.opora.registry.people.domain.PersonReach;
import org.opora.registry.people.domain.PersonSpeech;
import org.opora.registry.people.domain.PersonWord;
import org.opora.registry.shared.persistence.Tables;

/** The tables of what is known of people. */
public final class PeopleTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              Person.class,
              PersonWord.class,
              FormerName.class,
              PersonAddress.class,
              PersonReach.class,
              KeptFrom.class,
              PersonSpeech.class),
          List.of(
              "PERSON_NAME.PERSON",
              "PERSON_ADDRESS.PERSON",
              "PERSON_ADDRESS.ENDED_BY",
              "PERSON_REACH.PERSON",
              "PERSON_REACH.ENDED_BY",
              "PERSON_SPEECH.PERSON",
              "KEPT_FROM.PERSON",
              "KEPT_FROM.WHOM"),
          List.of());

  private PeopleTables() {}
}
