package org.opora.course.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.opora.api.faults.NotFound;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.course.application.ReportReader;
import org.opora.course.application.ReportView;
import org.opora.course.application.Statements;
import org.opora.course.domain.Answer;

/** What a carer said is put right, with how it stands before whoever does. */
final class StatementPages {
  private final ReportReader reader;
  private final Statements statements;
  private final Messages messages;

  StatementPages(ReportReader reader, Statements statements, Messages messages) {
    this.reader = reader;
    this.statements = statements;
    this.messages = messages;
  }

  Reply edit(Request request) {
    return edit(request, null, null);
  }

  private Reply edit(Request request, Form form, String named) {
    ReportView view = reader.toChange(request.viewer(), Pages.report(request));
    UUID key = request.id("statement");
    for (ReportView.Part part : view.parts()) {
      for (ReportView.Statement one : part.statements()) {
        if (one.id().equals(key)) {
          Pages.shows(request, view);
          Map<String, Object> model = new HashMap<>();
          model.put("head", view.head());
          model.put("part", part);
          model.put("statement", one);
          model.put("answers", Pages.answers(request, messages));
          model.put("form", form);
          model.put("named", named);
          return Pages.status(Reply.page("statement-edit", model), form);
        }
      }
    }
    throw new NotFound();
  }

  Reply correct(Request request) {
    Form form = request.form();
    Answer answer = form.requiredChoice("answer", Answer.class);
    LocalDate on = form.requiredDate("on");
    String words = form.text("words", Statements.LONGEST_WORDS);
    return form.attempt(
        () -> {
          statements.correct(
              request.viewer(),
              Pages.report(request),
              request.id("statement"),
              form.version(),
              new Statements.Words(answer, on, words),
              Pages.looked(form));
          return Pages.back(request, "statement.saved");
        },
        wrong ->
            edit(
                request,
                wrong,
                Pages.asksToLook(wrong)
                    ? statements.named(
                        request.viewer(), Pages.report(request), request.id("statement"), words)
                    : null));
  }
}
