package org.opora.registry.post.web;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.paging.Page;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.post.application.LetterLine;
import org.opora.registry.post.application.PostDesk;
import org.opora.registry.post.application.PostFilter;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The book of post, the part of it in a case file, and the page of one letter. */
final class PostPages {
  private static final int ROWS = 40;
  private static final int OF_A_FILE = 25;
  private final CaseFrame frame;
  private final CaseFiles files;
  private final PostDesk desk;

  PostPages(CaseFrame frame, CaseFiles files, PostDesk desk) {
    this.frame = frame;
    this.files = files;
    this.desk = desk;
  }

  Reply list(Request request) {
    PostList asked = PostList.of(request);
    Page<LetterLine> letters =
        desk.list(
            request.viewer(), asked.filter(request), request.query("after").orElse(null), ROWS);
    shows(request, letters.items());
    return new Model()
        .with("letters", letters)
        .with("way", asked.way())
        .with("show", asked.show())
        .with("all", asked.everything())
        .with("family", asked.file() == null ? null : header(request, asked))
        .with("query", asked.query())
        .page("post");
  }

  private CaseFiles.Header header(Request request, PostList asked) {
    CaseFiles.Header header = files.header(request.viewer(), asked.file());
    frame.shows(request, header);
    return header;
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    PostFilter filter = PostList.of(request).filter(request);
    return Reply.export(
        request,
        Sheet.<LetterLine>of(
                "post", "post.title", (after, limit) -> desk.list(viewer, filter, after, limit))
            .text("letter.number", LetterLine::number)
            .date("letter.day", LetterLine::passedOn)
            .text("letter.direction", row -> Words.of("letter.direction." + row.direction()))
            .text("letter.party", LetterLine::party)
            .text("letter.matter", LetterLine::matter)
            .text("letter.channel", row -> Words.of("letter.channel." + row.channel()))
            .text("letter.file", row -> row.file() == null ? null : row.file().number())
            .text("letter.doer", LetterLine::doerName)
            .date("letter.due", LetterLine::due)
            .text("letter.state", row -> Words.of("letter.state." + row.state()))
            .date("letter.settledOn", LetterLine::settledOn)
            .date("letter.deliveredOn", LetterLine::deliveredOn)
            .about(row -> List.of(row.about()))
            .narrowed(PostList.of(request).chosen()));
  }

  Reply ofFile(Request request) {
    CaseFiles.Header header = frame.header(request);
    Page<LetterLine> letters =
        desk.list(request.viewer(), PostFilter.of(header.id()), null, OF_A_FILE);
    shows(request, letters.items());
    return new Model().with("file", header).with("letters", letters).page("post-part");
  }

  Reply show(Request request) {
    return page(request, null);
  }

  Reply settle(Request request) {
    Form form = request.form();
    String answer = form.line("answer");
    return form.attempt(
        () -> {
          desk.settle(request.viewer(), id(request), form.version(), answer);
          return Reply.to("/post/" + id(request), Words.of("letter.settled"));
        },
        wrong -> page(request, wrong));
  }

  Reply reopen(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          desk.reopen(request.viewer(), id(request), form.version());
          boolean somebodys = desk.view(request.viewer(), id(request)).letter().waiting();
          return Reply.to(
              "/post/" + id(request),
              Words.of(somebodys ? "letter.reopened" : "letter.reopened.nobodys"));
        },
        wrong -> page(request, wrong));
  }

  private Reply page(Request request, Form form) {
    PostDesk.Seen seen = desk.view(request.viewer(), id(request));
    shows(request, List.of(seen.letter()));
    // What is wrong with the whole form is the state of the letter, and that is on the page now.
    boolean shown = form == null || form.errors().containsKey(Form.WHOLE);
    long version = seen.letter().version();
    return new Model()
        .with("letter", seen.letter())
        .with("ties", seen.ties())
        .with("version", shown ? version : form.versionAgain(version))
        .form("letter", form);
  }

  Reply striking(Request request) {
    return strikingOut(request, null);
  }

  Reply strikeOut(Request request) {
    Form form = request.form();
    String reason = form.requiredLine("reason");
    return form.attempt(
        () -> {
          desk.strikeOut(request.viewer(), id(request), form.version(), reason);
          return Reply.to("/post/" + id(request), Words.of("letter.struck-out"));
        },
        wrong -> strikingOut(request, wrong));
  }

  private Reply strikingOut(Request request, Form form) {
    PostDesk.Seen seen = desk.view(request.viewer(), id(request));
    shows(request, List.of(seen.letter()));
    return new Model()
        .with("letter", seen.letter())
        .with("ties", seen.ties())
        .form("letter-strike-out", form);
  }

  static UUID id(Request request) {
    return request.id("letter");
  }

  static void shows(Request request, Collection<LetterLine> letters) {
    request.shows(letters.stream().map(LetterLine::about).distinct().toList());
  }
}
