package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.registry.register.Register.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls.Ground;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.grant.ExpenseState;
import org.opora.api.grant.Grant;
import org.opora.api.grant.Grant.NewExpense;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** Nobody is stuck without being told: the page says who decides, or that nobody can. */
@OnEveryDatabase
class GrantDecidersTest {
  @Parameter TestDatabase.Product product;
  private Register register;
  private GrantRoom room;
  private Office office;

  /** A house for each: who decides, and who confirms what others may do, follows from all staff. */
  @BeforeEach
  void open() {
    register = new Register(product);
    room = new GrantRoom(register);
    office = new Office(register);
  }

  @AfterEach
  void close() {
    register.close();
  }

  @Test
  void aSecondPersonWithThePermissionDecidesForTheDirector() {
    Viewer director = office.director();
    Viewer worker = office.colleague("key-worker");
    Family family = register.family(director, worker, "Osamělá");
    UUID own = propose(director, family);
    UUID workers = propose(worker, family);
    assertEquals(List.of(), room.decisions.deciders(director, own), "nobody but the director");
    assertEquals(List.of(), room.decisions.deciders(worker, own));
    assertEquals(1, room.decisions.deciders(worker, workers).size(), "the director decides");
    assertThrows(Refused.class, () -> room.decisions.approve(director, own, 1, null));
    String page = new Doors(register, room.routes()).open(director, "/grant/expenses/" + own);
    assertTrue(page.contains("O výdaji teď nemůže rozhodnout nikdo"), page);

    Viewer deputy = office.colleague("director");
    assertEquals(1, room.decisions.deciders(director, own).size());
    PersonId twin = register.person(director, "Ema", "Osamělá", LocalDate.of(2018, 3, 4));
    register.same.declare(director, twin, family.child());
    for (Subject wall :
        List.of(
            Subject.of(family.file()),
            Subject.of(twin),
            Subject.of(register.files.childFile(family.child())))) {
      register.access.walls().raise(director, deputy.staff(), wall, Ground.CONFLICT_OF_INTEREST);
      assertEquals(List.of(), room.decisions.deciders(director, own), wall.toString());
      assertThrows(NotFound.class, () -> room.decisions.deciders(deputy, own), wall.toString());
      register.access.walls().lift(director, deputy.staff(), wall);
    }
    room.decisions.approve(deputy, own, 1, null);
    assertEquals(ExpenseState.APPROVED, room.ledger.view(director, own).state());
    assertThrows(
        NotFound.class,
        () -> room.decisions.deciders(office.colleague("key-worker"), own),
        "who does not lead the family learns nothing");
  }

  @Test
  void whoDecidesForTheirOwnFamiliesIsNamedToWhoDecidesOnNothing() {
    Viewer director = office.director();
    Viewer worker = office.colleague("key-worker");
    Viewer deputy = office.colleague("key-worker");
    Family family = register.family(director, worker, "Zastoupená");
    UUID expense = propose(worker, family);
    int overseeing = room.decisions.deciders(worker, expense).size();
    register.access.roles().allow(director, "key-worker", Grant.APPROVE, Reach.OWN);
    assertEquals(overseeing, room.decisions.deciders(worker, expense).size(), "nobody leads it");
    for (RelationKind kind : List.of(RelationKind.CO_WORKER, RelationKind.DEPUTY)) {
      register
          .access
          .relations()
          .grant(deputy.staff(), Subject.of(family.file()), kind, TODAY, null, "test:" + kind);
      assertEquals(
          kind == RelationKind.DEPUTY ? overseeing + 1 : overseeing,
          room.decisions.deciders(worker, expense).size(),
          kind.name());
    }
    assertFalse(worker.may(Grant.APPROVE), "whoever looks decides on nothing");
    for (Subject wall : List.of(Subject.of(family.file()), Subject.of(family.child()))) {
      register.access.walls().raise(director, deputy.staff(), wall, Ground.CONFLICT_OF_INTEREST);
      assertEquals(overseeing, room.decisions.deciders(worker, expense).size(), wall.toString());
      register.access.walls().lift(director, deputy.staff(), wall);
    }
    Viewer approver =
        new Viewer(
            deputy.staff(),
            deputy.name(),
            register.access.grants().of(Set.of("key-worker")),
            deputy.locale(),
            deputy.zone(),
            deputy.clock(),
            deputy.requestId());
    room.decisions.approve(approver, expense, 1, null);
  }

  private UUID propose(Viewer viewer, Family family) {
    return room.desk.propose(
        viewer,
        new NewExpense(
            "case-registry",
            Ids.next(),
            family.file(),
            family.child(),
            TODAY.minusDays(9),
            "cz.47a.c",
            "Terapie",
            100,
            PaymentRoute.INVOICE,
            null,
            null,
            null,
            null));
  }
}
