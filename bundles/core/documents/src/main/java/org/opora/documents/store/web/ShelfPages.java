package org.opora.documents.store.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.opora.api.access.Subject;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.documents.letters.application.LetterDesk;
import org.opora.documents.shared.web.Pages;
import org.opora.documents.store.application.LimitBook;
import org.opora.documents.store.application.Shelf;

/** The documents of a file, the page of one of them, and its versions as files. */
final class ShelfPages {
  private static final int ROWS = 40;
  private static final int OF_A_PART = 25;
  private static final int OF_A_TILE = 5;
  private final Shelf shelf;
  private final LimitBook limits;
  private final LetterDesk letters;
  private final CaseFiles files;
  private final Predicate<DocumentId> kept;

  /**
   * @param kept whether a document has to stay as it was made
   */
  ShelfPages(
      Shelf shelf,
      LimitBook limits,
      LetterDesk letters,
      CaseFiles files,
      Predicate<DocumentId> kept) {
    this.shelf = shelf;
    this.kept = kept;
    this.limits = limits;
    this.letters = letters;
    this.files = files;
  }

  Reply list(Request request) {
    return page(request, "documents", ROWS);
  }

  /** The tab of the case file. */
  Reply part(Request request) {
    return page(request, "documents-part", OF_A_PART);
  }

  private Reply page(Request request, String template, int rows) {
    CaseFileId file = new CaseFileId(request.id("file"));
    CaseFiles.Header header = files.header(request.viewer(), file);
    Page<Shelf.Line> page =
        shelf.of(request.viewer(), file, request.query("after").orElse(null), rows);
    request.shows(Subject.of(file));
    page.items().forEach(line -> Pages.shows(request, line.place()));
    return Reply.page(template, Map.of("file", header, "documents", page));
  }

  /** What is on the page of a person. */
  Reply tile(Request request) {
    PersonId person = new PersonId(request.id("person"));
    List<Shelf.Line> lines = shelf.about(request.viewer(), person, OF_A_TILE);
    request.shows(Subject.of(person));
    lines.forEach(line -> Pages.shows(request, line.place()));
    return Reply.page("documents-tile", Map.of("documents", lines));
  }

  Reply show(Request request) {
    return show(request, null);
  }

  /**
   * @param form of a new version that was not taken; null when none was sent
   */
  Reply show(Request request, Form form) {
    Shelf.View view = shelf.view(request.viewer(), id(request));
    Pages.shows(request, view.line().place());
    Map<String, Object> model = new HashMap<>();
    model.put("line", view.line());
    model.put("files", view.files());
    model.put("record", view.record());
    model.put("home", view.home());
    model.put("limits", limits.now());
    model.put(
        "written",
        view.line().withdrawnOn() == null
            && letters.reader(request.viewer(), view.line()).isPresent());
    model.put("kept", kept.test(id(request)));
    model.put("form", form);
    return Pages.status(Reply.page("document", model), form);
  }

  /** Always as a file to keep, never inside a page. */
  Reply take(Request request) {
    Shelf.Content content = shelf.content(request.viewer(), id(request), request.id("version"));
    Pages.shows(request, content.place());
    return new Reply.Streamed(
        content.name(), content.contentType(), content.length(), content.pieces());
  }

  static DocumentId id(Request request) {
    return new DocumentId(request.id("document"));
  }
}
