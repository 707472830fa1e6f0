package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.Register.Family;

/** The pages of an agreement under Czech law, as a key worker goes through them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementDoorsTest {
  private final Register register = Register.under(TestDatabase.Product.DERBY, new CzechLaw());
  private final Doors doors = new Doors(register);
  private final Viewer director = register.viewer("director");
  private final Viewer worker = register.viewer("key-worker");

  @AfterAll
  void close() {
    register.close();
  }

  @Test
  void aNoticeIsExplainedBeforeItIsWrittenDown() {
    Family family = register.family(director, worker, "Vypovídá");
    String file = "/files/" + family.file();
    String agreement = file + "/agreements/" + agreement(family.file());
    String ways = doors.open(worker, agreement + "/end");
    for (String way : List.of("carer-notice", "centre-notice", "agreed", "by-law")) {
      assertTrue(ways.contains(agreement + "/end/" + way), way);
      doors.open(worker, agreement + "/end/" + way);
    }
    assertFalse(
        doors.open(worker, agreement + "/end/by-law").contains("name=\"lastDay\""),
        "an end by law has no other day");
    String notice = agreement + "/end/carer-notice";
    String june =
        doors.refused(
            worker, 422, notice, "on", "15. 6. 2026", "lastDay", "30. 6. 2026", "version", "1");
    assertTrue(june.contains("e-lastDay"), "the reason stands beside the field");
    assertTrue(june.contains("Dohoda nemůže skončit 30. 6. 2026"), june);
    assertTrue(june.contains("zbývá 15 dní, zákon žádá nejméně 30 dní"), june);
    String asked = doors.refused(worker, 200, notice, "on", "15. 6. 2026", "version", "1");
    assertTrue(asked.contains("čtvrtek 31. 12. 2026"), asked);
    assertTrue(asked.contains("skončí až s dalším pololetím 31. 12. 2026"), asked);
    assertTrue(asked.contains("výklad, který právník nepotvrdil"), "how far it is confirmed");
    assertTrue(asked.contains("úřadu práce do 15. 1. 2027"), asked);
    assertTrue(asked.contains("Svěření 1 dítěte"), asked);
    assertEquals(null, register.agreements.of(director, family.file()).get(0).endedOn());
    doors.post(worker, notice, "on", "2026-06-15", "version", "1", "confirmed", "yes");
    String page = doors.open(worker, file + "/agreement");
    assertTrue(page.contains("Platí, je dána výpověď"), page);
    assertTrue(page.contains("skončí až s dalším pololetím 31. 12. 2026"), page);
    assertTrue(page.contains("platí do 31. 12. 2026"), "so it stands in the identity bar");
    assertThrows(NotFound.class, () -> doors.open(worker, agreement + "/end"));
    assertFalse(doors.open(worker, agreement + "/edit").contains("name=\"endedOn\""));
    String back = doors.open(worker, agreement + "/go-on");
    assertTrue(back.contains("31. 12. 2026"), back);
    String late = doors.refused(worker, 422, agreement + "/go-on", "version", "1");
    assertTrue(late.contains("id=\"faults\""), "somebody has changed it meanwhile");
    doors.post(worker, agreement + "/go-on", "version", "2");
    assertEquals(null, register.agreements.of(director, family.file()).get(0).endedOn());
  }

  @Test
  void anAgreedEndOnAnotherDayAsksForTheReason() {
    Family family = register.family(director, worker, "Dohodnutá");
    String agreed =
        "/files/" + family.file() + "/agreements/" + agreement(family.file()) + "/end/agreed";
    String[] fields = {"on", "2026-10-20", "lastDay", "2026-11-15", "version", "1"};
    String refused = doors.refused(worker, 422, agreed, fields);
    assertTrue(refused.contains("e-reason"), refused);
    String[] reasoned = java.util.Arrays.copyOf(fields, fields.length + 2);
    reasoned[fields.length] = "reason";
    reasoned[fields.length + 1] = "Rodina se stěhuje.";
    String confirm = doors.refused(worker, 200, agreed, reasoned);
    assertTrue(confirm.contains("neděle 15. 11. 2026"), confirm);
    assertTrue(confirm.contains("Rodina se stěhuje."), confirm);
  }

  @Test
  void theCentreChoosesAGroundOfTheLaw() {
    Family family = register.family(director, worker, "Porušená");
    String notice =
        "/files/"
            + family.file()
            + "/agreements/"
            + agreement(family.file())
            + "/end/centre-notice";
    String form = doors.open(worker, notice);
    assertTrue(form.contains("Opakované maření"), form);
    assertFalse(form.contains("Odmítnutí převzít"), "that is for temporary carers");
    assertTrue(
        doors
            .refused(worker, 422, notice, "on", "2026-10-20", "version", "1")
            .contains("e-ground"));
    doors.post(
        worker,
        notice,
        "on",
        "2026-10-20",
        "ground",
        "cz.breach",
        "version",
        "1",
        "confirmed",
        "yes");
    assertTrue(
        doors.open(worker, "/files/" + family.file() + "/agreement").contains("Závažné nebo"));
  }

  @Test
  void aNewAgreementGoesItsWayThroughThePages() {
    CaseFileId key =
        register.files.open(director, new NewFile(null, "Nová", LocalDate.of(2026, 8, 4)));
    PersonId carer = register.person(director, "Jana", "Nová", LocalDate.of(1981, 2, 3));
    register.files.addCarer(director, key, carer, LocalDate.of(2026, 8, 4));
    register.files.assign(director, key, worker.staff(), null, LocalDate.of(2026, 8, 4));
    String file = "/files/" + key;
    doors.open(worker, file + "/proposals/new");
    assertTrue(
        doors.refused(worker, 422, file + "/proposals/new", "on", "2026-08-04").contains("e-kind"));
    doors.post(
        worker,
        file + "/proposals/new",
        "kind",
        "LONG_TERM",
        "mediated",
        "YES",
        "on",
        "2026-08-04",
        "decisionForceOn",
        "4. 8. 2026",
        "authority",
        "Praha 4");
    String page = doors.open(worker, file + "/agreement");
    assertTrue(page.contains("Dohoda má být uzavřena do 3. 9. 2026"), page);
    String proposal = file + "/proposals/" + register.proposals.of(director, key).get(0).id();
    assertThrows(NotFound.class, () -> doors.open(worker, proposal + "/sign"));
    assertThrows(NotFound.class, () -> doors.open(worker, proposal + "/other"));
    String unsaid =
        doors.refused(worker, 422, proposal + "/sign", "on", "2026-08-20", "version", "1");
    assertTrue(unsaid.contains("až s ní úřad souhlasí"), unsaid);
    doors.open(worker, proposal + "/request");
    doors.post(worker, proposal + "/request", "on", "2026-08-06", "version", "1");
    doors.open(worker, proposal + "/grant");
    assertTrue(
        doors
            .refused(worker, 422, proposal + "/grant", "on", "2026-08-14", "version", "2")
            .contains("e-reference"));
    doors.post(
        worker,
        proposal + "/grant",
        "on",
        "2026-08-14",
        "reference",
        "MUXY/9/2026",
        "version",
        "2");
    String early =
        doors.refused(worker, 422, proposal + "/sign", "on", "2026-08-13", "version", "3");
    assertTrue(early.contains("e-on"), early);
    assertTrue(early.contains("Podpis 13. 8. 2026 je dřív než souhlas úřadu 14. 8. 2026"), early);
    doors.open(worker, proposal + "/sign");
    doors.post(worker, proposal + "/sign", "on", "2026-08-20", "version", "3");
    String concluded = doors.open(worker, file + "/agreement");
    assertTrue(concluded.contains("14. 8. 2026, MUXY/9/2026"), concluded);
    assertFalse(concluded.contains("Dohody v přípravě"), concluded);
  }

  @Test
  void aChangeOfTheAgreementIsWrittenDownAndCorrected() {
    Family family = register.family(director, worker, "Měněná");
    String file = "/files/" + family.file();
    String changes = file + "/agreements/" + agreement(family.file()) + "/amendments/";
    doors.open(worker, changes + "new");
    assertTrue(doors.refused(worker, 422, changes + "new", "on", "2026-10-20").contains("e-what"));
    String asked =
        doors.refused(
            worker,
            422,
            changes + "new",
            "on",
            "2026-10-20",
            "what",
            "Péče o druhé dítě.",
            "substantial",
            "YES");
    assertTrue(asked.contains("e-consentOn"), asked);
    assertTrue(asked.contains("Péče o druhé dítě."), "nothing is lost");
    doors.post(
        worker,
        changes + "new",
        "on",
        "2026-10-20",
        "what",
        "Nová hlídající osoba.",
        "substantial",
        "NO");
    assertTrue(doors.open(worker, file + "/agreement").contains("Nová hlídající osoba."));
    var change = register.amendments.of(director, family.file()).get(0);
    String edit = changes + change.id();
    assertTrue(doors.open(worker, edit).contains("Nová hlídající osoba."));
    doors.post(
        worker,
        edit,
        "on",
        "2026-10-21",
        "what",
        "Nová paní na hlídání.",
        "substantial",
        "NO",
        "version",
        "" + change.version());
    String stale =
        doors.refused(
            worker,
            422,
            edit,
            "on",
            "2026-10-22",
            "what",
            "Pozdní text.",
            "substantial",
            "NO",
            "version",
            "" + change.version());
    assertTrue(stale.contains("Nová paní na hlídání.") && stale.contains("Pozdní text."), stale);
  }

  private String agreement(CaseFileId file) {
    return register.agreements.of(director, file).get(0).id().toString();
  }
}
