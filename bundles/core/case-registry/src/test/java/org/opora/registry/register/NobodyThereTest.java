package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.post.application.LetterLine;
import org.opora.registry.post.application.PostFilter;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** A key that nobody has is answered like that of somebody behind a wall, also to a director. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NobodyThereTest {
  @Parameter TestDatabase.Product product;
  private Register register;
  private LegalRoom legal;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    legal = new LegalRoom(register);
    director = register.viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private List<Executable> asked(PersonId person, PersonId other) {
    return List.of(
        () -> register.kin.of(director, person),
        () -> register.households.of(director, person),
        () -> legal.desk.answers(director, person, director.today()),
        () -> register.pairs.two(director, person, other),
        () -> register.pairs.two(director, other, person));
  }

  @Test
  void nobodyIsSomebodyOfWhomNothingIsKnown() throws Throwable {
    Family family = register.family(director, register.viewer("key-worker"), "Známá");
    for (Executable ask : asked(family.child(), family.carer())) {
      ask.execute();
    }
    for (Executable ask : asked(PersonId.next(), family.carer())) {
      assertThrows(NotFound.class, ask);
    }
  }

  private List<CareFacts.InForce> inForce(CaseFileId file) {
    return register.facts.inForce(director, CaseFiles.READ, director.today(), file);
  }

  @Test
  void aFileThatIsNotThereIsNoneWithoutAnAgreement() {
    CaseFileId empty =
        register.files.open(director, new NewFile(null, "Bez dohody", director.today()));
    assertEquals(List.of(), inForce(empty));
    assertThrows(NotFound.class, () -> inForce(CaseFileId.next()));
  }

  private List<LetterLine> letters(CaseFileId file) {
    return register.post.list(director, PostFilter.of(file), null, 10).items();
  }

  @Test
  void aFileThatIsNotThereIsNoneWithoutALetter() {
    CaseFileId empty =
        register.files.open(director, new NewFile(null, "Bez pošty", director.today()));
    assertEquals(List.of(), letters(empty));
    assertThrows(NotFound.class, () -> letters(CaseFileId.next()));
  }
}
