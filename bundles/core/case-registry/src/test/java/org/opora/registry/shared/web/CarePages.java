package org.opora.registry.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.care.Visits;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Trust;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.TaskId;
import org.opora.api.ids.VisitId;
import org.opora.api.people.PersonName;
import org.opora.api.safety.Safety;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.registry.care.application.Prints;
import org.opora.registry.care.application.Scans;
import org.opora.registry.care.application.Signing;
import org.opora.registry.care.application.VisitMoves;
import org.opora.registry.care.application.VisitSheets;
import org.opora.registry.care.application.Wording;
import org.opora.registry.care.domain.ScanKind;
import org.opora.registry.care.web.PaperPages;
import org.opora.registry.intake.application.RequestLine;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.tasks.domain.Urgency;

/** Pages of a visit, filled with everything that can stand on them. */
final class CarePages {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);
  private static final Instant NOW = Instant.parse("2026-11-05T09:30:00Z");
  private static final VisitMoves.Trace KEPT =
      new VisitMoves.Trace(null, null, null, false, null, null, null, null, 0);
  private static final VisitMoves.Trace ARRIVED =
      new VisitMoves.Trace(
          null,
          null,
          null,
          false,
          null,
          TODAY,
          "Jana Malá",
          new VisitMoves.Place(CaseFileId.next(), VisitId.next()),
          2);
  private final Map<String, Map<String, Object>> pages;
  private final Map<String, Object> frame;
  private final CaseFileId file;
  private final VisitId visit;
  private final PersonId child;
  private final PersonId carer;
  private final PersonName ema = new PersonName("Ema", "Dvořáková");
  private final PersonName jan = new PersonName("Jan", "Dvořák");

  CarePages(
      Map<String, Map<String, Object>> pages,
      Map<String, Object> frame,
      CaseFileId file,
      VisitId visit,
      PersonId child,
      PersonId carer) {
    this.pages = pages;
    this.frame = frame;
    this.file = file;
    this.visit = visit;
    this.child = child;
    this.carer = carer;
  }

  void add() {
    Visits.Present present = new Visits.Present(child, ema, true);
    Visits.Present adult = new Visits.Present(carer, jan, false);
    List<Met> met = List.of(new Met(adult, null), new Met(present, part("Chci psa.")));
    put("visit", "visit", view(false), "amendments", 0L, "trace", KEPT, "met", met);
    papers(met);
    put("visit locked", "visit", view(true), "amendments", 2L, "trace", ARRIVED, "met", met);
    put(
        "visit moved",
        "visit",
        view(true),
        "amendments",
        0L,
        "trace",
        KEPT,
        "met",
        List.of(new Met(present, null)));
    gone(met);
    versions();
    sheet();
  }

  private void sheet() {
    Text words = Words.of("visit.title");
    Duties.Line due =
        new Duties.Line(
            "cz.visit",
            "cz 1",
            file,
            "1/2026",
            "Dvořákovi",
            Duties.SubjectKind.CHILD,
            child,
            ema,
            null,
            TODAY.plusDays(4),
            TODAY.plusDays(1),
            Duties.Status.OVERDUE,
            words,
            words,
            "§ 47b",
            Trust.VERIFIED);
    RequestLine wish =
        new RequestLine(
            Ids.next(),
            1,
            null,
            carer,
            "Jan",
            TODAY,
            "cz.47a.a",
            words,
            "§ 47a",
            "Hlídání",
            TODAY,
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            "Jana Malá");
    Safety.Alert alert = new Safety.Alert(Safety.Kind.ALLERGY, words, "Arašídy", null, "Pero");
    TaskLine written = task("Zjistit školku", null);
    TaskLine pushed = task(null, new Title("Zápis", "Notatka", "Write up"));
    put(
        "visit-sheet",
        "sheet",
        new VisitSheets.Sheet(
            view(true), List.of(written, pushed), List.of(pushed), List.of(), true),
        "rows",
        List.of(
            new Row(
                new VisitSheets.Somebody(
                    child,
                    ema,
                    TODAY.minusYears(8),
                    true,
                    TODAY.minusDays(9),
                    new Visits.ChildSeen(
                        child, TODAY, true, TODAY, "Chci psa.", Visits.ViewLearntBy.PLAY),
                    List.of(alert),
                    List.of(due),
                    List.of(written),
                    List.of()),
                Words.age(TODAY.minusYears(8), TODAY)),
            new Row(
                new VisitSheets.Somebody(
                    carer,
                    jan,
                    null,
                    false,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(wish)),
                Words.age(null, TODAY))));
    put(
        "visit-sheet none",
        "sheet",
        new VisitSheets.Sheet(null, List.of(), List.of(), List.of(), false),
        "rows",
        List.of());
  }

  private TaskLine task(String what, Title title) {
    return new TaskLine(
        TaskId.next(),
        1,
        what,
        title,
        About.file(file),
        null,
        child,
        "Ema",
        StaffId.next(),
        "Jana Malá",
        "Jana Malá",
        TODAY,
        TODAY,
        TODAY.minusDays(1),
        Urgency.SOON,
        null,
        null,
        null,
        null,
        Tasks.Tie.LOOSE);
  }

  private void papers(List<Met> met) {
    put(
        "visit papers",
        "visit",
        view(true),
        "trace",
        KEPT,
        "met",
        met,
        "signatures",
        List.of(
            signature(jan, null, false, null),
            signature(jan, "Nesouhlasím.", true, null),
            signature(null, null, false, TODAY)),
        "unread",
        true,
        "scans",
        List.of(scan(ScanKind.PDF, null), scan(ScanKind.JPEG, TODAY)),
        "form",
        wrong("scan"));
    List<Choice> answers = List.of(new Choice("SIGNED", "yes"), new Choice("REFUSED", "no"));
    List<Choice> carers = List.of(new Choice(carer.toString(), "Jan"));
    Scans.Scan scan = scan(ScanKind.PNG, null);
    put("paper-scan-strike", "entry", entry(), "scan", scan);
    put("paper-scan-strike wrong", "entry", entry(), "scan", scan, "form", wrong("why"));
    put(
        "paper-sign",
        "entry",
        entry(),
        "carers",
        carers,
        "wordings",
        List.of(new Choice("2", "Now"), new Choice("1", "Then")),
        "answers",
        answers);
    Form stale = wrong("reason");
    stale.stale();
    put(
        "paper-sign stale",
        "entry",
        entry(),
        "carers",
        carers,
        "wordings",
        List.of(new Choice("1", "Now")),
        "answers",
        answers,
        "form",
        stale);
    put("visit-print", "visit", view(true), "met", met, "children", false);
    put("visit-print children", "visit", view(true), "met", met, "children", true);
  }

  private static PaperPages.Entry entry() {
    return new PaperPages.Entry(
        Ids.next(), 4, "/x", "visit.title", "visit", TODAY, "Jana Malá", "Klidná návštěva.", true);
  }

  private Signing.Signature signature(
      PersonName name, String reason, boolean former, LocalDate struckOn) {
    return new Signing.Signature(
        Ids.next(),
        carer,
        name,
        TODAY,
        reason != null,
        reason,
        "Jana Malá",
        1,
        former,
        struckOn,
        struckOn == null ? null : "Jana Malá");
  }

  private static Scans.Scan scan(ScanKind kind, LocalDate struckOn) {
    return new Scans.Scan(
        Ids.next(),
        kind,
        1200,
        "Jana Malá",
        NOW,
        struckOn,
        struckOn == null ? null : "Jana Malá",
        struckOn == null ? null : "Patří jinam.",
        struckOn != null);
  }

  private void gone(List<Met> met) {
    VisitMoves.Place there = new VisitMoves.Place(CaseFileId.next(), VisitId.next());
    put("visit withdrawn", "visit", view(true, false), "trace", trace(false, null), "met", met);
    put("visit gone", "visit", view(true, false), "trace", trace(true, there), "met", List.of());
    put("visit unseen", "visit", view(true, false), "trace", trace(true, null), "met", List.of());
    put("visit-withdraw", "visit", view(true), "trace", KEPT);
    put("visit-withdraw wrong", "visit", view(true), "trace", ARRIVED, "form", wrong("why"));
    put("visit-move", "visit", view(true), "own", List.of(new Choice("x", "Novákovi")));
    put("visit-move wrong", "visit", view(true), "own", List.of(), "form", wrong("number"));
    put(
        "visit-form move",
        "visit",
        view(true),
        "move",
        new Move(
            "/x",
            "/y",
            "Novákovi",
            "3/2026",
            List.of(new Left(ema, part("Chci psa.")), new Left(null, part(null))),
            List.of(new Choice("x", "Sken 1"))),
        "place",
        Visits.Place.HOME,
        "rows",
        List.of(),
        "form",
        wrong("why"));
  }

  private static VisitMoves.Trace trace(boolean moved, VisitMoves.Place to) {
    return new VisitMoves.Trace(TODAY, "Jana Malá", "Jiná rodina.", moved, to, null, null, null, 0);
  }

  private static Form wrong(String field) {
    Form form = new Form("org.opora.web", Map.of(field, List.of("x")));
    form.error(field, "form.required");
    return form;
  }

  private void versions() {
    Wording before = wording(TODAY.minusDays(3), List.of(part("Chci psa.")), "Klidná návštěva.");
    Wording after = wording(TODAY, List.of(), null);
    put(
        "visit-versions",
        "visit",
        view(true),
        "changes",
        List.of(
            new Wording.Change(
                before,
                after,
                "Špatné datum.",
                List.of(
                    new Wording.Child(ema, part("Chci psa."), null, true),
                    new Wording.Child(null, part("Chci kočku."), null, true)),
                Set.of("on", "start", "minutes", "travel", "kilometres", "place", "note")),
            new Wording.Change(after, after, "Nic.", List.of(), Set.of("announced", "present")),
            new Wording.Change(after, after, null, List.of(), Set.of())));
    put("visit-versions none", "visit", view(true), "changes", List.of());
  }

  private Wording wording(LocalDate on, List<Visits.ChildPart> parts, String note) {
    boolean whole = note != null;
    return new Wording(
        1,
        on,
        whole ? LocalTime.of(14, 30) : null,
        whole ? 60 : null,
        whole ? 40 : null,
        whole ? 27 : null,
        whole,
        Visits.Place.HOME,
        Map.of(child, ema, carer, jan),
        parts,
        note,
        "Jana Malá",
        NOW);
  }

  private Visits.ChildPart part(String view) {
    return new Visits.ChildPart(child, false, "spala", view, Visits.ViewLearntBy.DRAWING);
  }

  private Visits.VisitView view(boolean locked) {
    return view(locked, true);
  }

  private Visits.VisitView view(boolean locked, boolean counts) {
    return new Visits.VisitView(
        visit,
        4,
        file,
        TODAY,
        LocalTime.of(14, 30),
        75,
        true,
        Visits.Place.HOME,
        List.of(new Visits.Present(child, ema, true), new Visits.Present(carer, jan, false)),
        List.of(part("Chci psa.")),
        "Klidná návštěva.",
        "Jana Malá",
        40,
        27,
        TODAY.plusDays(3),
        locked,
        counts);
  }

  private void put(String page, Object... namesAndValues) {
    Map<String, Object> all = new HashMap<>(frame);
    all.put("signatures", List.of());
    all.put("unread", false);
    all.put("wording", new Prints.Read(2, NOW, null, true));
    all.put("scans", List.of());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    pages.put(page, all);
  }

  /** As the form speaks of the file in which a visit stands by mistake. */
  public record Move(
      String action,
      String back,
      String familyName,
      String number,
      List<Left> left,
      List<Choice> scans) {}

  /** As the sheet speaks of somebody to meet. */
  public record Row(VisitSheets.Somebody who, Text age) {}

  /** As the form speaks of a child who is not in the other family. */
  public record Left(PersonName name, Visits.ChildPart part) {}

  /** As the pages of visits speak of somebody who was met. */
  public record Met(Visits.Present who, Visits.ChildPart part) {}
}
