package org.opora.operations.modules.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.operations.OperationsSchema;
import org.opora.operations.modules.domain.ModuleAbsence;
import org.opora.persistence.test.TestDatabase;
import org.opora.testkit.OnEveryDatabase;

/** The wanted set remembers when a module was not here. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WantedModulesTest {
  private static final Instant CAME = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant LEFT = Instant.parse("2026-06-01T09:00:00Z");
  private static final Instant BACK = Instant.parse("2026-08-01T09:00:00Z");

  @Parameter TestDatabase.Product product;
  private TestDatabase database;
  private WantedModules wanted;

  @BeforeParameterizedClassInvocation
  void open() {
    database = TestDatabase.open(product, new OperationsSchema());
    wanted = new WantedModules(database.transactions("operations"));
  }

  @AfterParameterizedClassInvocation
  void close() {
    database.close();
  }

  private void begin(String id, Instant now) {
    wanted.change(id, row -> row.begin("1", "hash", "Modul", "Moduł", "Module", now));
  }

  private void ready(String id, Instant now) {
    wanted.change(id, row -> row.ready(now));
  }

  private List<ModuleAbsence> absences(String id) {
    return wanted.absences().stream().filter(one -> one.module().equals(id)).toList();
  }

  @Test
  void whatWasBeforeItCameAndWhileItWasRemovedIsKept() {
    begin("camps", CAME.minusSeconds(60));
    assertNull(absences("camps").get(0).until(), "it is not here yet");
    ready("camps", CAME);
    assertEquals(1, absences("camps").size());
    assertNull(absences("camps").get(0).from(), "it was never here before");
    assertEquals(CAME, absences("camps").get(0).until());

    wanted.change("camps", row -> row.removed(null, null, LEFT));
    begin("camps", BACK.minusSeconds(60));
    ready("camps", BACK);
    ModuleAbsence away = absences("camps").get(1);
    assertEquals(LEFT, away.from());
    assertEquals(BACK, away.until());
    assertEquals(2, absences("camps").size());
  }

  @Test
  void whatIsExchangedOrPutBackWasNotAway() {
    begin("minding", CAME);
    ready("minding", CAME);
    begin("minding", LEFT);
    ready("minding", LEFT);
    begin("minding", LEFT);
    wanted.change("minding", row -> row.putBack("failed.start", null, BACK));
    assertEquals(1, absences("minding").size(), "only the time before it came");
  }

  @Test
  void whatDoesNotWorkIsAwayUntilItDoes() {
    begin("groups", CAME);
    ready("groups", CAME);
    wanted.change("groups", row -> row.failed("failed.start", null, LEFT));
    wanted.change("groups", row -> row.failed("failed.start", null, LEFT.plusSeconds(60)));
    assertEquals(2, absences("groups").size());
    assertEquals(LEFT, absences("groups").get(1).from(), "since it first did not");
    assertNull(absences("groups").get(1).until());
    ready("groups", BACK);
    assertEquals(BACK, absences("groups").get(1).until());
  }

  @Test
  void aFirstInstallationThatFailedIsStillBeforeItCame() {
    begin("outreach", CAME);
    wanted.change("outreach", row -> row.removed("failed.start", null, CAME));
    begin("outreach", LEFT);
    ready("outreach", BACK);
    assertEquals(1, absences("outreach").size());
    assertNull(absences("outreach").get(0).from());
    assertEquals(BACK, absences("outreach").get(0).until());
  }
}
