package org.opora.supervisedcontacts.agreements.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Printing;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.agreements.contributions.AgreementsPersonData;
import org.opora.supervisedcontacts.agreements.domain.AgreementId;
import org.opora.supervisedcontacts.agreements.domain.RuleKind;
import org.opora.supervisedcontacts.agreements.domain.ScanFormat;
import org.opora.supervisedcontacts.agreements.domain.Signer;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.web.NamedCentre;
import org.opora.testkit.OnEveryDatabase;

/** An agreement is written in numbered wordings, printed, signed or not, and scanned. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementsTest {
  private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
  @Parameter Product product;
  private Centre centre;
  private Agreements agreements;
  private AgreementReader reader;
  private Scans scans;
  private RuleWords house;

  @BeforeParameterizedClassInvocation
  void open() {
    centre = new Centre(product);
    var register = centre.register;
    agreements =
        new Agreements(
            centre.tx,
            centre.keys(),
            centre.access(),
            register.house.audit(),
            register.people,
            register.timeline,
            Centre.texts());
    reader =
        new AgreementReader(
            centre.tx, centre.keys(), centre.access(), register.people, register.staff);
    scans =
        new Scans(
            centre.tx, centre.keys(), centre.access(), register.house.audit(), register.people);
    house = new RuleWords(centre.tx, centre.access(), register.house.audit(), Centre.texts());
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  private static NewWording wording(String gifts) {
    return new NewWording(
        FROM,
        null,
        Map.of(RuleKind.GIFTS, gifts, RuleKind.STOPPING, "Když si to dítě přeje."),
        "Ema chce, aby mohla kdykoli odejít.");
  }

  private AgreementId written(Case opened) {
    return agreements.write(opened.worker(), opened.plan(), wording("Nic velkého."));
  }

  private AgreementView view(Case opened, AgreementId id) {
    return reader.view(opened.worker(), id);
  }

  private void sign(Viewer viewer, AgreementId id, int wording, Signer signer, String refused) {
    agreements.sign(
        viewer,
        id,
        reader.view(centre.director, id).version(),
        new NewSignature(
            wording,
            signer,
            null,
            signer == Signer.FACILITATOR ? null : "Lenka Slavíková",
            Centre.TODAY,
            refused != null,
            refused));
  }

  @Test
  void aSignatureIsOneOfTheWordingThatWasRead() {
    Case opened = centre.opened();
    AgreementId id = written(opened);
    sign(opened.worker(), id, 1, Signer.PARENT, null);
    sign(opened.worker(), id, 1, Signer.FACILITATOR, null);
    assertEquals(List.of(Signer.CARER), view(opened, id).missing());
    sign(opened.worker(), id, 1, Signer.CARER, "Nesouhlasím s místem.");
    AgreementView refused = view(opened, id);
    assertEquals(List.of(Signer.CARER), refused.missing());
    assertEquals("Nesouhlasím s místem.", refused.signatures().get(2).reason());

    agreements.reword(opened.worker(), id, refused.version(), wording("Po domluvě."));
    AgreementView anew = view(opened, id);
    assertEquals(2, anew.now().number());
    assertEquals("Po domluvě.", anew.now().rule(RuleKind.GIFTS));
    assertEquals("Nic velkého.", anew.former().get(0).rule(RuleKind.GIFTS));
    assertEquals(3, anew.missing().size(), "nobody has signed how it reads now");
    assertThrows(
        Stale.class,
        () -> agreements.reword(opened.worker(), id, refused.version(), wording("Jinak.")));
    agreements.strike(opened.worker(), id, anew.signatures().get(0).id());
    assertNotNull(view(opened, id).signatures().get(0).struckOn());
    assertEquals(
        "reason: words.missing",
        Centre.refusal(() -> sign(opened.worker(), id, 2, Signer.PARENT, " ")));
    assertEquals(
        "wording: choice.missing",
        Centre.refusal(() -> sign(opened.worker(), id, 3, Signer.PARENT, null)));
  }

  @Test
  void anAgreementRulesSomethingForSomeDays() {
    Case opened = centre.opened();
    assertEquals(
        "rule-ARRIVAL: agreement.no-rule",
        Centre.refusal(
            () ->
                agreements.write(
                    opened.worker(), opened.plan(), new NewWording(FROM, null, Map.of(), null))));
    assertEquals(
        "until: plan.until.before-from",
        Centre.refusal(
            () ->
                agreements.write(
                    opened.worker(),
                    opened.plan(),
                    new NewWording(
                        FROM, FROM.minusDays(1), Map.of(RuleKind.FOOD, "Svačina."), null))));
    AgreementView one = view(opened, written(opened));
    assertTrue(one.holds(FROM));
    assertFalse(one.holds(FROM.minusDays(1)));
    assertThrows(
        NotFound.class,
        () -> agreements.write(centre.viewer("key-worker"), opened.plan(), wording("Nic.")));
  }

  @Test
  void thePaperBearsTheNumberAndRoomForNames() {
    Case opened = centre.opened();
    AgreementView one = view(opened, written(opened));
    List<Printing.Paper> printed = new ArrayList<>();
    AgreementPaper paper =
        new AgreementPaper(
            now -> {
              printed.add(now);
              return new byte[] {1};
            },
            Centre.texts(),
            new NamedCentre("Centrum"));
    paper.pdf(new Locale("cs"), one);
    String all = printed.get(0).toString();
    assertTrue(all.contains("1. znění této dohody"), all);
    assertTrue(all.contains("Nic velkého."), all);
    assertTrue(all.contains("kdykoli odejít"), all);
  }

  @Test
  void theCentreWordsItsRules() {
    Locale czech = new Locale("cs");
    assertEquals(RuleKind.values().length, house.all(czech).size());
    Map<RuleKind, String> now = house.all(czech);
    now.put(RuleKind.GIFTS, "Žádné dárky.");
    long version = house.version();
    house.word(centre.director, version, now);
    assertEquals("Žádné dárky.", house.all(czech).get(RuleKind.GIFTS));
    assertThrows(Stale.class, () -> house.word(centre.director, version, now));
    assertThrows(
        NotAllowed.class, () -> house.word(centre.viewer("key-worker"), house.version(), now));
    now.put(RuleKind.FOOD, " ");
    assertEquals(
        "rule-FOOD: words.missing",
        Centre.refusal(() -> house.word(centre.director, house.version(), now)));
  }

  @Test
  void theSignedPaperIsAttachedSealed() {
    Case opened = centre.opened();
    AgreementId id = written(opened);
    byte[] pdf = "%PDF-1.7 podepsáno".getBytes(StandardCharsets.UTF_8);
    UUID scan = scans.add(opened.worker(), id, pdf);
    Scans.Content taken = scans.take(opened.worker(), id, scan);
    assertEquals(ScanFormat.PDF, taken.format());
    assertEquals("%PDF-1.7 podepsáno", new String(taken.bytes(), StandardCharsets.UTF_8));
    assertEquals(
        "scan: scan.kind",
        Centre.refusal(() -> scans.add(opened.worker(), id, new byte[] {1, 2, 3})));
    assertEquals(
        "scan: scan.none", Centre.refusal(() -> scans.add(opened.worker(), id, new byte[0])));
    assertThrows(NotFound.class, () -> scans.take(centre.viewer("key-worker"), id, scan));
    scans.strike(opened.worker(), id, scan);
    assertThrows(NotFound.class, () -> scans.take(opened.worker(), id, scan));
    Viewer walled = centre.viewer("director");
    centre.wall(walled, Subject.of(opened.family().child()));
    assertThrows(NotFound.class, () -> reader.view(walled, id));
  }

  @Test
  void whatWasRuledIsForgottenWithTheChild() {
    Case opened = centre.opened();
    AgreementId id = written(opened);
    sign(opened.worker(), id, 1, Signer.PARENT, null);
    AgreementsPersonData data =
        new AgreementsPersonData(new AgreementData(centre.tx, centre.register.timeline));
    Set<PersonId> child = Set.of(opened.family().child());
    assertEquals(1, data.count(child));
    data.erase(child);
    AgreementView gone = view(opened, id);
    assertTrue(gone.now().rules().isEmpty());
    assertNull(gone.now().view());
    assertNull(gone.signatures().get(0).name());
  }
}
