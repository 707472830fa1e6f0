package org.opora.registry.complaints.web;

import java.time.LocalDate;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.complaints.application.ComplaintTerms;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The days the centre gives itself for an answer. */
final class TermPages {
  private static final int LONGEST = 365;
  private final ComplaintTerms terms;

  TermPages(ComplaintTerms terms) {
    this.terms = terms;
  }

  Reply show(Request request) {
    return page(request, null);
  }

  Reply set(Request request) {
    Form form = request.form();
    LocalDate since = form.requiredDate("since");
    Integer days = form.number("days", 1, LONGEST);
    if (days == null) {
      form.error("days", "form.required");
    }
    return form.attempt(
        () -> {
          terms.set(request.viewer(), since, days);
          return Reply.to("/complaints/term", Words.of("complaint.term.saved"));
        },
        wrong -> page(request, wrong));
  }

  private Reply page(Request request, Form form) {
    return new Model().with("terms", terms.all(request.viewer())).form("complaint-term", form);
  }
}
