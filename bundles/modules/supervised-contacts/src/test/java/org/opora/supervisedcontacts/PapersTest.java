package org.opora.supervisedcontacts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Documents;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.web.Reply;
import org.opora.calendar.appointments.persistence.CalendarSchema;
import org.opora.documents.letters.application.Bureau;
import org.opora.documents.pdf.application.Press;
import org.opora.documents.store.application.Archive;
import org.opora.documents.store.application.Shelf;
import org.opora.documents.store.application.Turns;
import org.opora.documents.store.persistence.DocumentsSchema;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register;
import org.opora.supervisedcontacts.agreements.application.AgreementKeeper;
import org.opora.supervisedcontacts.agreements.application.AgreementView;
import org.opora.supervisedcontacts.agreements.application.NewSignature;
import org.opora.supervisedcontacts.agreements.application.NewWording;
import org.opora.supervisedcontacts.agreements.domain.AgreementId;
import org.opora.supervisedcontacts.agreements.domain.RuleKind;
import org.opora.supervisedcontacts.agreements.domain.Signer;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.observations.application.CopyKeeper;
import org.opora.supervisedcontacts.observations.application.ReportCopies;
import org.opora.supervisedcontacts.observations.application.ReportView;
import org.opora.supervisedcontacts.observations.domain.ReceiverKind;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.opora.supervisedcontacts.observations.domain.ReportState;
import org.opora.supervisedcontacts.observations.domain.Section;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.supervisedcontacts.shared.persistence.SupervisedContactsSchema;
import org.opora.supervisedcontacts.shared.web.ModuleHouse;
import org.opora.testkit.Asked;

/**
 * What goes to paper is really made: it lies among the real documents of the child, and every word
 * can be read out of its PDF, with its accents.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PapersTest {
  private static final Locale CZECH = Locale.forLanguageTag("cs");

  /** Also those at which no line is broken. */
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]+");

  private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
  private Register register;
  private Bureau bureau;
  private Press press;
  private Centre centre;
  private MeetingHouse meeting;
  private ModuleHouse house;

  @BeforeAll
  void open() throws Exception {
    register =
        new Register(
            Product.DERBY,
            new CalendarSchema(),
            new DocumentsSchema(),
            new SupervisedContactsSchema());
    centre = new Centre(register);
    bureau = new Bureau(new Archive(register, new Turns()));
    press = new Press();
    meeting = new MeetingHouse(centre);
    house = new ModuleHouse(meeting, filing(), press, meeting.texts);
    bureau.archive.filing.addKeeper(new AgreementKeeper(centre.tx));
    bureau.archive.filing.addKeeper(new CopyKeeper(centre.tx));
  }

  private final Map<DocumentId, Documents.Paper> papers = new HashMap<>();

  /** The real ones, and what was to stand on each. */
  private Documents filing() {
    return new Documents() {
      @Override
      public void check(Viewer viewer, CaseFileId file, Paper paper) {
        bureau.papers.check(viewer, file, paper);
      }

      @Override
      public DocumentId report(
          Viewer viewer,
          CaseFileId file,
          Paper paper,
          java.util.function.Consumer<DocumentId> beside) {
        DocumentId made = bureau.papers.report(viewer, file, paper, beside);
        papers.put(made, paper);
        return made;
      }
    };
  }

  @AfterAll
  void close() throws Exception {
    press.close();
    bureau.close();
  }

  /** Documents about the child, as who works with the family finds them. */
  private List<DocumentId> about(Case opened, Viewer viewer) {
    return bureau.archive.shelf.about(viewer, opened.family().child(), 20).stream()
        .map(Shelf.Line::id)
        .toList();
  }

  /** Its PDF says every word that was to be said. */
  private void says(Viewer viewer, DocumentId document, String... besides) throws Exception {
    List<String> said = new ArrayList<>(List.of(besides));
    papers.get(document).blocks().forEach(block -> said.add(block.words()));
    saysEveryWord(bytes(viewer, document), said);
  }

  private static void saysEveryWord(byte[] pdf, List<String> said) throws Exception {
    String read = BLANKS.matcher(words(pdf)).replaceAll("");
    assertEquals(
        List.of(),
        said.stream().flatMap(BLANKS::splitAsStream).filter(word -> !read.contains(word)).toList(),
        read);
  }

  private static String words(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper reader = new PDFTextStripper();
      reader.setSortByPosition(true);
      return reader.getText(document);
    }
  }

  private byte[] bytes(Viewer viewer, DocumentId document) throws Exception {
    return bureau.archive.content(viewer, document);
  }

  private AgreementId signed(Case opened, Viewer last) {
    AgreementId id =
        house.agreements.write(
            opened.worker(),
            opened.plan(),
            new NewWording(
                FROM,
                null,
                Map.of(
                    RuleKind.GIFTS,
                    Press.CZECH,
                    RuleKind.STOPPING,
                    "Když si to dítě přeje, kontakt končí hned."),
                "Chtěla by, aby žlutý kůň čekal u dveří."));
    for (Signer signer : List.of(Signer.PARENT, Signer.CARER, Signer.FACILITATOR)) {
      sign(signer == Signer.FACILITATOR ? last : opened.worker(), id, signer);
    }
    return id;
  }

  private void sign(Viewer viewer, AgreementId id, Signer signer) {
    house.agreements.sign(
        viewer,
        id,
        house.agreementReader.view(viewer, id).version(),
        new NewSignature(
            1,
            signer,
            null,
            signer == Signer.FACILITATOR ? null : "Žofie Říčařová",
            Centre.TODAY,
            false,
            null));
  }

  @Test
  void anAgreementThatAllHaveSignedIsFoundAmongTheDocumentsOfTheChild() throws Exception {
    Case opened = centre.opened();
    Viewer facilitator = centre.viewer("facilitator");
    meeting.soon(opened, facilitator);
    AgreementId id = signed(opened, facilitator);
    assertFalse(house.filing.whenSigned(facilitator, id), "the facilitator files nothing");
    AgreementView before = house.agreementReader.view(opened.worker(), id);
    assertNull(before.now().document());
    assertTrue(house.filing.whenSigned(opened.worker(), id));
    DocumentId document = house.agreementReader.view(opened.worker(), id).now().document();
    assertEquals(List.of(document), about(opened, opened.worker()));
    says(opened.worker(), document, Press.CZECH, "Žofie Říčařová", "žlutý kůň");
    house.filing.file(opened.worker(), id, before.version());
    assertEquals(1, about(opened, opened.worker()).size(), "it lies there once");
    assertTrue(bureau.archive.filing.kept(document), "it stays as it was signed");
    house.agreements.reword(
        opened.worker(),
        id,
        before.version(),
        new NewWording(FROM, null, Map.of(RuleKind.GIFTS, "Jinak."), null));
    assertFalse(house.filing.whenSigned(opened.worker(), id), "nobody has signed that yet");
    assertEquals(
        "null: agreement.filing.unsigned",
        Centre.refusal(
            () ->
                house.filing.file(
                    opened.worker(),
                    id,
                    house.agreementReader.view(opened.worker(), id).version())));
  }

  @Test
  void whatIsSignedByHandSaysEveryWord() throws Exception {
    Case opened = centre.opened();
    AgreementId id = signed(opened, opened.worker());
    byte[] pdf = house.agreementPaper.pdf(CZECH, house.agreementReader.view(opened.worker(), id));
    saysEveryWord(pdf, press.said());
    assertTrue(press.said().stream().anyMatch(Press.CZECH::equals), "" + press.said());
  }

  private ReportId approved(Case opened, Viewer author) {
    ContactId contact = meeting.held(opened, author);
    Map<Section, String> words =
        Map.of(
            Section.BEFORE, Press.CZECH,
            Section.DURING, "Stavěla věž.",
            Section.AFTER, "Šťastně usnula.",
            Section.CHILD_WORDS, "Příště zase!");
    ReportId id = meeting.reports.begin(author, meeting.line(contact), words, true);
    meeting.review.approve(
        centre.director, id, meeting.reportReader.view(centre.director, id).version());
    return id;
  }

  @Test
  void anApprovedReportIsFoundAmongTheDocumentsOfTheChild() throws Exception {
    Case opened = centre.opened();
    ReportId id = approved(opened, centre.viewer("facilitator"));
    assertTrue(house.copies.whenApproved(centre.director, id));
    ReportView report = meeting.reportReader.view(opened.worker(), id);
    assertTrue(report.filed());
    assertEquals(ReportState.APPROVED, report.state(), "nobody has got it yet");
    assertEquals(ReceiverKind.FILE, report.copies().get(0).kind());
    DocumentId document = report.copies().get(0).document();
    assertEquals(List.of(document), about(opened, opened.worker()));
    says(opened.worker(), document, Press.CZECH, "Příště zase!");
    assertTrue(house.copies.whenApproved(centre.director, id));
    assertEquals(1, about(opened, opened.worker()).size(), "each version lies there once");
    assertTrue(bureau.archive.filing.kept(document));
    assertEquals(
        "null: observation.copy.gone",
        Centre.refusal(
            () ->
                meeting.deliveries.send(
                    opened.worker(),
                    report.copies().get(0).id(),
                    org.opora.api.documents.Deliveries.Channel.IN_PERSON,
                    Centre.TODAY)));
  }

  @Test
  void aCopyForTheCourtSaysEveryWord() throws Exception {
    Case opened = centre.opened();
    ReportId id = approved(opened, centre.viewer("facilitator"));
    house.copies.issue(
        centre.director,
        id,
        meeting.reportReader.view(centre.director, id).version(),
        new ReportCopies.Wanted(Set.of(), "Okresní soud v Žďáru nad Sázavou", null));
    ReportView report = meeting.reportReader.view(opened.worker(), id);
    says(
        opened.worker(),
        report.copies().get(0).document(),
        "Okresní soud v Žďáru nad Sázavou",
        Press.CZECH);
  }

  @Test
  void thePageForTheCourtSaysEveryWord() throws Exception {
    Case opened = centre.opened();
    meeting.held(opened, centre.viewer("facilitator"));
    String path = "/m/supervised-contacts/plans/" + opened.plan() + "/court/paper";
    Reply reply =
        house.routes().stream()
            .flatMap(set -> set.routes().stream())
            .filter(route -> route.pattern().endsWith("/court/paper"))
            .findFirst()
            .orElseThrow()
            .handler()
            .handle(Asked.by(opened.worker(), path).at("plan", opened.plan()));
    saysEveryWord(((Reply.Download) reply).content(), press.said());
    assertTrue(
        press.said().stream().anyMatch(one -> one.contains("Okresní soud v Pelhřimově")),
        "" + press.said());
  }
}
