package org.opora.course.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.course.application.ReportView;
import org.opora.course.domain.Answer;
import org.opora.course.shared.Refusals;

/** How the pages of this bundle answer. */
final class Pages {
  private static final int UNPROCESSABLE = 422;
  private static final String NAMED = "named";

  private Pages() {}

  static Reply status(Reply.Page page, Form form) {
    return form == null || form.valid() ? page : page.status(UNPROCESSABLE);
  }

  static CaseFileId file(Request request) {
    return new CaseFileId(request.id("file"));
  }

  static UUID report(Request request) {
    return request.id("report");
  }

  /** To the page of the report, with a sentence. */
  static Reply back(Request request, String notice, Object... arguments) {
    return Reply.to("/course/" + report(request), Refusals.text(notice, arguments));
  }

  /** Which names somebody has looked at and lets go; null when nobody has. */
  static String looked(Form form) {
    return form.checked(NAMED) ? form.raw("named-as") : null;
  }

  /** Whether names are to be looked at. */
  static boolean asksToLook(Form form) {
    return form.errors().containsKey(NAMED);
  }

  /** What a carer may say. */
  static List<Choice> answers(Request request, Messages messages) {
    return Stream.of(Answer.values())
        .map(
            one ->
                new Choice(one.name(), messages.text(request.locale(), "statement.answer." + one)))
        .toList();
  }

  /** Counts the family, and every child whose part is shown. */
  static void shows(Request request, ReportView view) {
    request.shows(Subject.of(view.head().file()));
    view.parts().stream()
        .filter(part -> part.childFile() != null)
        .forEach(part -> request.shows(Subject.of(part.childFile())));
  }
}
