package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.people.NewPerson.Address;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.persistence.Keys;
import org.opora.registry.people.domain.FormerName;
import org.opora.registry.people.domain.KeptFrom;
import org.opora.registry.people.domain.PersonAddress;
import org.opora.registry.people.domain.PersonReach;
import org.opora.registry.people.domain.PersonSpeech;
import org.opora.registry.shared.application.Refusals;

/** The rows of a person's record, for the person's own extract and for erasure. */
public final class RecordData {
  /** Where people are named; former records bring none of it. */
  public static final List<String> PLACES =
      List.of(
          "FormerName t WHERE t.person",
          "PersonAddress t WHERE t.person",
          "PersonReach t WHERE t.person",
          "PersonSpeech t WHERE t.person",
          "KeptFrom t WHERE t.person",
          "KeptFrom t WHERE t.whom");

  private final RecordSeals seals;

  public RecordData(Keys keys) {
    this.seals = new RecordSeals(keys);
  }

  /**
   * What is known of the person. Not that somebody else is kept secret from them: it would tell
   * them so.
   */
  public List<Fact> of(EntityManager em, List<UUID> known) {
    List<Fact> facts = new ArrayList<>();
    for (FormerName row : rows(em, FormerName.class, known)) {
      add(facts, "name.kind." + row.kind(), row.name().spoken());
    }
    for (PersonAddress row : rows(em, PersonAddress.class, known)) {
      add(facts, "address.kind." + row.kind(), line(seals.address(row)));
    }
    for (PersonReach row : rows(em, PersonReach.class, known)) {
      add(facts, "reach.kind." + row.kind(), seals.detail(row));
      add(facts, "reach.note", seals.note(row));
    }
    for (KeptFrom row : rows(em, KeptFrom.class, known)) {
      add(facts, "kept.title", seals.who(row));
      add(facts, "kept.reason", seals.reason(row));
    }
    for (PersonSpeech row : rows(em, PersonSpeech.class, known)) {
      add(facts, "language.mother", itself(row.motherTongue()));
      add(
          facts,
          "language.understands",
          row.understands().stream().map(RecordData::itself).collect(Collectors.joining(", ")));
    }
    return facts;
  }

  private static <T> List<T> rows(EntityManager em, Class<T> type, List<UUID> known) {
    return em.createQuery(
            "SELECT t FROM " + type.getSimpleName() + " t WHERE t.person IN :known ORDER BY t.id",
            type)
        .setParameter("known", known)
        .getResultList();
  }

  /** A language as those who speak it call it: an extract has no reader's language. */
  private static String itself(String code) {
    if (code == null) {
      return null;
    }
    Locale language = Locale.forLanguageTag(code);
    return language.getDisplayLanguage(language);
  }

  static String line(Address address) {
    return address == null
        ? null
        : (address.street() + ", " + address.postalCode() + " " + address.town()).strip();
  }

  private static void add(List<Fact> facts, String label, String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(Refusals.text(label), value));
    }
  }

  /** Nothing of it must stay. */
  public static void erase(EntityManager em, UUID person) {
    PLACES.forEach(
        place ->
            em.createQuery("DELETE FROM " + place + " = :person")
                .setParameter("person", person)
                .executeUpdate());
  }
}
