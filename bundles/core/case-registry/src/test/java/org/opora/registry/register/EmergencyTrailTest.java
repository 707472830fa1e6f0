package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.TrailReader.Outcome;
import org.opora.api.access.Viewer;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.emergency.application.Wanted;
import org.opora.registry.register.Register.Family;
import org.opora.registry.trail.application.ExtractDesk;
import org.opora.testkit.OnEveryDatabase;

/** What a person is told of those who looked in an emergency. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmergencyTrailTest {
  private static final LocalDate TODAY = Register.TODAY;

  @Parameter TestDatabase.Product product;
  private Register register;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void theGroundIsSaidLongAfterTheRelationIsGone() {
    Viewer director = register.viewer("director");
    Viewer worker = register.viewer("key-worker");
    Viewer stranger = register.viewer("key-worker");
    Family family = register.family(director, worker, "Vyčtená");
    List<Subject> seen = List.of(Subject.of(family.file()), Subject.of(family.child()));
    register.emergency.desk.open(
        stranger,
        Wanted.numbered(register.files.header(director, family.file()).number()),
        "DANGER",
        "Dítě volalo, že je doma samo a bojí se.");
    register.access.audit().read(stranger, "GET /files/{file}", seen);
    register.emergency.ends.end(
        stranger, register.emergency.reviews.of(director, family.file()).get(0).id());
    register.access.audit().read(worker, "GET /files/{file}", seen);
    ExtractDesk extracts =
        new ExtractDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            register.access.reader(),
            register.access.aliases(),
            register.people,
            register.files,
            register.words());
    assertEquals(
        List.of("extract.why.KEY_WORKER", "extract.why.EMERGENCY"),
        extracts
            .rows(director, family.child(), TODAY.minusDays(1), TODAY, null, 500)
            .items()
            .stream()
            .filter(row -> row.outcome() == Outcome.READ)
            .map(row -> row.why().key())
            .toList());
  }
}
