package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.opora.registry.register.Register.TODAY;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.ProposalsDesk.NewProposal;
import org.opora.registry.intake.application.InquiryDesk.NewInquiry;
import org.opora.testkit.OnEveryDatabase;

/** From which inquiry an agreement in preparation came. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InquiryOfAgreementTest {
  private static final String MIGRATION = "/db/V246__inquiries_of_agreements_before.sql";
  private static final LocalDate ASKED = LocalDate.of(2024, 3, 1);

  @Parameter TestDatabase.Product product;
  private Register register;
  private IntakeRooms rooms;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    rooms = new IntakeRooms(register);
    director = register.viewer("director");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private CaseFileId file(String name) {
    return register.files.open(director, new NewFile(null, name, LocalDate.of(2020, 1, 10)));
  }

  private UUID accepted(CaseFileId file, LocalDate on) {
    UUID inquiry =
        rooms.inquiries.record(
            director, new NewInquiry(on, "Zájemci", "600 1", null, director.staff()));
    rooms.inquiries.accept(director, inquiry, () -> file);
    return inquiry;
  }

  private AgreementId begin(CaseFileId file, LocalDate on) {
    return register.proposals.begin(
        director, file, new NewProposal(CareKind.LONG_TERM, true, "Zlín", on, null));
  }

  private UUID inquiry(AgreementId proposal) {
    return register.tx.read(
        em ->
            em.createQuery("SELECT p.inquiry FROM Proposal p WHERE p.id = :id", UUID.class)
                .setParameter("id", proposal.value())
                .getSingleResult());
  }

  @Test
  void anInquiryThatLedToAnAgreementIsAnswered() {
    CaseFileId file = file("Odpovězená");
    accepted(file, ASKED);
    register.agreements.conclude(
        director, file, new NewAgreement(CareKind.LONG_TERM, true, ASKED.plusDays(9), "Zlín"));
    AgreementId anew = begin(file, TODAY);
    assertNull(inquiry(anew), "the old inquiry is no answer to it");
    UUID again = accepted(file, TODAY);
    assertEquals(again, inquiry(anew));
  }

  @Test
  void whatWasBegunBeforeIsLinkedToTheInquiryItCameFrom() throws IOException {
    CaseFileId file = file("Spojená");
    UUID first = accepted(file, ASKED);
    AgreementId one = begin(file, ASKED.plusDays(3));
    AgreementId two = begin(file, ASKED.plusDays(30));
    UUID second = accepted(file("Jinde"), ASKED);
    register.tx.run(
        em ->
            em.createNativeQuery("UPDATE CASE_REGISTRY.AGREEMENT_PROPOSAL SET INQUIRY = NULL")
                .executeUpdate());
    assertNull(inquiry(one));
    String migration;
    try (InputStream in = getClass().getResourceAsStream(MIGRATION)) {
      migration = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String update = migration.substring(migration.indexOf("UPDATE"), migration.lastIndexOf(';'));
    register.tx.run(em -> em.createNativeQuery(update).executeUpdate());
    assertEquals(first, inquiry(one));
    assertNull(inquiry(two), "the inquiry led to one of them");
    Long elsewhere =
        register.tx.read(
            em ->
                em.createQuery(
                        "SELECT COUNT(p.id) FROM Proposal p WHERE p.inquiry = :key", Long.class)
                    .setParameter("key", second)
                    .getSingleResult());
    assertEquals(0L, elsewhere.longValue(), "of another file");
  }
}
