package org.opora.documents.store.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.documents.DocumentsModule;
import org.opora.documents.store.application.Filing;
import org.opora.documents.store.application.LimitBook;
import org.opora.documents.store.application.NewDocument;
import org.opora.documents.store.application.Sent;
import org.opora.documents.store.application.Shelf;
import org.opora.documents.store.domain.DocumentId;
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

  /** A choice as the form pieces of the shell read it. */
  public record Option(String value, String label) {}

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
    return attempt(
        form,
        () -> {
          DocumentId id = filing.add(request.viewer(), file, given, sent.get());
          return Reply.to("/documents/" + id, text("document.added"));
        },
        wrong -> {
          // A browser does not keep the file of a form that comes back.
          wrong.error(FILE, text("document.again"));
          return form(request, wrong);
        });
  }

  Reply renew(Request request) {
    DocumentId id = ShelfPages.id(request);
    Form form = request.form();
    Optional<Sent> sent = sent(request, form);
    return attempt(
        form,
        () -> {
          filing.renew(request.viewer(), id, sent.get());
          return Reply.to("/documents/" + id, text("document.renewed"));
        },
        wrong -> pages.show(request, wrong));
  }

  Reply withdrawing(Request request) {
    return withdrawing(request, null);
  }

  Reply withdraw(Request request) {
    DocumentId id = ShelfPages.id(request);
    Form form = request.form();
    String why = form.text("why", LONGEST_REASON);
    if (why == null) {
      form.error("why", "form.required");
    }
    return attempt(
        form,
        () -> {
          filing.withdraw(request.viewer(), id, form.version(), why);
          return Reply.to("/documents/" + id, text("document.withdrawn.done"));
        },
        wrong -> withdrawing(request, wrong));
  }

  private Reply withdrawing(Request request, Form form) {
    Shelf.Line line = shelf.view(request.viewer(), ShelfPages.id(request)).line();
    if (line.withdrawnOn() != null && form == null) {
      throw new NotFound();
    }
    ShelfPages.shows(request, line.place());
    Map<String, Object> model = new HashMap<>();
    model.put("line", line);
    model.put("form", form);
    return status(Reply.page("document-withdraw", model), form);
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
    return status(Reply.page("document-form", model), form);
  }

  private List<Option> kinds(Request request, CaseFileId file) {
    return shelf.kinds(request.viewer(), file).stream()
        .map(
            kind ->
                new Option(
                    kind.name(), messages.text(request.locale(), "document.kind." + kind.name())))
        .toList();
  }

  /** Children first: most of what comes is about one of them. */
  private static List<Option> people(CaseFiles.Header header) {
    List<Option> people = new ArrayList<>();
    header
        .children()
        .forEach(child -> people.add(new Option(child.person().toString(), child.name().spoken())));
    header
        .carers()
        .forEach(carer -> people.add(new Option(carer.person().toString(), carer.name().spoken())));
    return people;
  }

  private List<Option> records(Request request, CaseFileId file) {
    return shelf.records(request.viewer(), file).stream()
        .map(
            entry ->
                new Option(
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
      form.error(FILE, text("document.none"));
    }
    return upload.map(one -> new Sent(one.name(), one.file()));
  }

  /** A form does what it is for, or comes back with what stands against it. */
  static Reply attempt(Form form, Supplier<Reply> deed, Function<Form, Reply> again) {
    if (form.valid()) {
      try {
        return deed.get();
      } catch (Refused refused) {
        form.refused(refused);
      } catch (Stale changed) {
        form.stale();
      }
    }
    return again.apply(form);
  }

  static Reply status(Reply.Page page, Form form) {
    return form == null || form.valid() ? page : page.status(ShelfPages.UNPROCESSABLE);
  }

  static Text text(String key) {
    return Text.of(DocumentsModule.ORIGIN, key);
  }
}
