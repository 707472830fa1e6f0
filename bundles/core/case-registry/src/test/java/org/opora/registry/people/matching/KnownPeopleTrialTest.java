package org.opora.registry.people.matching;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.PersonName;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.people.application.KnownPeople;
import org.opora.registry.people.application.KnownPeople.Found;
import org.opora.registry.people.application.KnownPeople.Match;
import org.opora.registry.register.Register;
import org.opora.testkit.OnEveryDatabase;

/**
 * The search of the register itself, over two thousand people, by the figures it owes: nobody is
 * lost on the way to the comparison. Everybody is asked about, as in {@link LikenessTrialTest}: a
 * few of them would be too few in the band MAYBE to say anything.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownPeopleTrialTest {
  private static final int CHUNK = 250;

  /**
   * What the register itself asks, whoever is found; access asks a few of its own. Seven of them
   * are about whereabouts that must not be told.
   */
  private static final int MOST_STATEMENTS = 16;

  @Parameter TestDatabase.Product product;
  private final Trial trial = new Trial(20261126);
  private final Map<PersonId, Integer> places = new HashMap<>();
  private Register register;
  private Viewer director;
  private Statements statements;
  private KnownPeople known;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    director = register.viewer("director");
    places.clear();
    List<Somebody> people = trial.register();
    for (int start = 0; start < people.size(); start += CHUNK) {
      int from = start;
      register.tx.run(
          em -> {
            for (int i = from; i < Math.min(people.size(), from + CHUNK); i++) {
              places.put(register.people.register(director, person(people.get(i))), i);
            }
          });
    }
    statements = new Statements(register.tx);
    known = register.knownOver(statements);
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void thoseWhoAreOneAreFoundAmongTwoThousandAndNobodyElse() {
    Figures figures = new Figures();
    long most = 0;
    for (Trial.Asked asked : trial.asked()) {
      figures.asked(asked);
      long before = statements.asked();
      Found found = known.search(director, person(asked.person()));
      for (Match match : found.matches()) {
        figures.found(asked, places.get(match.person().id()), match.likeness().band());
      }
      found.namesakes().forEach(one -> figures.named(asked, places.get(one.person().id())));
      most = Math.max(most, statements.asked() - before);
    }
    System.out.println(product + ": at most " + most + " statements a search\n" + figures);
    assertTrue(figures.f1() >= 0.95, figures::toString);
    assertTrue(figures.perhaps() >= 0.8, figures::toString);
    assertTrue(figures.inMaybe() > 50, figures::toString);
    for (Town.Stranger kind : Town.Stranger.values()) {
      assertTrue(figures.met(kind.name()), kind.name());
    }
    assertTrue(most <= MOST_STATEMENTS, "statements: " + most);
  }

  private static NewPerson person(Somebody one) {
    return new NewPerson(
        new PersonName(one.given(), one.family()),
        one.birthDate(),
        one.nationalId(),
        one.phone(),
        null,
        null,
        false);
  }
}
