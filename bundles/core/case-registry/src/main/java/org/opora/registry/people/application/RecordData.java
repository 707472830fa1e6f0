package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson.Address;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.api.persistence.Keys;
import org.opora.registry.people.domain.FormerName;
import org.opora.registry.people.domain.KeptFrom;
import org.opora.registry.people.domain.Person;
import org.opora.registry.people.domain.PersonAddress;
import org.opora.registry.people.domain.PersonReach;
import org.opora.registry.people.domain.PersonSpeech;
import org.opora.registry.people.domain.Whose;
import org.opora.registry.people.persistence.PeopleQueries;
import org.opora.registry.people.persistence.SecretPeople;
import org.opora.registry.shared.application.Refusals;

/** The rows of a person's record, for the person's own extract and for erasure. */
public final class RecordData {
  private static final String FEARED = "KeptFrom t WHERE t.whom";

  /** Where people are named; former records bring none of it. */
  public static final List<String> PLACES =
      List.of(
          "FormerName t WHERE t.person",
          "PersonAddress t WHERE t.person",
          "PersonReach t WHERE t.person",
          "PersonSpeech t WHERE t.person",
          "KeptFrom t WHERE t.person",
          FEARED);

  private final RecordSeals seals;

  public RecordData(Keys keys) {
    this.seals = new RecordSeals(keys);
  }

  /**
   * What is known of the person. Not that somebody else is kept secret from them: it would tell
   * them so. Nor what {@link #review} holds.
   */
  public List<Fact> of(EntityManager em, List<UUID> known) {
    Guard guard = guard(em, known);
    List<Fact> facts = new ArrayList<>();
    for (FormerName row : rows(em, FormerName.class, known)) {
      add(facts, "name.kind." + row.kind(), row.name().spoken());
    }
    for (PersonAddress row : rows(em, PersonAddress.class, known)) {
      if (guard.tells(row)) {
        add(facts, "address.kind." + row.kind(), line(seals.address(row)));
      }
    }
    for (PersonReach row : rows(em, PersonReach.class, known)) {
      if (guard.tells(row)) {
        add(facts, "reach.kind." + row.kind(), seals.detail(row));
        add(facts, "reach.note", seals.note(row));
      }
    }
    for (KeptFrom row : rows(em, KeptFrom.class, known)) {
      if (!guard.child()) {
        add(facts, "kept.title", seals.who(row));
        add(facts, "kept.reason", seals.reason(row));
      }
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

  /** Whether phone, e-mail and address of the person may go into the extract unread. */
  public static boolean whereabouts(EntityManager em, List<UUID> known) {
    return guard(em, known).open();
  }

  /** What somebody looks at before any of it is handed out. */
  public static List<Review> review(EntityManager em, List<UUID> known) {
    Guard guard = guard(em, known);
    List<Review> all = new ArrayList<>();
    em
        .createQuery("SELECT p FROM Person p WHERE p.id IN :known ORDER BY p.id", Person.class)
        .setParameter("known", known)
        .getResultList()
        .stream()
        .filter(row -> !guard.open())
        .filter(row -> row.phone() != null || row.email() != null || row.address() != null)
        .forEach(row -> all.add(review("reach.title", row.id().value(), row.id())));
    rows(em, PersonAddress.class, known).stream()
        .filter(row -> !guard.tells(row))
        .forEach(row -> all.add(review("person.address", row.id(), row.person())));
    rows(em, PersonReach.class, known).stream()
        .filter(row -> !guard.tells(row))
        .forEach(row -> all.add(review("reach.detail", row.id(), row.person())));
    rows(em, KeptFrom.class, known).stream()
        .filter(row -> guard.child())
        .forEach(row -> all.add(review("kept.title", row.id(), row.person())));
    return all;
  }

  private static Review review(String label, UUID row, PersonId person) {
    return new Review(Refusals.text(label), row, "/people/" + person + "#reach");
  }

  /**
   * The extract of a child goes to whoever represents the child, often to those who must not know
   * where the child is; and what a child's record says of former homes is where others live.
   */
  private static Guard guard(EntityManager em, List<UUID> known) {
    return new Guard(
        !new PeopleQueries(em).stays(known).isEmpty(),
        !new SecretPeople(em).among(known, null).isEmpty());
  }

  private record Guard(boolean child, boolean kept) {
    boolean open() {
      return !child && !kept;
    }

    boolean tells(PersonAddress row) {
      return !child && (!kept || row.mayBeTold());
    }

    /** What belongs to a relative or a neighbour is theirs. */
    boolean tells(PersonReach row) {
      return open() && row.whose() == Whose.OWN;
    }
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

  /**
   * Nothing of it must stay. That somebody must not learn where another person is belongs to the
   * other one, whose key seals it: it goes on protecting them, and leads to nobody any more.
   */
  public static void erase(EntityManager em, UUID person) {
    em.createQuery("UPDATE KeptFrom t SET t.whom = NULL WHERE t.whom = :person")
        .setParameter("person", person)
        .executeUpdate();
    PLACES.stream()
        .filter(place -> !place.equals(FEARED))
        .forEach(
            place ->
                em.createQuery("DELETE FROM " + place + " = :person")
                    .setParameter("person", person)
                    .executeUpdate());
  }
}
