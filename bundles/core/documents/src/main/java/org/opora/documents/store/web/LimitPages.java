package org.opora.documents.store.web;

import java.util.HashMap;
import java.util.Map;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.documents.shared.web.Pages;
import org.opora.documents.store.application.LimitBook;
import org.opora.documents.store.domain.Limits;

/** How much the centre lets in, as it decides itself. */
final class LimitPages {
  private final LimitBook book;

  LimitPages(LimitBook book) {
    this.book = book;
  }

  Reply show(Request request) {
    return show(request, null);
  }

  Reply decide(Request request) {
    Form form = request.form();
    Integer megabytes = required(form, "megabytes", Limits.MOST_MEGABYTES);
    Integer ofAFile = required(form, "of-a-file", Limits.MOST_OF_A_FILE);
    Integer versions = required(form, "versions", Limits.MOST_VERSIONS);
    return form.attempt(
        () -> {
          book.decide(
              request.viewer(), (int) form.version(), new Limits(megabytes, ofAFile, versions));
          return Reply.to("/documents/limits", Pages.text("limits.saved"));
        },
        wrong -> show(request, wrong));
  }

  private static Integer required(Form form, String field, int most) {
    Integer number = form.number(field, 1, most);
    if (number == null) {
      form.error(field, "form.required");
    }
    return number;
  }

  private Reply show(Request request, Form form) {
    Map<String, Object> model = new HashMap<>();
    model.put("decided", book.decided(request.viewer()));
    model.put("form", form);
    return Pages.status(Reply.page("document-limits", model), form);
  }
}
