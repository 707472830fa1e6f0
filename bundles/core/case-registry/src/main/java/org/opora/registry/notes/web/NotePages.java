package org.opora.registry.notes.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.care.web.PaperPages;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.notes.application.NoteBook;
import org.opora.registry.notes.application.NotePapers;
import org.opora.registry.notes.application.NoteView;
import org.opora.registry.notes.application.NoteWording;
import org.opora.registry.shared.web.Words;

/** Pages of notes. */
final class NotePages {
  private static final int ROWS = 40;
  private final CaseFrame frame;
  private final NoteBook notes;
  private final NotePapers papers;
  private final PaperPages paperPages;

  NotePages(CaseFrame frame, NoteBook notes, NotePapers papers, Messages messages) {
    this.frame = frame;
    this.notes = notes;
    this.papers = papers;
    this.paperPages = new PaperPages(frame, papers, messages, new Entries());
  }

  /** Signatures and scans of notes. */
  PaperPages papers() {
    return paperPages;
  }

  private final class Entries implements PaperPages.Entries {
    @Override
    public UUID id(Request request) {
      return request.id("note");
    }

    @Override
    public PaperPages.Entry of(Request request, CaseFiles.Header header) {
      NoteView note = note(request, notes, header.id());
      return new PaperPages.Entry(
          note.id(),
          note.version(),
          NoteForms.path(header.id(), note.id()),
          "note.title",
          "visit",
          note.text().on(),
          note.text().by(),
          note.text().content(),
          note.counts());
    }

    @Override
    public Reply page(Request request, Form failed) {
      return show(request, failed);
    }
  }

  /** The note that the path names, if it belongs to the file of the path. */
  static NoteView note(Request request, NoteBook notes, CaseFileId file) {
    NoteView note = notes.view(request.viewer(), request.id("note"));
    if (!note.file().equals(file)) {
      throw new NotFound();
    }
    shows(request, Stream.of(note.text()));
    return note;
  }

  private static void shows(Request request, Stream<NoteWording> texts) {
    request.shows(
        texts
            .flatMap(text -> text.people().stream())
            .map(one -> Subject.of(one.person()))
            .distinct()
            .toList());
  }

  Reply list(Request request) {
    CaseFiles.Header header = frame.header(request);
    return frame
        .model(request, header, "timeline")
        .with(
            "notes",
            notes.of(request.viewer(), header.id(), request.query("after").orElse(null), ROWS))
        .page("notes");
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    CaseFiles.Header header = frame.header(request);
    return Reply.export(
        request,
        Sheet.<NoteBook.Line>of(
                "notes",
                "notes.title",
                (after, limit) -> notes.of(viewer, header.id(), after, limit))
            .date("visit.on", NoteBook.Line::on)
            .time("visit.start", NoteBook.Line::start)
            .number("visit.minutes", NoteBook.Line::minutes)
            .text("note.kind", row -> Words.of("note.kind." + row.kind()))
            .text("visit.by", NoteBook.Line::by)
            .text("note.state", row -> row.counts() ? null : Words.of("visit.gone.short"))
            .about(row -> List.of(Subject.of(header.id()))));
  }

  /** What notes say of a child of the family, wherever it lived when they were written. */
  Reply ofChild(Request request) {
    CaseFiles.Header header = frame.header(request);
    PersonId person = new PersonId(request.id("child"));
    CaseFiles.Child child =
        header.children().stream()
            .filter(one -> one.person().equals(person))
            .findFirst()
            .orElseThrow(NotFound::new);
    request.shows(List.of(Subject.of(child.file())));
    return frame
        .model(request, header, "timeline")
        .with("child", child)
        .with(
            "notes",
            notes.ofChild(
                request.viewer(), child.file(), request.query("after").orElse(null), ROWS))
        .page("child-notes");
  }

  Reply show(Request request) {
    return show(request, null);
  }

  /**
   * @param failed a form of the page that was refused, or null
   */
  Reply show(Request request, Form failed) {
    CaseFiles.Header header = frame.header(request);
    NoteView note = note(request, notes, header.id());
    return paperPages
        .fill(frame.model(request, header, null), request, note.id())
        .with("note", note)
        .form("note", failed);
  }

  Reply versions(Request request) {
    CaseFiles.Header header = frame.header(request);
    NoteView note = note(request, notes, header.id());
    List<NoteWording.Change> changes = notes.versions(request.viewer(), note.id());
    shows(request, changes.stream().map(NoteWording.Change::before));
    return frame
        .model(request, header, null)
        .with("note", note)
        .with("changes", changes)
        .page("note-versions");
  }

  /** For whoever reads and signs it, with the number of the wording; what is gone is not signed. */
  Reply print(Request request) {
    CaseFiles.Header header = frame.header(request);
    NoteView note = note(request, notes, header.id());
    return frame
        .model(request, header, null)
        .with("note", note)
        .with(
            "wording",
            note.counts()
                ? papers.prints().print(request.viewer(), note.id(), note.version())
                : null)
        .with("words", request.query("children").isPresent())
        .page("note-print");
  }
}
