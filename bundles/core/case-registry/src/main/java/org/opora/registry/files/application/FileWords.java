package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;

/**
 * What is written in a file speaks of everybody in it, without saying of whom. Of each file of a
 * person every place where words stand is named once, for whoever prepares the extract reads them
 * there.
 */
final class FileWords {
  private static final List<Place> PLACES =
      List.of(
          new Place("VISITS", "Visit t", "t.file", "/visits"),
          new Place("NOTES", "Note t", "t.file", "/notes"),
          new Place("AIMS", "AgreedAim t", "t.file", "/aims"),
          new Place("PLANS", "Plan t", "t.file", "/tab/plans"),
          new Place("LEDGERS", "EducationEntry t", "t.file", "/tab/ledgers"),
          new Place("LEDGERS", "RespiteEntry t", "t.file", "/tab/ledgers"),
          new Place("LEDGERS", "DutyExcuse t", "t.file", "/tab/ledgers"),
          new Place("LEDGERS", "BalanceEntry t", "t.file", "/tab/ledgers"),
          new Place("LETTERS", "Letter t", "t.file", "/post"),
          new Place("INSPECTIONS", "Inspection t", "t.file", "/inspections"),
          new Place("HANDOVERS", "Handover t", "t.file", "/team"),
          new Place("REQUESTS", "ServiceRequest t", "t.file", "/requests"),
          new Place("TASKS", "Task t", "t.file", "/tasks"),
          new Place("EXPENSES", "Expense t", "t.file", "/tab/grant"),
          new Place("AGREEMENTS", "Amendment t", "t.file", "/agreement"),
          new Place(
              "AGREEMENTS",
              "ProposalStep s JOIN Proposal t ON t.id = s.proposal AND s.words IS NOT NULL",
              "t.file",
              "/agreement"),
          new Place(
              "AGREEMENTS",
              "Agreement t JOIN CaseFile f ON f.id = t.file AND t.ending.reason IS NOT NULL",
              "t.file",
              "/agreement"),
          new Place(
              "AGREEMENTS",
              "OvertakenEnd t JOIN CaseFile f ON f.id = t.file AND t.ending.reason IS NOT NULL",
              "t.file",
              "/agreement"),
          new Place(
              "ARCHIVE",
              "ArchivedFile t JOIN CaseFile f ON f.id = t.file AND t.why IS NOT NULL",
              "t.file",
              "/archive"),
          new Place("BALANCES", "OpeningBalance t", "t.caseFile", "/agreement"));

  private FileWords() {}

  /**
   * @param from entities with words, as a query names them
   * @param file where they name the file
   * @param page where they are read in the file
   */
  private record Place(String what, String from, String file, String page) {}

  static List<Review> review(EntityManager em, List<UUID> known) {
    List<UUID> files =
        em.createQuery(
                "SELECT f.id FROM CaseFile f WHERE f.id IN (SELECT c.file FROM FileCarer c WHERE"
                    + " c.person IN :known) OR f.id IN (SELECT p.file FROM Placement p WHERE"
                    + " p.child IN :known)",
                UUID.class)
            .setParameter("known", known)
            .getResultList();
    List<Review> all = new ArrayList<>();
    for (Place place : PLACES) {
      TreeSet<UUID> found = new TreeSet<>();
      Chunks.ask(
              files,
              part ->
                  em.createQuery(
                          "SELECT DISTINCT "
                              + place.file()
                              + " FROM "
                              + place.from()
                              + " WHERE "
                              + place.file()
                              + " IN :files",
                          UUID.class)
                      .setParameter("files", part)
                      .getResultList())
          .forEach(found::add);
      for (UUID file : found) {
        Review one =
            new Review(
                Refusals.text("field.words." + place.what()),
                file,
                "/files/" + file + place.page());
        if (!all.contains(one)) {
          all.add(one);
        }
      }
    }
    return all;
  }
}
