package org.opora.registry.notes.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.care.web.Attendee;
import org.opora.registry.care.web.RightFile;
import org.opora.registry.directory.web.BodyField;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.notes.application.NewNote;
import org.opora.registry.notes.application.NoteBook;
import org.opora.registry.notes.application.NoteMoves;
import org.opora.registry.notes.application.NoteView;
import org.opora.registry.notes.application.NoteWording;
import org.opora.registry.notes.domain.NoteKind;
import org.opora.registry.shared.web.Words;

/** The forms by which a note is written down, corrected, amended and withdrawn. */
final class NoteForms {
  private static final int LONGEST_DAY = 24 * 60;
  private static final int FARTHEST = 2_000;
  private static final int LONGEST_CONTENT = 20_000;
  private static final int LONGEST_WORDS = 4_000;
  private static final int LONGEST_REASON = 1_000;
  private static final String OUTSIDE = "outside";
  private static final String MINUTES = "minutes";
  private final CaseFrame frame;
  private final NoteBook notes;
  private final NotePages pages;
  private final BodyField bodies;
  private final Messages messages;
  private final NoteMoves moves;
  private final RightFile right;

  NoteForms(
      CaseFrame frame,
      NoteBook notes,
      NotePages pages,
      NoteMoves moves,
      RightFile right,
      BodyField bodies,
      Messages messages) {
    this.frame = frame;
    this.notes = notes;
    this.pages = pages;
    this.moves = moves;
    this.right = right;
    this.bodies = bodies;
    this.messages = messages;
  }

  static String path(CaseFileId file, UUID note) {
    return "/files/" + file + "/notes/" + note;
  }

  Reply blank(Request request) {
    return form(request, frame.header(request), null, null);
  }

  Reply record(Request request) {
    CaseFiles.Header header = frame.header(request);
    Form posted = request.form();
    NewNote note = read(request, posted, header, null);
    return posted.attempt(
        () -> {
          UUID id = notes.record(request.viewer(), header.id(), note);
          return Reply.to(path(header.id(), id), Words.of("note.saved"));
        },
        wrong -> form(request, header, wrong, null));
  }

  Reply edit(Request request) {
    CaseFiles.Header header = frame.header(request);
    return form(request, header, null, NotePages.note(request, notes, header.id()));
  }

  Reply amend(Request request) {
    CaseFiles.Header header = frame.header(request);
    NoteView before = NotePages.note(request, notes, header.id());
    Form posted = request.form();
    NewNote now = read(request, posted, header, before);
    String why = posted.text("why", LONGEST_REASON);
    return posted.attempt(
        () -> {
          notes.amend(request.viewer(), before.id(), posted.version(), now, why);
          return Reply.to(
              path(header.id(), before.id()),
              Words.of(before.locked() ? "visit.amended.locked" : "note.amended"));
        },
        wrong -> form(request, header, wrong, before));
  }

  private NewNote read(Request request, Form form, CaseFiles.Header header, NoteView before) {
    LocalDate on = form.requiredDate("on");
    NoteKind kind = form.requiredChoice("kind", NoteKind.class);
    LocalTime start = form.time("start");
    Integer minutes = length(form, start);
    Set<PersonId> people = new LinkedHashSet<>();
    Map<PersonId, String> words = new HashMap<>();
    List<String> ticked = form.all("people");
    for (Attendee who : family(request, header, before)) {
      boolean concerned = ticked.contains(who.person().toString());
      if (concerned) {
        people.add(who.person());
      }
      String field = "words-" + who.person();
      String said = who.child() && !who.unseen() ? form.text(field, LONGEST_WORDS) : null;
      if (said != null && concerned) {
        words.put(who.person(), said);
      } else if (said != null) {
        form.error("people", Words.of("note.people.contradicts", who.name().spoken()));
      }
    }
    String spokeWith = form.line("spokeWith");
    String content = form.text("content", LONGEST_CONTENT);
    if (content == null && words.isEmpty()) {
      form.error("content", "form.required");
    }
    BodyField.Named outside = bodies.read(request, form, OUTSIDE, outside(before));
    return new NewNote(
        kind,
        on,
        start,
        minutes,
        people,
        words,
        outside.body(),
        outside.text(),
        spokeWith,
        content,
        form.number("travelMinutes", 0, LONGEST_DAY),
        form.number("kilometres", 0, FARTHEST));
  }

  /** From when to when, or how long; whoever gives both means the same. */
  private static Integer length(Form form, LocalTime start) {
    LocalTime end = form.time("end");
    Integer minutes = form.number(MINUTES, 1, LONGEST_DAY);
    if (end == null) {
      return minutes;
    }
    if (start == null) {
      form.error("start", Words.of("note.start.missing"));
      return minutes;
    }
    int between = (int) ChronoUnit.MINUTES.between(start, end);
    if (between <= 0) {
      form.error("end", Words.of("note.end.early"));
    } else if (minutes != null && minutes != between) {
      form.error(MINUTES, Words.of("note.minutes.differ", between));
    }
    return between;
  }

  private static BodyField.Named outside(NoteView note) {
    return note == null ? null : new BodyField.Named(note.text().body(), note.text().outside());
  }

  /** Everybody of the family now, and whomever else the note concerns already. */
  private static List<Attendee> family(Request request, CaseFiles.Header header, NoteView before) {
    List<NoteWording.About> then = before == null ? List.of() : before.text().people();
    Set<PersonId> unseen =
        then.stream()
            .filter(one -> !one.open())
            .map(NoteWording.About::person)
            .collect(Collectors.toSet());
    List<Attendee> all = new ArrayList<>();
    header.children().stream()
        .map(
            one ->
                new Attendee(
                    one.person(),
                    one.name(),
                    true,
                    Words.age(one.birthDate(), request.viewer().today()),
                    unseen.contains(one.person())))
        .forEach(all::add);
    header.carers().stream()
        .map(one -> new Attendee(one.person(), one.name(), false, null, false))
        .forEach(all::add);
    then.stream()
        .map(one -> new Attendee(one.person(), one.name(), one.child(), null, !one.open()))
        .forEach(all::add);
    Map<PersonId, Attendee> once = new LinkedHashMap<>();
    all.forEach(one -> once.putIfAbsent(one.person(), one));
    return List.copyOf(once.values());
  }

  private Reply form(Request request, CaseFiles.Header header, Form form, NoteView note) {
    return form(request, header, form, note, family(request, header, note), null);
  }

  /**
   * @param header of the file in which it stands, or is to stand
   * @param move null unless it is to stand in another one
   */
  private Reply form(
      Request request,
      CaseFiles.Header header,
      Form form,
      NoteView note,
      List<Attendee> family,
      Move move) {
    Map<PersonId, String> words = new HashMap<>();
    List<String> concerned = new ArrayList<>();
    if (note != null) {
      for (NoteWording.About one : note.text().people()) {
        concerned.add(one.person().toString());
        words.put(one.person(), one.words());
      }
    }
    return bodies
        .fill(frame.model(request, header, null), request, form, OUTSIDE, outside(note))
        .with("note", note)
        .with("move", move)
        .with("kinds", Choice.of(messages, request.locale(), "note.kind", NoteKind.values()))
        .with("peopleChoices", family.stream().map(one -> choice(request, one)).toList())
        .with("peopleValues", concerned)
        .with(
            "rows",
            family.stream()
                .filter(Attendee::child)
                .map(one -> new Row(one, words.get(one.person())))
                .toList())
        .form("note-form", form);
  }

  Reply askFile(Request request) {
    return file(request, null);
  }

  Reply chooseFile(Request request) {
    Form form = request.form();
    CaseFileId found = right.chosen(request, form);
    return found == null
        ? file(request, form)
        : Reply.to(path(CaseFrame.file(request), request.id("note")) + "/move/" + found);
  }

  private Reply file(Request request, Form form) {
    CaseFiles.Header header = frame.header(request);
    return frame
        .model(request, header, null)
        .with("note", NotePages.note(request, notes, header.id()))
        .with("own", right.own(request.viewer(), header.id()))
        .form("note-move", form);
  }

  Reply askMove(Request request) {
    return moveForm(request, null);
  }

  Reply move(Request request) {
    CaseFiles.Header there = right.there(request);
    Form form = request.form();
    NoteView before = NotePages.note(request, notes, frame.header(request).id());
    NewNote note = read(request, form, there, null);
    String why = form.text("why", LONGEST_REASON);
    if (why == null) {
      form.error("why", "form.required");
    }
    return form.attempt(
        () -> {
          UUID id =
              moves.move(
                  request.viewer(),
                  before.id(),
                  form.version(),
                  there.id(),
                  note,
                  pages.papers().along(request, form),
                  why);
          return Reply.to(path(there.id(), id), Words.of("note.moved", there.number()));
        },
        wrong -> moveForm(request, wrong));
  }

  private Reply moveForm(Request request, Form form) {
    CaseFiles.Header header = frame.header(request);
    NoteView note = NotePages.note(request, notes, header.id());
    CaseFiles.Header there = right.there(request);
    frame.shows(request, there);
    List<Attendee> family = family(request, there, null);
    List<PersonId> known = family.stream().map(Attendee::person).toList();
    return form(
        request,
        there,
        form,
        note,
        family,
        new Move(
            path(header.id(), note.id()),
            there.id(),
            header.familyName(),
            header.number(),
            note.text().people().stream()
                .filter(one -> one.words() != null && !known.contains(one.person()))
                .toList(),
            pages.papers().movable(request, note.id())));
  }

  /**
   * @param back page of the note as it stands
   * @param familyName of the file in which it stands by mistake
   * @param left what is said of children who are not in the other family: to be read
   * @param scans that may go along
   */
  public record Move(
      String back,
      CaseFileId to,
      String familyName,
      String number,
      List<NoteWording.About> left,
      List<Choice> scans) {
    public String action() {
      return back + "/move/" + to;
    }
  }

  private Choice choice(Request request, Attendee who) {
    String name = who.name().spoken();
    return new Choice(
        who.person().toString(),
        who.age() == null ? name : name + ", " + messages.text(request.locale(), who.age()));
  }

  /**
   * @param words what is written of the child alone; null when nothing is, or in a new form
   */
  public record Row(Attendee who, String words) {}

  Reply askWithdrawal(Request request) {
    return withdrawal(request, null);
  }

  Reply withdraw(Request request) {
    CaseFiles.Header header = frame.header(request);
    NoteView note = NotePages.note(request, notes, header.id());
    Form form = request.form();
    String why = form.text("why", LONGEST_REASON);
    if (why == null) {
      form.error("why", "form.required");
    }
    return form.attempt(
        () -> {
          notes.withdraw(request.viewer(), note.id(), form.version(), why);
          return Reply.to(path(header.id(), note.id()), Words.of("note.withdrawn"));
        },
        wrong -> withdrawal(request, wrong));
  }

  private Reply withdrawal(Request request, Form form) {
    CaseFiles.Header header = frame.header(request);
    return frame
        .model(request, header, null)
        .with("note", NotePages.note(request, notes, header.id()))
        .form("note-withdraw", form);
  }

  Reply putBack(Request request) {
    CaseFiles.Header header = frame.header(request);
    NoteView note = NotePages.note(request, notes, header.id());
    Form form = request.form();
    try {
      notes.putBack(request.viewer(), note.id(), form.version());
      return Reply.to(path(header.id(), note.id()), Words.of("visit.put-back.done"));
    } catch (Refused refused) {
      form.refused(refused);
    } catch (Stale changed) {
      form.stale();
    }
    return pages.show(request, form);
  }
}
