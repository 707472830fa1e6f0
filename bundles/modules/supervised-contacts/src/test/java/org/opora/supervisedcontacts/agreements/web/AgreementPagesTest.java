package org.opora.supervisedcontacts.agreements.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Printing;
import org.opora.api.faults.NotFound;
import org.opora.api.web.Reply;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.agreements.application.AgreementReader;
import org.opora.supervisedcontacts.agreements.application.RuleWords;
import org.opora.supervisedcontacts.agreements.application.Scans;
import org.opora.supervisedcontacts.agreements.domain.AgreementId;
import org.opora.supervisedcontacts.agreements.domain.RuleKind;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.supervisedcontacts.shared.web.ModuleDoors;
import org.opora.supervisedcontacts.shared.web.ModuleHouse;

/** The pages of agreements, of their scans and of the wording of the centre, in every language. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementPagesTest {
  private static final String HOME = "/m/supervised-contacts";
  private static final byte[] PDF = "%PDF-1.7 podepsáno".getBytes(StandardCharsets.UTF_8);
  private final MeetingHouse meeting = new MeetingHouse(Product.DERBY);
  private final Centre centre = meeting.centre;
  private final List<Printing.Paper> printed = new ArrayList<>();
  private final ModuleHouse module =
      new ModuleHouse(meeting, meeting.documents(), this::print, ModuleDoors.messages());
  private final AgreementReader reader = module.agreementReader;
  private final RuleWords house =
      new RuleWords(centre.tx, centre.access(), centre.register.house.audit(), Centre.texts());
  private final ModuleDoors doors =
      new ModuleDoors(
          new AgreementRoutes(
              module.agreements,
              reader,
              module.agreementPaper,
              module.filing,
              house,
              centre.planReader,
              centre.register.files,
              ModuleDoors.messages()),
          new ScanRoutes(
              new Scans(
                  centre.tx,
                  centre.keys(),
                  centre.access(),
                  centre.register.house.audit(),
                  centre.register.people),
              reader,
              ModuleDoors.messages()),
          new WordingRoutes(house));
  @TempDir Path folder;

  @AfterAll
  void close() {
    meeting.close();
  }

  private byte[] print(Printing.Paper paper) {
    printed.add(paper);
    return PDF;
  }

  private String version(String page) {
    UUID id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    return String.valueOf(reader.view(centre.director, new AgreementId(id)).version());
  }

  private String written(Case opened) {
    return doors.post(
        opened.worker(),
        HOME + "/plans/" + opened.plan() + "/agreements",
        "from",
        "2026-10-01",
        "rule-GIFTS",
        "Nic velkého.",
        "view",
        "Ema chce odejít, kdy chce.");
  }

  @Test
  void anAgreementIsWrittenWordedAnewPrintedAndSigned() {
    Case opened = centre.opened();
    Viewer worker = opened.worker();
    String all = HOME + "/plans/" + opened.plan() + "/agreements";
    assertTrue(doors.open(worker, all + "/new").contains("f-rule-STOPPING"));
    String wrong = doors.refused(worker, all, "rule-GIFTS", "Nic velkého.");
    assertTrue(wrong.contains("e-from"), wrong);
    assertTrue(wrong.contains("Nic velkého.</textarea>"), "nothing typed is lost");
    String backwards =
        doors.refused(
            worker, all, "from", "2026-10-01", "until", "2026-09-01", "rule-GIFTS", "Nic velkého.");
    assertTrue(backwards.contains("e-until"), backwards);
    String page = written(opened);
    assertTrue(doors.open(worker, page).contains("Nic velkého."));
    assertTrue(doors.open(worker, page + "/edit").contains("Nic velkého.</textarea>"));
    String stale =
        doors.refused(
            worker, page, "version", "99", "from", "2026-10-01", "rule-GIFTS", "Jen knihy.");
    assertTrue(stale.contains("Jen knihy.</textarea>"), stale);
    assertTrue(
        doors
            .refused(worker, page, "version", version(page), "rule-GIFTS", "Jen knihy.")
            .contains("e-from"));
    doors.post(
        worker, page, "version", version(page), "from", "2026-10-01", "rule-GIFTS", "Jen knihy.");
    assertTrue(doors.open(worker, page).contains("Jen knihy."));
    Reply.Download paper = doors.take(worker, page + "/print");
    assertEquals("application/pdf", paper.contentType());
    Printing.Paper last = printed.get(printed.size() - 1);
    assertEquals(List.of("Centrum Žluťásek"), last.head());
    assertTrue(last.parts().toString().contains("Jen knihy."), last.toString());
  }

  @Test
  void whoSignsIsSaidAndWhoRefusesSaysWhy() {
    Case opened = centre.opened();
    Viewer worker = opened.worker();
    String page = written(opened);
    assertTrue(doors.open(worker, page + "/sign").contains("Marie"), "the carer is offered");
    String wrong = doors.refused(worker, page + "/sign", "version", version(page), "name", "Lenka");
    assertTrue(
        wrong.contains("e-signer") && wrong.contains("e-on") && wrong.contains("e-answer"), wrong);
    assertTrue(wrong.contains("value=\"Lenka\""), "nothing typed is lost");
    String day = Centre.TODAY.toString();
    String silent =
        doors.refused(
            worker,
            page + "/sign",
            "version",
            version(page),
            "signer",
            "PARENT",
            "name",
            "Lenka Slavíková",
            "wording",
            "1",
            "on",
            day,
            "answer",
            "REFUSED");
    assertTrue(silent.contains("e-reason"), silent);
    doors.post(
        worker,
        page + "/sign",
        "version",
        version(page),
        "signer",
        "PARENT",
        "name",
        "Lenka Slavíková",
        "wording",
        "1",
        "on",
        day,
        "answer",
        "SIGNED");
    String signed = doors.open(worker, page);
    assertTrue(signed.contains("Lenka Slavíková"), signed);
    String strike = Jsoup.parse(signed).select("form[action*=/signatures/]").attr("action");
    doors.post(worker, strike);
    assertFalse(doors.open(worker, page).contains("/signatures/"), "it is struck out once");
  }

  @Test
  void theSignedPaperIsAttachedHandedOutAndStruckOut() {
    Case opened = centre.opened();
    Viewer worker = opened.worker();
    String page = written(opened);
    String none = doors.uploadRefused(worker, page + "/scans", folder, new byte[0]);
    assertTrue(
        none.contains("e-scan") && none.contains("<details class=\"screen-only\" open>"), none);
    String unknown =
        doors.uploadRefused(worker, page + "/scans", folder, "MZ".getBytes(StandardCharsets.UTF_8));
    assertTrue(unknown.contains("e-scan"), "what it is says its content: " + unknown);
    assertEquals(page, doors.upload(worker, page + "/scans", folder, PDF));
    String scan = Jsoup.parse(doors.open(worker, page)).select("a[href*=/scans/]").attr("href");
    Reply.Download taken = doors.take(worker, scan);
    assertArrayEquals(PDF, taken.content());
    assertEquals("application/pdf", taken.contentType());
    doors.post(worker, scan + "/strike");
    assertFalse(doors.open(worker, page).contains("href=\"" + scan + "\""));
    assertThrows(NotFound.class, () -> doors.take(worker, scan));
  }

  @Test
  void theCentreWordsItsRules() {
    Viewer director = centre.director;
    String path = HOME + "/rules";
    String before = doors.open(director, path);
    assertTrue(before.contains("f-rule-ARRIVAL"), before);
    List<String> fields = new ArrayList<>(List.of("version", "0"));
    for (RuleKind kind : RuleKind.values()) {
      if (kind != RuleKind.FOOD) {
        fields.addAll(List.of("rule-" + kind, "Naše pravidlo " + kind));
      }
    }
    String wrong = doors.refused(director, path, fields.toArray(String[]::new));
    assertTrue(wrong.contains("e-rule-FOOD"), wrong);
    assertTrue(wrong.contains("Naše pravidlo GIFTS</textarea>"), "nothing typed is lost");
    fields.addAll(List.of("rule-FOOD", "Jen od centra."));
    assertEquals(path, doors.post(director, path, fields.toArray(String[]::new)));
    assertTrue(doors.open(director, path).contains("Jen od centra.</textarea>"));
    String stale = doors.refused(director, path, fields.toArray(String[]::new));
    assertTrue(stale.contains("Naše pravidlo GIFTS</textarea>"), "somebody else was faster");
    Case opened = centre.opened();
    assertTrue(
        doors
            .open(opened.worker(), HOME + "/plans/" + opened.plan() + "/agreements/new")
            .contains("Jen od centra.</textarea>"),
        "agreements begin with it");
  }
}
