package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.TrailReader.Outcome;
import org.opora.api.access.Viewer;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.openings.application.NewOpening;
import org.opora.registry.register.Register.Family;
import org.opora.registry.trail.application.ExtractDesk;
import org.opora.testkit.OnEveryDatabase;

/** What a person is told of whoever looked for an inspection. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpeningTrailTest {
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
    Office office = new Office(register);
    Viewer director = office.director();
    Viewer worker = office.colleague("key-worker");
    Viewer inspector = office.colleague("inspector");
    Family family = register.family(director, worker, "Vyčtená");
    List<Subject> seen = List.of(Subject.of(family.file()), Subject.of(family.child()));
    UUID opening =
        register.openings.desk.open(
            director,
            new NewOpening(
                inspector.staff(),
                TODAY,
                TODAY,
                "Inspekce kvality",
                null,
                List.of(register.files.header(director, family.file()).number())));
    register.access.audit().read(inspector, "GET /files/{file}", seen);
    register.openings.desk.close(director, opening);
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
        List.of("extract.why.KEY_WORKER", "extract.why.INSPECTOR"),
        extracts
            .rows(director, family.child(), TODAY.minusDays(1), TODAY, null, 500)
            .items()
            .stream()
            .filter(row -> row.outcome() == Outcome.READ)
            .map(row -> row.why().key())
            .toList());
  }
}
