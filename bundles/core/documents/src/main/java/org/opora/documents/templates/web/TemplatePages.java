package org.opora.documents.templates.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.documents.content.domain.ContentKind;
import org.opora.documents.shared.web.Pages;
import org.opora.documents.store.application.Sent;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.templates.application.FieldBook;
import org.opora.documents.templates.application.NewTemplate;
import org.opora.documents.templates.application.TemplateBook;
import org.opora.documents.templates.application.TemplateFaults;
import org.opora.documents.templates.domain.Language;

/** The templates of the centre and the fields that they may name. */
final class TemplatePages {
  private static final String FILE = "file";
  private static final String LIST = "/house/templates";
  private final TemplateBook book;
  private final FieldBook fields;
  private final Messages messages;

  TemplatePages(TemplateBook book, FieldBook fields, Messages messages) {
    this.book = book;
    this.fields = fields;
    this.messages = messages;
  }

  Reply list(Request request) {
    return Reply.page("templates", Map.of("templates", book.list(request.viewer())));
  }

  Reply fields(Request request) {
    return Reply.page("template-fields", Map.of("lines", fields.known().lines()));
  }

  Reply blank(Request request) {
    return form(request, null, List.of());
  }

  Reply add(Request request) {
    Form form = request.form();
    String name = form.requiredLine("name");
    DocumentKind kind = form.requiredChoice("kind", DocumentKind.class);
    Language language = form.requiredChoice("language", Language.class);
    LocalDate from = form.requiredDate("from");
    Optional<Sent> sent = sent(request, form);
    if (!form.valid()) {
      return again(request, form, List.of());
    }
    try {
      UUID id = book.add(request.viewer(), new NewTemplate(name, kind, language, from), sent.get());
      return Reply.to(LIST + "/" + id, Pages.text("template.added"));
    } catch (TemplateFaults faults) {
      return again(request, form, faults.texts());
    } catch (Refused refused) {
      form.refused(refused);
      return again(request, form, List.of());
    }
  }

  /** A browser does not keep the file of a form that comes back. */
  private Reply again(Request request, Form form, List<Text> faults) {
    chooseAgain(form, faults);
    return form(request, form, faults);
  }

  private static void chooseAgain(Form form, List<Text> faults) {
    form.error(
        FILE,
        faults.isEmpty()
            ? Pages.text("document.again")
            : Pages.text("template.faults", faults.size()));
  }

  Reply show(Request request) {
    return show(request, null, List.of());
  }

  Reply renew(Request request) {
    UUID id = request.id("template");
    Form form = request.form();
    LocalDate from = form.requiredDate("from");
    Optional<Sent> sent = sent(request, form);
    if (form.valid()) {
      try {
        book.renew(request.viewer(), id, form.version(), from, sent.get());
        return Reply.to(LIST + "/" + id, Pages.text("template.renewed"));
      } catch (TemplateFaults faults) {
        chooseAgain(form, faults.texts());
        return show(request, form, faults.texts());
      } catch (Refused refused) {
        form.refused(refused);
      } catch (Stale changed) {
        form.stale();
      }
    }
    chooseAgain(form, List.of());
    return show(request, form, List.of());
  }

  Reply end(Request request) {
    UUID id = request.id("template");
    Form form = request.form();
    LocalDate until = form.date("until");
    return form.attempt(
        () -> {
          book.until(request.viewer(), id, form.version(), until);
          return Reply.to(
              LIST + "/" + id, Pages.text(until == null ? "template.goes-on" : "template.ends"));
        },
        wrong -> show(request, wrong, List.of()));
  }

  Reply take(Request request) {
    TemplateBook.File file =
        book.file(request.viewer(), request.id("template"), request.id("version"));
    return new Reply.Download(file.name(), ContentKind.DOCX.contentType(), file.content());
  }

  Reply preview(Request request) {
    UUID id = request.id("template");
    TemplateBook.View view = book.view(request.viewer(), id);
    return Reply.page(
        "template-preview",
        Map.of(
            "line",
            view.line(),
            "paragraphs",
            book.preview(
                request.viewer(),
                id,
                request.id("version"),
                key -> "‹" + called(view.line().language().locale(), key) + "›")));
  }

  private String called(Locale language, String key) {
    return messages.text(language, fields.known().title(key));
  }

  private Reply show(Request request, Form form, List<Text> faults) {
    TemplateBook.View view = book.view(request.viewer(), request.id("template"));
    Map<String, Object> model = new HashMap<>();
    model.put("line", view.line());
    model.put("versions", view.versions());
    model.put("form", form);
    model.put("faults", faults);
    return Pages.status(Reply.page("template", model), form);
  }

  private Reply form(Request request, Form form, List<Text> faults) {
    Map<String, Object> model = new HashMap<>();
    model.put(
        "kinds",
        Arrays.stream(DocumentKind.values())
            .map(kind -> option(request, "document.kind.", kind))
            .toList());
    model.put(
        "languages",
        Arrays.stream(Language.values())
            .map(language -> option(request, "template.language.", language))
            .toList());
    model.put("form", form);
    model.put("faults", faults);
    return Pages.status(Reply.page("template-form", model), form);
  }

  private Choice option(Request request, String group, Enum<?> value) {
    return new Choice(value.name(), messages.text(request.locale(), group + value.name()));
  }

  private static Optional<Sent> sent(Request request, Form form) {
    Optional<Request.Upload> upload = request.upload(FILE).filter(one -> one.size() > 0);
    if (upload.isEmpty()) {
      form.error(FILE, Pages.text("document.none"));
    }
    return upload.map(one -> Sent.on(one.name(), one.file()));
  }
}
