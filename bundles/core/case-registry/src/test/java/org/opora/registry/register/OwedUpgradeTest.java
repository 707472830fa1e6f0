package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;
import org.opora.api.duties.spi.Term;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Kinds;
import org.opora.api.files.CareKind;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.persistence.migration.Scripts;
import org.opora.persistence.test.TestDatabase;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.RegistrySchema;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.FileNumber;
import org.opora.registry.files.domain.Proposal;
import org.opora.registry.files.domain.ProposalStep;
import org.opora.registry.house.domain.Insurance;
import org.opora.registry.house.domain.LawConfirmation;
import org.opora.registry.house.domain.Mandate;
import org.opora.registry.staff.domain.CheckKind;
import org.opora.registry.staff.domain.StaffCheck;
import org.opora.registry.staff.domain.StaffMember;
import org.opora.registry.story.domain.EvidenceFact;
import org.opora.testkit.OnEveryDatabase;

/**
 * What was there before it was counted is counted after the upgrade, and what is settled is not.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwedUpgradeTest {
  private static final int BEFORE = 314;
  private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
  private static final LocalDate LAST = LocalDate.of(2027, 5, 4);
  @Parameter Product product;

  private static Scripts before() {
    Scripts all = Scripts.beside(RegistrySchema.class);
    return dialect ->
        all.of(dialect).stream()
            .filter(
                script ->
                    Integer.parseInt(script.name().substring(1, script.name().indexOf("__")))
                        <= BEFORE)
            .toList();
  }

  private static Proposal proposal(CaseFileId file, LocalDate force) {
    return new Proposal(AgreementId.next(), file, CareKind.LONG_TERM, true, null, DAY, force);
  }

  private static LawConfirmation confirmed(String figure, String wording) {
    return new LawConfirmation(
        Ids.next(), figure, DAY, wording, "JUDr. A", DAY, null, new StaffId(Ids.next()), DAY);
  }

  @Test
  void whatRunsOutAndWhatIsOwedIsProven() {
    CaseFileId file = CaseFileId.next();
    StaffId worker = new StaffId(Ids.next());
    Proposal owed = proposal(file, DAY.minusDays(3));
    Proposal undecided = proposal(file, null);
    Proposal dropped = proposal(file, DAY.minusDays(3));
    ProposalStep inquiry = new ProposalStep(Ids.next(), owed, 0, null);
    StaffCheck record = new StaffCheck(Ids.next(), worker);
    StaffCheck former = new StaffCheck(Ids.next(), worker);
    StaffCheck driving = new StaffCheck(Ids.next(), worker);
    Mandate mandate = new Mandate(Ids.next());
    Insurance insurance = new Insurance(Ids.next());
    try (TestDatabase database = TestDatabase.open(product)) {
      Transactions old = database.add(new RegistrySchema(), before());
      old.run(
          em -> {
            em.persist(new CaseFile(file, FileNumber.parse("1/2026"), "Nová", "nova", DAY));
            em.persist(new StaffMember(worker.value(), "Mgr. Jana Testová"));
            em.flush();
            ProposalStep other = new ProposalStep(Ids.next(), undecided, 0, null);
            ProposalStep gone = new ProposalStep(Ids.next(), dropped, 0, null);
            dropped.drop(DAY);
            List.of(owed, undecided, dropped).forEach(em::persist);
            em.flush();
            List.of(inquiry, other, gone).forEach(em::persist);
            record.is(CheckKind.CRIMINAL_RECORD, DAY, LAST, null, false);
            former.is(CheckKind.CRIMINAL_RECORD, DAY.minusYears(1), DAY, null, false);
            former.replaced(true);
            driving.is(CheckKind.DRIVING, DAY, LAST, null, false);
            List.of(record, former, driving).forEach(em::persist);
            mandate.says("KU 1", null, "Kraj", DAY, DAY, LAST);
            insurance.says("Pojišťovna", null, DAY, DAY.plusDays(1), null, DAY);
            em.persist(mandate);
            em.persist(insurance);
            em.persist(confirmed("cz.agreement.within", "30 | § 47b"));
            em.persist(confirmed("cz.mandate.change", "15 | § 48a"));
            em.persist(confirmed("cz.mandate.insurance", "20 | § 48a"));
          });
      assertTrue(database.remove("case-registry"));

      Transactions now = database.add(new RegistrySchema());
      Map<UUID, EvidenceFact> facts =
          now
              .read(
                  em ->
                      em.createQuery("SELECT e FROM EvidenceFact e", EvidenceFact.class)
                          .getResultList())
              .stream()
              .collect(Collectors.toMap(one -> one.source().record(), Function.identity()));
      assertEquals(Set.of(inquiry.id(), record.id(), mandate.id(), insurance.id()), facts.keySet());
      EvidenceFact agreement = facts.get(inquiry.id());
      assertEquals(Kinds.AGREEMENT_OWED, agreement.source().kind());
      assertEquals("AGREEMENT", agreement.about().kind());
      assertEquals(owed.id().value(), agreement.about().subject());
      assertEquals(file, agreement.file());
      assertEquals(DAY.minusDays(3), agreement.day());
      EvidenceFact paper = facts.get(record.id());
      assertEquals(Kinds.STAFF_RECORD, paper.source().kind());
      assertEquals(worker.value(), paper.about().subject());
      assertEquals(LAST, paper.until());
      EvidenceFact valid = facts.get(mandate.id());
      assertEquals(Kinds.MANDATE, valid.source().kind());
      assertEquals(About.centre().key(), valid.about().subject());
      assertEquals(LAST, valid.until());
      EvidenceFact insured = facts.get(insurance.id());
      assertEquals(Kinds.INSURED, insured.source().kind());
      assertEquals(About.centre().key(), insured.about().subject());
      assertEquals(DAY.plusDays(1), insured.day());
      assertNull(insured.until());
      Map<String, String> confirmations =
          now
              .read(
                  em ->
                      em.createQuery("SELECT c FROM LawConfirmation c", LawConfirmation.class)
                          .getResultList())
              .stream()
              .collect(Collectors.toMap(LawConfirmation::figure, LawConfirmation::wording));
      assertEquals(
          Map.of(
              "cz.conclude.term",
              Term.days(30) + " | § 47b",
              "cz.mandate.change.term",
              Term.dayOfNextMonth(15) + " | § 48a",
              "cz.mandate.insurance",
              "20 | § 48a"),
          confirmations,
          "another figure than that of now is not taken over");
    }
  }
}
