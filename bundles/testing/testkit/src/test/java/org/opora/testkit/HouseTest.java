package org.opora.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.persistence.test.TestDatabase.Product;

@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseTest {
  @Parameter Product product;
  private House house;

  @BeforeParameterizedClassInvocation
  void open() {
    house = House.on(product);
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  @Test
  void aRelationOpensAFileAndTheTrailKnowsOfTheRefusal() {
    Subject file = Subject.of(CaseFileId.next());
    Viewer viewer = house.viewer(StaffId.next(), Map.of("registry.read", Reach.OWN));
    assertThrows(NotFound.class, () -> house.access().require(viewer, "registry.read", file));
    house
        .transactions("access")
        .run(
            em ->
                house
                    .relations()
                    .grant(
                        viewer.staff(),
                        file,
                        RelationKind.KEY_WORKER,
                        LocalDate.of(2026, 1, 1),
                        null,
                        "test:1"));
    house.access().require(viewer, "registry.read", file);
    assertTrue(house.audit().verify().intact());
    assertTrue(house.audit().verify().rows() >= 1);
  }

  @Test
  void aScopeReadsTheRowsOfAccessFromAUnit() {
    Viewer viewer = house.viewer(StaffId.next(), Map.of("registry.read", Reach.OWN));
    Scope scope = house.access().scope(viewer, "registry.read");
    String query =
        "SELECT c.person FROM "
            + scope.from("CanonicalPerson", "c", "person")
            + " WHERE "
            + scope.where("c", "person");
    assertEquals(
        List.of(),
        house
            .transactions("access")
            .read(em -> scope.bind(em.createQuery(query, java.util.UUID.class)).getResultList()));
  }
}
