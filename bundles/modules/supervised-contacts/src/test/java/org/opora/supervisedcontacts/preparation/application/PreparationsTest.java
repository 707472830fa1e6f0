package org.opora.supervisedcontacts.preparation.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.evidence.Kinds;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.preparation.contributions.PreparationsPersonData;
import org.opora.supervisedcontacts.preparation.domain.Chooser;
import org.opora.supervisedcontacts.preparation.domain.Circle;
import org.opora.supervisedcontacts.preparation.domain.PreparationId;
import org.opora.supervisedcontacts.preparation.domain.Whom;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/** Child, carer and parent are prepared; what the child says is read by whom it lets. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreparationsTest {
  @Parameter Product product;
  private Centre centre;
  private Preparations preparations;
  private PreparationReader reader;

  @BeforeParameterizedClassInvocation
  void open() {
    centre = new Centre(product);
    var register = centre.register;
    preparations =
        new Preparations(
            centre.tx,
            centre.keys(),
            centre.access(),
            register.house.audit(),
            register.files,
            register.people,
            register.evidence,
            register.timeline,
            Centre.texts());
    reader =
        new PreparationReader(
            centre.tx,
            centre.keys(),
            centre.access(),
            register.files,
            register.people,
            register.staff);
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  private PreparationId child(Case opened, Circle... readers) {
    return preparations.write(
        opened.worker(),
        opened.plan(),
        new NewPreparation(
            Whom.CHILD,
            null,
            null,
            Centre.TODAY,
            "Chce si hrát s mámou.",
            "Že máma nepřijde.",
            null,
            Set.of(readers),
            Chooser.CHILD));
  }

  @Test
  void whatTheChildSaysIsReadByWhomItLets() {
    Case opened = centre.opened();
    PreparationId kept = child(opened);
    assertEquals("Chce si hrát s mámou.", reader.view(opened.worker(), kept).wants());
    PreparationView closed = reader.view(centre.director, kept);
    assertNull(closed.wants());
    assertNull(closed.fears());
    assertFalse(closed.opened(), "no role goes beyond the child");
    assertTrue(reader.as(opened.worker(), opened.plan(), Circle.COURT).isEmpty());

    PreparationId let = child(opened, Circle.HOUSE, Circle.COURT);
    assertEquals("Že máma nepřijde.", reader.view(centre.director, let).fears());
    assertEquals(1, reader.as(opened.worker(), opened.plan(), Circle.COURT).size());
    assertEquals(2, reader.of(opened.worker(), opened.plan()).size());
  }

  @Test
  void theChildChangesItsMindAndNobodyOpensItToThemselves() {
    Case opened = centre.opened();
    PreparationId id = child(opened, Circle.CARERS);
    assertThrows(
        NotFound.class,
        () -> preparations.letRead(centre.director, id, 1, Set.of(Circle.HOUSE), Chooser.WORKER));
    long version = reader.view(opened.worker(), id).version();
    preparations.letRead(centre.director, id, version, Set.of(), Chooser.CHILD);
    assertEquals(Set.of(), reader.view(opened.worker(), id).readers());
    assertThrows(
        Stale.class,
        () ->
            preparations.letRead(
                opened.worker(), id, version, Set.of(Circle.HOUSE), Chooser.CHILD));
    preparations.letRead(opened.worker(), id, version + 1, Set.of(Circle.HOUSE), Chooser.CHILD);
    assertTrue(reader.view(centre.director, id).opened());
  }

  @Test
  void aChildThatWasHeardIsEvidenceUntilItWasAMistake() {
    Case opened = centre.opened();
    PreparationId id = child(opened);
    assertEquals(1, heard(opened));
    preparations.strike(opened.worker(), id, reader.view(opened.worker(), id).version());
    assertEquals(0, heard(opened));
    assertNotNull(reader.view(opened.worker(), id).struckOn());
  }

  private int heard(Case opened) {
    CaseFileId file = opened.family().file();
    return centre
        .register
        .evidence
        .of(opened.worker(), file, opened.family().child(), Kinds.CHILD_VIEW, 10)
        .size();
  }

  @Test
  void adultsSayWhatTheyExpect() {
    Case opened = centre.opened();
    PersonId carer = opened.family().carer();
    PreparationId id =
        preparations.write(opened.worker(), opened.plan(), adult(carer, null, "Klid po návratu."));
    PreparationView one = reader.view(opened.worker(), id);
    assertEquals(carer, one.person());
    assertEquals("Klid po návratu.", one.expects());
    assertEquals(
        "expects: words.missing",
        Centre.refusal(
            () -> preparations.write(opened.worker(), opened.plan(), adult(carer, null, " "))));
    assertEquals(
        "name: words.missing",
        Centre.refusal(
            () -> preparations.write(opened.worker(), opened.plan(), adult(null, " ", "Nic."))));
    assertEquals(
        "person: plan.person.is-child",
        Centre.refusal(
            () ->
                preparations.write(
                    opened.worker(), opened.plan(), adult(opened.family().child(), null, "Nic."))));
    assertThrows(
        NotFound.class,
        () ->
            preparations.write(
                centre.viewer("key-worker"), opened.plan(), adult(carer, null, "Nic.")));
  }

  private static NewPreparation adult(PersonId person, String name, String expects) {
    return new NewPreparation(
        Whom.CARER, person, name, Centre.TODAY, null, null, expects, Set.of(), null);
  }

  @Test
  void whatWasSaidIsForgotten() {
    Case opened = centre.opened();
    PreparationId id = child(opened);
    PreparationsPersonData data =
        new PreparationsPersonData(new PreparationData(centre.tx, centre.register.timeline));
    Set<PersonId> child = Set.of(opened.family().child());
    assertEquals(1, data.count(child));
    assertEquals(1, data.review(child).size());
    data.erase(child);
    assertNull(reader.view(opened.worker(), id).wants());
  }
}
