package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Relatives;
import org.opora.api.kin.Relatives.Relative;
import org.opora.api.kin.Role;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.kin.application.ChildRelatives;
import org.opora.registry.kin.application.NewTie;
import org.opora.registry.kin.application.Terms;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.people.domain.Sex;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.application.Refusals;
import org.opora.testkit.OnEveryDatabase;

/** Whom of a child's relatives other bundles may name, and for whom. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChildRelativesTest {
  private static final Terms PLAIN = new Terms(new Days(null, null), null, null, null);

  @Parameter TestDatabase.Product product;
  private Register register;
  private Relatives relatives;
  private Viewer director;
  private Viewer worker;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    relatives = new ChildRelatives(register.kin);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private UUID tie(PersonId child, Role role, PersonId relative, CaseFileId file, Days days) {
    return register.kin.tie(
        director, child, new NewTie(role, relative, null, file, new Terms(days, null, null, null)));
  }

  private UUID tie(PersonId child, Role role, PersonId relative, CaseFileId file) {
    return register.kin.tie(director, child, new NewTie(role, relative, null, file, PLAIN));
  }

  private static List<Role> roles(List<Relative> all) {
    return all.stream().map(Relative::role).toList();
  }

  @Test
  void relativesAreThoseWhomThePageOfTheChildNames() {
    Family family = register.family(director, worker, "Příbuzná");
    PersonId mother = register.person(director, "Jana", "Příbuzná", LocalDate.of(1994, 2, 3));
    PersonId guardian = register.person(director, "Ivo", "Bývalý", null);
    PersonId aunt = register.person(director, "Eva", "Omylem", null);
    register.kin.sex(director, mother, 0, Sex.FEMALE);
    tie(family.child(), Role.PARENT, mother, family.file());
    tie(family.child(), Role.GUARDIAN, guardian, family.file(), new Days(null, TODAY.minusDays(1)));
    UUID mistake = tie(family.child(), Role.AUNT_UNCLE, aunt, family.file());
    register.kin.strike(
        director,
        family.child(),
        mistake,
        register.kin.one(director, family.child(), mistake).version(),
        "jiná teta");
    List<Relative> all = relatives.of(worker, family.child());
    assertEquals(List.of(Role.PARENT, Role.FOSTER_CARER, Role.GUARDIAN), roles(all));
    Relative first = all.get(0);
    assertEquals(mother, first.person());
    assertEquals("Jana Příbuzná", first.name().spoken());
    assertEquals(LocalDate.of(1994, 2, 3), first.born());
    assertEquals(Refusals.text("kin.word.PARENT", "FEMALE"), first.word());
    assertFalse(first.past() || first.hidden());
    assertTrue(all.get(2).past());
    assertEquals(family.carer(), all.get(1).person());
  }

  @Test
  void whomTheViewerMayNotSeeIsThereWithoutAName() {
    Family family = register.family(director, worker, "Skrytá");
    Viewer colleague = register.viewer("key-worker");
    Family other = register.family(director, colleague, "Sourozenecká");
    tie(family.child(), Role.SIBLING, other.child(), family.file());
    Relative sibling =
        relatives.of(worker, family.child()).stream()
            .filter(one -> one.role() == Role.SIBLING)
            .findFirst()
            .orElseThrow();
    assertTrue(sibling.hidden());
    assertNull(sibling.person());
    assertNull(sibling.name());
    assertNull(sibling.born());
    assertEquals(Refusals.text("kin.word.SIBLING", "UNKNOWN"), sibling.word());
    assertEquals(
        other.child(),
        relatives.of(director, family.child()).stream()
            .filter(one -> one.role() == Role.SIBLING)
            .findFirst()
            .orElseThrow()
            .person());
    assertFalse(
        roles(relatives.of(colleague, other.child())).contains(Role.SIBLING),
        "written down in a file that the colleague does not see");
    assertThrows(NotFound.class, () -> relatives.of(colleague, family.child()));
    register
        .access
        .walls()
        .raise(director, worker.staff(), Subject.of(other.child()), Ground.CONFLICT_OF_INTEREST);
    assertFalse(
        roles(relatives.of(worker, family.child())).contains(Role.SIBLING), "behind a wall");
  }

  @Test
  void theRelativesOfTwoEntriesOfOneChildAreThoseOfBoth() {
    Family family = register.family(director, worker, "Jedna");
    Family same = register.family(director, worker, "Táž");
    PersonId father = register.person(director, "Petr", "Otcovský", null);
    tie(same.child(), Role.PARENT, father, same.file());
    assertFalse(roles(relatives.of(worker, family.child())).contains(Role.PARENT));
    register.same.declare(director, same.child(), family.child());
    assertEquals(
        List.of(father),
        relatives.of(worker, family.child()).stream()
            .filter(one -> one.role() == Role.PARENT)
            .map(Relative::person)
            .toList());
  }
}
