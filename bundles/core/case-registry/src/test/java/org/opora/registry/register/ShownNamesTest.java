package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/**
 * Who reads the name of another entry is in the trail with it, and nobody whom it does not name.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShownNamesTest {
  private static final LocalDate BORN = LocalDate.of(2018, 3, 4);

  @Parameter TestDatabase.Product product;
  private Register register;
  private Doors doors;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    doors = new Doors(register);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void otherEntriesOfTheSamePersonAreReadByName() {
    Family family = register.family(director, worker, "Dvojí");
    PersonId twin = register.person(director, "Emička", "Dvojí", BORN);
    register.same.declare(director, twin, family.child());
    assertTrue(reads(director, "/people/" + family.child(), twin));
    reads(worker, "/people/" + family.child(), twin);
  }

  @Test
  void soAreThoseBesideTwoThatAreOne() {
    PersonId before = register.person(director, "Ema", "Trojí", BORN);
    PersonId fresh = register.person(director, "Eva", "Trojí", BORN);
    PersonId third = register.person(director, "Emička", "Trojí", BORN);
    register.same.declare(director, fresh, before);
    register.same.declare(director, third, fresh);
    assertTrue(reads(director, "/people/" + before + "/beside/" + fresh, third));
  }

  private boolean reads(Viewer viewer, String path, PersonId other) {
    Asked asked = doors.knock(viewer, path, Map.of());
    String page = doors.show(viewer, doors.ask(Route.Method.GET, asked), 200);
    boolean named = page.contains("Emička");
    assertEquals(named, asked.shown().contains(Subject.of(other)), page);
    return named;
  }
}
