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
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.ProposalsDesk.NewProposal;
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
    assertTrue(page.contains(agreement + "/amendments/new"), "it is changed while notice runs");
    String earlier = doors.open(worker, agreement + "/end");
    assertTrue(earlier.contains("/end/by-law") && earlier.contains("/end/agreed"), earlier);
    assertFalse(earlier.contains("/end/centre-notice"), earlier);
    assertFalse(doors.open(worker, agreement + "/edit").contains("name=\"endedOn\""));
    String back = doors.open(worker, agreement + "/go-on");
    assertTrue(back.contains("31. 12. 2026"), back);
    String late = doors.refused(worker, 422, agreement + "/go-on", "version", "1");
    assertTrue(late.contains("id=\"faults\""), "somebody has changed it meanwhile");
    assertTrue(late.contains("e-why"), "withdrawn, or a mistake");
    doors.post(
        worker, agreement + "/go-on", "version", "2", "why", "WITHDRAWN", "on", "2026-06-20");
    assertTrue(doors.open(worker, file + "/timeline").contains("Výpověď dohody vzata zpět"));
    String typed =
        doors.refused(
            worker,
            422,
            agreement + "/edit",
            "kind",
            "LONG_TERM",
            "mediated",
            "YES",
            "concludedOn",
            "2026-01-10",
            "endedOn",
            "2099-05-05",
            "version",
            "3");
    assertTrue(typed.contains("e-endedOn"), typed);
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
    String back = proposal + "/back";
    assertTrue(doors.open(worker, file + "/agreement").contains(back));
    assertTrue(doors.open(worker, back).contains("6. 8. 2026"), "where it goes back to");
    assertTrue(doors.refused(worker, 422, back, "version", "2").contains("id=\"faults\""));
    doors.post(worker, back, "version", "3");
    doors.post(
        worker,
        proposal + "/grant",
        "on",
        "2026-08-14",
        "reference",
        "MUXY/9/2026",
        "version",
        "4");
    doors.open(worker, proposal + "/sign");
    doors.post(worker, proposal + "/sign", "on", "2026-08-20", "version", "5");
    assertThrows(NotFound.class, () -> doors.open(worker, back));
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
    String back = edit + "/withdraw";
    assertTrue(doors.open(worker, file + "/agreement").contains(back));
    assertTrue(doors.open(worker, back).contains("Nová paní na hlídání."));
    assertTrue(doors.refused(worker, 422, back, "version", "0").contains("id=\"faults\""));
    doors.post(worker, back, "version", "" + (change.version() + 1));
    assertFalse(doors.open(worker, file + "/agreement").contains("Nová paní na hlídání."));
  }

  @Test
  void theFormerRulesAskForTheDayAndComputeNothing() {
    CaseFileId key = opened("Dřívější", LocalDate.of(2023, 4, 1));
    register.agreements.conclude(
        director, key, new NewAgreement(CareKind.LONG_TERM, true, LocalDate.of(2023, 4, 1), null));
    String notice = "/files/" + key + "/agreements/" + agreement(key) + "/end/carer-notice";
    String form = doors.open(worker, notice);
    assertTrue(form.contains("platí pro ni dřívější pravidla"), form);
    assertFalse(form.contains("den spočítá Opora"), form);
    String empty = doors.refused(worker, 422, notice, "on", "2026-06-15", "version", "1");
    assertTrue(empty.contains("e-lastDay"), empty);
    String asked =
        doors.refused(
            worker, 200, notice, "on", "2026-06-15", "lastDay", "2026-07-15", "version", "1");
    assertTrue(asked.contains("středa 15. 7. 2026"), asked);
    assertFalse(asked.contains("pololetí"), "nothing is said of the present rules");
  }

  @Test
  void whoKeepsTheFormerRulesMayChooseThePresentOnes() {
    CaseFileId key = opened("Přešlá", LocalDate.of(2023, 4, 1));
    String file = "/files/" + key;
    doors.post(
        worker,
        file + "/agreements/new",
        "kind",
        "LONG_TERM",
        "mediated",
        "YES",
        "concludedOn",
        "2025-01-01",
        "signedOn",
        "20. 12. 2024");
    String agreement = file + "/agreements/" + agreement(key);
    assertTrue(doors.open(worker, file + "/agreement").contains("podepsaná 20. 12. 2024"));
    assertTrue(doors.open(worker, agreement + "/edit").contains("value=\"2024-12-20\""));
    String changes = agreement + "/amendments/";
    assertTrue(doors.open(worker, changes + "new").contains("name=\"rulesFrom\""));
    String[] change = {"on", "2026-05-10", "what", "Nová pravidla.", "substantial", "NO"};
    assertTrue(
        doors
            .refused(worker, 422, changes + "new", with(change, "rulesFrom", "2026-05-09"))
            .contains("e-rulesFrom"));
    doors.post(worker, changes + "new", with(change, "rulesFrom", "1. 6. 2026"));
    assertTrue(
        doors.open(worker, file + "/agreement").contains("od 1. 6. 2026 podle nynějších pravidel"));
    String edit = changes + register.amendments.of(director, key).get(0).id();
    assertTrue(doors.open(worker, edit).contains("value=\"2026-06-01\""));
    String notice = doors.open(worker, agreement + "/end/carer-notice");
    assertTrue(notice.contains("den spočítá Opora"), notice);
    String asked =
        doors.refused(
            worker, 200, agreement + "/end/carer-notice", "on", "2026-06-15", "version", "1");
    assertTrue(asked.contains("čtvrtek 31. 12. 2026"), asked);
    Family present = register.family(director, worker, "Nepřešlá");
    String other = "/files/" + present.file() + "/agreements/" + agreement(present.file());
    assertFalse(doors.open(worker, other + "/amendments/new").contains("name=\"rulesFrom\""));
  }

  @Test
  void aDeathThatIsToldLateSaysHowLongTheAgreementWentOn() {
    Family family = register.family(director, worker, "Ohlášená");
    PersonId petr = register.person(director, "Petr", "Ohlášený", LocalDate.of(1979, 1, 1));
    register.files.addCarer(director, family.file(), petr, LocalDate.of(2026, 1, 10));
    String file = "/files/" + family.file();
    String death = file + "/carers/" + petr + "/end/death";
    String lasts = doors.refused(worker, 200, death, "until", "2026-04-14");
    assertTrue(lasts.contains("Dohoda trvá s tím, kdo zůstává."), lasts);
    String agreement = file + "/agreements/" + agreement(family.file());
    doors.post(
        worker,
        agreement + "/end/carer-notice",
        "on",
        "2026-05-29",
        "version",
        "1",
        "confirmed",
        "yes");
    String lasted = doors.refused(worker, 200, death, "until", "2026-04-14");
    assertTrue(lasted.contains("Dohoda trvala s tím, kdo zůstal, do 30. 6. 2026."), lasted);
    assertFalse(lasted.contains("Dohoda trvá"), lasted);
    String after = doors.refused(worker, 200, death, "until", "2026-07-14");
    assertFalse(after.contains("Dohoda trv"), "it was over before");
  }

  @Test
  void whatWasSignedByMistakeGoesBackIntoPreparation() {
    CaseFileId key = opened("Mýlená", LocalDate.of(2026, 8, 4));
    String file = "/files/" + key;
    var proposal =
        register.proposals.begin(
            director,
            key,
            new NewProposal(CareKind.LONG_TERM, true, null, LocalDate.of(2026, 8, 4), null));
    String steps = file + "/proposals/" + proposal;
    doors.post(worker, steps + "/request", "on", "2026-08-05", "version", "1");
    doors.post(
        worker, steps + "/refuse", "on", "2026-08-09", "reference", "MUXY/8/2026", "version", "2");
    doors.post(worker, steps + "/request", "on", "2026-08-10", "version", "3");
    String edit = doors.open(worker, steps + "/edit");
    assertTrue(edit.contains("2026-08-04"), edit);
    assertTrue(
        doors
            .refused(
                worker,
                422,
                steps + "/edit",
                "kind",
                "KINSHIP",
                "mediated",
                "NO",
                "on",
                "2026-08-06",
                "version",
                "4")
            .contains("e-on"),
        "not after the first request");
    doors.post(
        worker,
        steps + "/edit",
        "kind",
        "KINSHIP",
        "mediated",
        "NO",
        "on",
        "2026-08-03",
        "authority",
        "Praha 9",
        "version",
        "4");
    doors.post(
        worker, steps + "/grant", "on", "2026-08-14", "reference", "MUXY/9/2026", "version", "5");
    String prepared = doors.open(worker, file + "/agreement");
    assertTrue(prepared.contains("Úřad nesouhlasí, MUXY/8/2026"), "the former answer stays");
    doors.post(
        worker, steps + "/sign", "on", "2026-08-20", "inForceFrom", "2026-11-20", "version", "6");
    String page = doors.open(worker, file + "/agreement");
    String signature = file + "/agreements/" + proposal + "/signature";
    assertTrue(page.contains(signature), page);
    assertTrue(page.contains("Úřad nesouhlasí, MUXY/8/2026"), "and after the signature, too");
    String ways = doors.open(worker, file + "/agreements/" + proposal + "/end");
    assertTrue(ways.contains("carer-notice"), "notice may be given once it is signed");
    String agreed = file + "/agreements/" + proposal + "/end/agreed";
    assertTrue(doors.open(worker, agreed).contains("nemá-li dohoda vůbec začít platit"));
    String never = doors.refused(worker, 200, agreed, "on", "2026-10-30", "version", "1");
    assertTrue(never.contains("Dohoda vůbec nezačne platit"), never);
    doors.post(worker, agreed, "on", "2026-10-30", "version", "1", "confirmed", "yes");
    String ended = doors.open(worker, file + "/agreement");
    assertTrue(ended.contains("Skončila dřív, než začala platit"), ended);
    assertFalse(ended.contains(signature), "first the end is taken back");
    assertTrue(
        doors
            .open(worker, file + "/agreements/" + proposal + "/go-on")
            .contains("měla platit od 20. 11. 2026"));
    doors.post(worker, file + "/agreements/" + proposal + "/go-on", "version", "2");
    doors.open(worker, signature);
    assertTrue(doors.refused(worker, 422, signature, "version", "1").contains("id=\"faults\""));
    doors.post(worker, signature, "version", "3");
    assertTrue(doors.open(worker, file + "/agreement").contains(steps + "/sign"));
    assertTrue(register.agreements.of(director, key).isEmpty());
  }

  @Test
  void theLastChildLeavesWhileNoticeRuns() {
    Family family = register.family(director, worker, "Předběhnutá");
    String file = "/files/" + family.file();
    String end = file + "/agreements/" + agreement(family.file()) + "/end";
    doors.post(
        worker, end + "/carer-notice", "on", "2026-06-15", "version", "1", "confirmed", "yes");
    assertTrue(doors.open(worker, file + "/agreement").contains("href=\"" + end + "\""));
    assertThrows(NotFound.class, () -> doors.open(worker, end + "/centre-notice"));
    String law = end + "/by-law";
    String asked =
        doors.refused(
            worker, 200, law, "on", "2026-10-01", "ground", "cz.last-child", "version", "2");
    assertTrue(asked.contains("Nahradí to dosavadní poslední den 31. 12. 2026"), asked);
    String late =
        doors.refused(
            worker, 422, law, "on", "2026-12-31", "ground", "cz.last-child", "version", "2");
    assertTrue(late.contains("e-on"), late);
    doors.post(
        worker,
        law,
        "on",
        "2026-10-01",
        "ground",
        "cz.last-child",
        "version",
        "2",
        "confirmed",
        "yes");
    String page = doors.open(worker, file + "/agreement");
    assertTrue(page.contains("Výpověď osoby pečující (15. 6. 2026)"), page);
    assertTrue(page.contains("naposledy 31. 12. 2026"), page);
    String back = doors.open(worker, file + "/agreements/" + agreement(family.file()) + "/go-on");
    assertTrue(back.contains("dřívější zápis o konci, poslední den 31. 12. 2026"), back);
  }

  @Test
  void aCarerLeavesTheAgreementOnlyByDecision() {
    Family family = register.family(director, worker, "Rozdělená");
    PersonId petr = register.person(director, "Petr", "Rozdělený", LocalDate.of(1979, 1, 1));
    register.files.addCarer(director, family.file(), petr, LocalDate.of(2026, 1, 10));
    String leave = "/files/" + family.file() + "/carers/" + petr + "/end";
    String ways = doors.open(worker, leave);
    for (String way : List.of("separated", "death", "otherwise")) {
      assertTrue(ways.contains(leave + "/" + way), way);
      doors.open(worker, leave + "/" + way);
    }
    assertThrows(NotFound.class, () -> doors.open(worker, leave + "/other"));
    String stays =
        doors.refused(worker, 422, leave + "/otherwise", "until", "2026-10-31", "confirmed", "yes");
    assertTrue(stays.contains("Dohoda trvá a osoba pečující z ní může odejít jen"), stays);
    String early = doors.refused(worker, 422, leave + "/separated", "apartSince", "2026-09-01");
    assertTrue(early.contains("e-decidedOn"), early);
    assertTrue(early.contains("Rozhodnout může nejdřív 1. 12. 2026"), early);
    String undecided = doors.refused(worker, 422, leave + "/separated", "apartSince", "2026-03-01");
    assertTrue(undecided.contains("chybí rozhodnutí OSPOD"), undecided);
    String[] decided = {
      "apartSince", "2026-03-01", "decidedOn", "2026-10-20", "reference", "S/7/2026"
    };
    String asked = doors.refused(worker, 200, leave + "/separated", decided);
    assertTrue(asked.contains("nejdřív od 20. 10. 2026"), asked);
    assertTrue(asked.contains("pondělí 19. 10. 2026"), asked);
    String[] confirmed = java.util.Arrays.copyOf(decided, decided.length + 2);
    confirmed[decided.length] = "confirmed";
    confirmed[decided.length + 1] = "yes";
    doors.post(worker, leave + "/separated", confirmed);
    String people = doors.open(worker, "/files/" + family.file() + "/people");
    assertTrue(people.contains("odloučení rozhodnutím OSPOD od 20. 10. 2026, S/7/2026"), people);
  }

  @Test
  void whoeverIsLateLosesNothingThatTheyTyped() {
    Family family = register.family(director, worker, "Pozdní");
    PersonId petr = register.person(director, "Petr", "Pozdní", LocalDate.of(1979, 1, 1));
    register.files.addCarer(director, family.file(), petr, LocalDate.of(2026, 1, 10));
    String file = "/files/" + family.file();
    String end = file + "/agreements/" + agreement(family.file()) + "/end";
    String[] agreed = {
      "on", "2026-10-20", "lastDay", "2026-11-15", "reason", "Rodina se stěhuje.", "version", "1"
    };
    String changed = doors.refused(worker, 200, end + "/agreed", with(agreed, "change", "yes"));
    assertTrue(changed.contains("value=\"2026-11-15\""), "back from the question: " + changed);
    assertTrue(changed.contains("Rodina se stěhuje."), changed);
    assertTrue(
        doors.refused(worker, 200, end + "/agreed", agreed).contains("name=\"change\""),
        "the way back carries it along");
    doors.post(
        worker, end + "/carer-notice", "on", "2026-06-15", "version", "1", "confirmed", "yes");
    for (String[] fields : List.of(agreed, with(agreed, "confirmed", "yes"))) {
      String late = doors.refused(worker, 422, end + "/agreed", fields);
      assertTrue(late.contains("Rodina se stěhuje."), late);
      assertTrue(late.contains("<dd>31. 12. 2026</dd>"), "what stands there now: " + late);
    }
    doors.post(
        worker,
        file + "/agreements/" + agreement(family.file()) + "/go-on",
        "version",
        "2",
        "why",
        "MISTAKE");
    assertTrue(
        doors
            .refused(
                worker,
                422,
                file + "/agreements/" + agreement(family.file()) + "/go-on",
                "version",
                "2")
            .contains("už zapsán není"));

    String leave = file + "/carers/" + petr + "/end/";
    doors.post(worker, leave + "death", "until", "2026-10-01", "confirmed", "yes");
    String left =
        doors.refused(
            worker, 422, leave + "separated", "decidedOn", "2026-10-20", "reference", "S/8/2026");
    assertTrue(left.contains("pečující byla naposledy 1. 10. 2026"), left);
    assertTrue(left.contains("S/8/2026"), left);
  }

  @Test
  void whatIsSignedMeanwhileIsSaidBesideTheCorrection() {
    CaseFileId key = opened("Předčasná", LocalDate.of(2026, 8, 4));
    var id =
        register.proposals.begin(
            director,
            key,
            new NewProposal(CareKind.LONG_TERM, true, null, LocalDate.of(2026, 8, 4), null));
    String proposal = "/files/" + key + "/proposals/" + id;
    doors.post(worker, proposal + "/request", "on", "2026-08-06", "version", "1");
    doors.post(
        worker, proposal + "/grant", "on", "2026-08-14", "reference", "M/9/2026", "version", "2");
    doors.post(worker, proposal + "/sign", "on", "2026-08-20", "version", "3");
    String corrected =
        doors.refused(
            worker,
            422,
            proposal + "/edit",
            "kind",
            "LONG_TERM",
            "mediated",
            "YES",
            "on",
            "2026-08-04",
            "authority",
            "Zlín",
            "version",
            "3");
    assertTrue(corrected.contains("Zlín"), corrected);
    String dropped =
        doors.refused(
            worker,
            422,
            proposal + "/drop",
            "on",
            "2026-08-21",
            "reason",
            "WITHDRAWN",
            "version",
            "3");
    assertTrue(dropped.contains("2026-08-21"), dropped);
    assertThrows(NotFound.class, () -> doors.open(worker, proposal + "/edit"));
    assertThrows(NotFound.class, () -> doors.open(worker, proposal + "/drop"));
  }

  private static String[] with(String[] fields, String name, String value) {
    String[] more = java.util.Arrays.copyOf(fields, fields.length + 2);
    more[fields.length] = name;
    more[fields.length + 1] = value;
    return more;
  }

  private CaseFileId opened(String name, LocalDate on) {
    CaseFileId key = register.files.open(director, new NewFile(null, name, on));
    PersonId carer = register.person(director, "Eva", name, LocalDate.of(1981, 2, 3));
    register.files.addCarer(director, key, carer, on);
    register.files.assign(director, key, worker.staff(), null, on);
    return key;
  }

  private String agreement(CaseFileId file) {
    return register.agreements.of(director, file).get(0).id().toString();
  }
}
