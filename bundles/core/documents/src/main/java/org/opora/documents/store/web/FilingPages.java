package org.opora.documents.store.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.documents.shared.web.Pages;
import org.opora.documents.store.application.Filing;
import org.opora.documents.store.application.LimitBook;
import org.opora.documents.store.application.NewDocument;
import org.opora.documents.store.application.Sent;
import org.opora.documents.store.application.Shelf;
import org.opora.documents.store.domain.DocumentKind;

/** Forms by which documents come in, come in a new version, and are withdrawn. */
final class FilingPages {
  private static final String FILE = "file";
  private static final int LONGEST_REASON = 1_000;
  private final ShelfPages pages;
  private final Shelf shelf;
  private final Filing filing;
  private final LimitBook limits;
  private final CaseFiles files;
  private final Messages messages;

  FilingPages(
      ShelfPages pages,
      Shelf shelf,
      Filing filing,
      LimitBook limits,
      CaseFiles files,
      Messages messages) {
    this.pages = pages;
    this.shelf = shelf;
    this.filing = filing;
    this.limits = limits;
    this.files = files;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return form(request, null);
  }

  Reply add(Request request) {
    CaseFileId file = new CaseFileId(request.id("file"));
    Form form = request.form();
    DocumentKind kind = form.requiredChoice("kind", DocumentKind.class);
    UUID person = form.id("person");
    NewDocument given =
        new NewDocument(
            kind,
            form.line("title"),
            person == null ? null : new PersonId(person),
            form.requiredDate("dated-on"),
            form.id("about"));
    Optional<Sent> sent = sent(request, form);
    return form.attempt(
        () -> {
          DocumentId id = filing.add(request.viewer(), file, given, sent.get());
          return Reply.to("/documents/" + id, Pages.text("document.added"));
        },
        wrong -> {
          // A browser does not keep the file of a form that comes back.
          wrong.error(FILE, Pages.text("document.again"));
          return form(request, wrong);
        });
  }

  Reply renew(Request request) {
    DocumentId id = ShelfPages.id(request);
    Form form = request.form();
    Optional<Sent> sent = sent(request, form);
    return form.attempt(
        () -> {
          filing.renew(request.viewer(), id, sent.get());
          return Reply.to("/documents/" + id, Pages.text("document.renewed"));
        },
        wrong -> pages.show(request, wrong));
  }

  Reply correcting(Request request) {
    return form(request, "document-edit", null);
  }

  Reply correct(Request request) {
    DocumentId id = ShelfPages.id(request);
    Form form = request.form();
    String title = form.requiredLine("title");
    LocalDate datedOn = form.requiredDate("dated-on");
    return form.attempt(
        () -> {
          filing.correct(request.viewer(), id, form.version(), title, datedOn);
          return Reply.to("/documents/" + id, Pages.text("document.corrected"));
        },
        wrong -> form(request, "document-edit", wrong));
  }

  Reply withdrawing(Request request) {
    return form(request, "document-withdraw", null);
  }

  Reply withdraw(Request request) {
    DocumentId id = ShelfPages.id(request);
    Form form = request.form();
    String why = form.text("why", LONGEST_REASON);
    if (why == null) {
      form.error("why", "form.required");
    }
    return form.attempt(
        () -> {
          filing.withdraw(request.viewer(), id, form.version(), why);
          return Reply.to("/documents/" + id, Pages.text("document.withdrawn.done"));
        },
        wrong -> form(request, "document-withdraw", wrong));
  }

  /** A form about a document that is there. */
  private Reply form(Request request, String template, Form form) {
    Shelf.Line line = shelf.view(request.viewer(), ShelfPages.id(request)).line();
    if (line.withdrawnOn() != null && form == null) {
      throw new NotFound();
    }
    Pages.shows(request, line.place());
    Map<String, Object> model = new HashMap<>();
    model.put("line", line);
    model.put("form", form);
    return Pages.status(Reply.page(template, model), form);
  }

  private Reply form(Request request, Form form) {
    CaseFileId file = new CaseFileId(request.id("file"));
    CaseFiles.Header header = files.header(request.viewer(), file);
    request.shows(
        Stream.of(
                Stream.of(Subject.of(file)),
                header.children().stream().map(child -> Subject.of(child.file())),
                header.carers().stream().map(carer -> Subject.of(carer.person())))
            .flatMap(subjects -> subjects)
            .toList());
    Map<String, Object> model = new HashMap<>();
    model.put("file", header);
    model.put("kinds", kinds(request, file));
    model.put("people", people(header));
    model.put("records", records(request, file));
    model.put("limits", limits.now());
    model.put("form", form);
    return Pages.status(Reply.page("document-form", model), form);
  }

  private List<Choice> kinds(Request request, CaseFileId file) {
    return shelf.kinds(request.viewer(), file).stream()
        .map(
            kind ->
                new Choice(
                    kind.name(), messages.text(request.locale(), "document.kind." + kind.name())))
        .toList();
  }

  /** Children first: most of what comes is about one of them. */
  private static List<Choice> people(CaseFiles.Header header) {
    List<Choice> people = new ArrayList<>();
    header
        .children()
        .forEach(child -> people.add(new Choice(child.person().toString(), child.name().spoken())));
    header
        .carers()
        .forEach(carer -> people.add(new Choice(carer.person().toString(), carer.name().spoken())));
    return people;
  }

  private List<Choice> records(Request request, CaseFileId file) {
    return shelf.records(request.viewer(), file).stream()
        .map(
            entry ->
                new Choice(
                    entry.source().toString(),
                    messages.text(
                        request.locale(),
                        "document.record",
                        entry.on(),
                        entry.title().in(request.locale()))))
        .toList();
  }

  private static Optional<Sent> sent(Request request, Form form) {
    Optional<Request.Upload> upload = request.upload(FILE).filter(one -> one.size() > 0);
    if (upload.isEmpty()) {
      form.error(FILE, Pages.text("document.none"));
    }
    return upload.map(one -> Sent.on(one.name(), one.file()));
  }
}
