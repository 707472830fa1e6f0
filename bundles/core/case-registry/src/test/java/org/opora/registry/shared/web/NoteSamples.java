package org.opora.registry.shared.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.registry.care.application.Prints;
import org.opora.registry.care.web.Attendee;
import org.opora.registry.notes.application.NoteBook;
import org.opora.registry.notes.application.NoteView;
import org.opora.registry.notes.application.NoteWording;
import org.opora.registry.notes.domain.NoteKind;

/** Pages of a note, filled with everything that can stand on them. */
final class NoteSamples {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);
  private static final Instant NOW = Instant.parse("2026-11-05T09:30:00Z");
  private static final NoteView.Trace KEPT = new NoteView.Trace(false, null, null, null, null);
  private static final NoteView.Trace MOVED = new NoteView.Trace(true, null, null, null, null);
  private static final NoteView.Trace ARRIVED =
      new NoteView.Trace(
          false, null, TODAY, "Jana Malá", new NoteView.Place(CaseFileId.next(), Ids.next()));
  private final Map<String, Map<String, Object>> pages;
  private final Map<String, Object> frame;
  private final CaseFileId file;
  private final PersonId child;
  private final PersonId carer;
  private final Form stale;
  private final PersonName ema = new PersonName("Ema", "Dvořáková");
  private final PersonName jan = new PersonName("Jan", "Dvořák");

  NoteSamples(
      Map<String, Map<String, Object>> pages,
      Map<String, Object> frame,
      CaseFileId file,
      PersonId child,
      PersonId carer,
      Form stale) {
    this.pages = pages;
    this.frame = frame;
    this.file = file;
    this.child = child;
    this.carer = carer;
    this.stale = stale;
  }

  void add() {
    put("note", "note", view(false, null, true));
    put("note locked", "note", view(true, null, false));
    put("note gone", "note", view(true, TODAY, true));
    put("note moved", "note", traced(TODAY, MOVED));
    put("note arrived", "note", traced(null, ARRIVED));
    put(
        "note-move",
        "note",
        view(false, null, true),
        "own",
        List.of(new Choice(file.toString(), "Dvořákovi, 001/2026")));
    put("note-withdraw", "note", view(false, null, true));
    put("note-print", "note", view(false, null, true), "words", false);
    put("note-print words", "note", view(true, TODAY, true), "words", true);
    NoteWording bare =
        new NoteWording(
            1,
            NoteKind.OTHER,
            TODAY,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            "Jana",
            NOW);
    put(
        "note-versions",
        "note",
        view(true, null, true),
        "changes",
        List.of(
            new NoteWording.Change(bare, bare, null, Set.of()),
            new NoteWording.Change(
                text(true),
                bare,
                "Spletl jsem si den.",
                Set.of(
                    "kind",
                    "on",
                    "start",
                    "minutes",
                    "travel",
                    "kilometres",
                    "outside",
                    "spokeWith",
                    "people",
                    "content"))));
    put("note-versions none", "note", view(true, null, true), "changes", List.of());
    NoteBook.Line line =
        new NoteBook.Line(
            Ids.next(), NoteKind.CONFERENCE, TODAY, LocalTime.NOON, 45, "Jana Malá", false);
    put("notes", "notes", new Page<>(List.of(line), Ids.next().toString()));
    put("notes none", "notes", Page.last(List.of()));
    CaseFiles.Child ours =
        new CaseFiles.Child(child, ChildFileId.next(), ema, TODAY.minusYears(8), TODAY);
    NoteBook.ChildLine said =
        new NoteBook.ChildLine(TODAY, NoteKind.MEETING, "Ve škole je spokojená.", "Jana Malá");
    put("child-notes", "child", ours, "notes", new Page<>(List.of(said), Ids.next().toString()));
    put("child-notes none", "child", ours, "notes", Page.last(List.of()));
    form("note-form", null, null);
    form("note-form edit", view(true, null, false), null);
    form("note-form stale", view(true, null, true), stale);
    form("note-form move", view(true, null, true), null);
    pages
        .get("note-form move")
        .put(
            "move",
            new Move(
                "/x",
                "/x",
                "Dvořákovi",
                "001/2026",
                text(true).people(),
                List.of(new Choice("x", "Sken 1"))));
  }

  private NoteView traced(LocalDate goneOn, NoteView.Trace trace) {
    NoteView one = view(true, goneOn, true);
    return new NoteView(
        one.id(),
        one.version(),
        file,
        one.text(),
        one.openUntil(),
        true,
        1,
        goneOn,
        one.goneBy(),
        one.goneWhy(),
        trace,
        0);
  }

  private void form(String page, NoteView note, Form posted) {
    put(
        page,
        "note",
        note,
        "form",
        posted,
        "kinds",
        List.of(new Choice("PHONE", "phone")),
        "peopleChoices",
        List.of(new Choice(child.toString(), "Ema"), new Choice(carer.toString(), "Jan")),
        "peopleValues",
        List.of(child.toString()),
        "rows",
        List.of(
            new Row(new Attendee(child, ema, true, Words.age(TODAY, TODAY), false), "Má angínu."),
            new Row(new Attendee(PersonId.next(), ema, true, null, true), null)),
        "outsideText",
        "ZŠ Zlín",
        "outsideBody",
        null,
        "outsideChoices",
        List.of());
  }

  private NoteWording text(boolean open) {
    return new NoteWording(
        2,
        NoteKind.MEETING,
        TODAY,
        LocalTime.of(14, 30),
        75,
        40,
        27,
        List.of(
            new NoteWording.About(child, ema, true, open, open ? "Ve škole je spokojená." : null),
            new NoteWording.About(carer, jan, false, true, null)),
        BodyId.next(),
        "ZŠ Zlín",
        "Mgr. Nová, třídní",
        "Schůzka o doučování.",
        "Jana Malá",
        NOW);
  }

  private NoteView view(boolean locked, LocalDate goneOn, boolean open) {
    return new NoteView(
        Ids.next(),
        4,
        file,
        text(open),
        TODAY.plusDays(3),
        locked,
        locked ? 2 : 0,
        goneOn,
        goneOn == null ? null : "Jana Malá",
        goneOn == null ? null : "Jiná rodina.",
        KEPT,
        goneOn == null ? 0 : 2);
  }

  private void put(String page, Object... namesAndValues) {
    Map<String, Object> all = new HashMap<>(frame);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    if (page.startsWith("notes") || page.startsWith("child-notes")) {
      all.put("tab", "timeline");
    }
    all.putIfAbsent("signatures", List.of());
    all.putIfAbsent("unread", false);
    all.putIfAbsent("wording", new Prints.Read(2, NOW, null, true));
    all.putIfAbsent("scans", List.of());
    pages.put(page, all);
  }

  /** As the form speaks of the file in which a note stands by mistake. */
  public record Move(
      String action,
      String back,
      String familyName,
      String number,
      List<NoteWording.About> left,
      List<Choice> scans) {}

  /** As the form speaks of a child of the family. */
  public record Row(Attendee who, String words) {}
}
