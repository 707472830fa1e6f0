package org.opora.course.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.CourseReports.State;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.course.application.Copies;
import org.opora.course.application.Drafting;
import org.opora.course.application.Passage;
import org.opora.course.application.ReportDesk;
import org.opora.course.application.ReportReader;
import org.opora.course.application.ReportView;
import org.opora.course.application.Statements;
import org.opora.course.domain.Answer;
import org.opora.course.shared.Refusals;

/** Reports of a family, and one of them on its way. */
final class ReportPages {
  private static final String WORDS = "words";
  private final ReportDesk desk;
  private final ReportReader reader;
  private final Drafting drafting;
  private final Statements statements;
  private final Passage passage;
  private final Copies copies;
  private final CaseFiles files;
  private final Messages messages;

  ReportPages(
      ReportDesk desk,
      ReportReader reader,
      Drafting drafting,
      Statements statements,
      Passage passage,
      Copies copies,
      CaseFiles files,
      Messages messages) {
    this.desk = desk;
    this.reader = reader;
    this.drafting = drafting;
    this.statements = statements;
    this.passage = passage;
    this.copies = copies;
    this.files = files;
    this.messages = messages;
  }

  Reply list(Request request) {
    return list(request, "reports");
  }

  /** The tab of the case file. */
  Reply part(Request request) {
    return list(request, "reports-part");
  }

  private Reply list(Request request, String template) {
    CaseFiles.Header header = files.header(request.viewer(), Pages.file(request));
    request.shows(Subject.of(header.id()));
    return Reply.page(
        template, Map.of("file", header, "reports", reader.all(request.viewer(), header.id())));
  }

  Reply show(Request request) {
    return show(request, null);
  }

  private Reply show(Request request, Form form) {
    return show(request, form, null);
  }

  /**
   * @param named names that are to be looked at before it goes on; null when there are none
   */
  private Reply show(Request request, Form form, String named) {
    ReportView view = reader.view(request.viewer(), Pages.report(request));
    Pages.shows(request, view);
    Map<String, Object> model = new HashMap<>();
    model.put("view", view);
    model.put("head", view.head());
    model.put("file", files.header(request.viewer(), view.head().file()));
    model.put("form", form);
    model.put("named", named);
    model.put("lateAsked", form != null && form.errors().containsKey("late-why"));
    boolean statement = view.head().state() == State.STATEMENT;
    model.put("carers", statement ? carers(request) : List.of());
    model.put("parts", statement ? parts(request, view) : List.of());
    model.put("answers", Pages.answers(request, messages));
    return Pages.status(Reply.page("report", model), form);
  }

  private List<Choice> carers(Request request) {
    Map<PersonId, String> all = reader.carers(request.viewer(), Pages.report(request));
    return all.entrySet().stream()
        .map(one -> new Choice(one.getKey().toString(), one.getValue()))
        .toList();
  }

  private List<Choice> parts(Request request, ReportView view) {
    return view.parts().stream()
        .map(
            part ->
                new Choice(
                    part.id().toString(),
                    part.name() == null ? say(request, "part.family") : part.name()))
        .toList();
  }

  private String say(Request request, String key) {
    return messages.text(request.locale(), key);
  }

  Reply again(Request request) {
    Form form = request.form();
    LocalDate until = form.date("until");
    return deed(
        request,
        form,
        () -> drafting.again(request.viewer(), Pages.report(request), until),
        "report.again.done");
  }

  /** A form of the page that does something and comes back to it. */
  private Reply deed(Request request, Form form, Runnable deed, String done) {
    return form.attempt(
        () -> {
          deed.run();
          return Pages.back(request, done);
        },
        wrong -> show(request, wrong));
  }

  Reply close(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          passage.close(
              request.viewer(), Pages.report(request), form.version(), Pages.looked(form));
          return Pages.back(request, "report.closed");
        },
        wrong ->
            show(
                request,
                wrong,
                Pages.asksToLook(wrong)
                    ? passage.named(request.viewer(), Pages.report(request))
                    : null));
  }

  Reply back(Request request) {
    Form form = request.form();
    String why = form.text("why", ReportDesk.LONGEST_REASON);
    return deed(
        request,
        form,
        () -> passage.back(request.viewer(), Pages.report(request), form.version(), why),
        "report.taken-back");
  }

  Reply state(Request request) {
    Form form = request.form();
    UUID carer = form.requiredId("carer");
    UUID part = form.id("part");
    Answer answer = form.requiredChoice("answer", Answer.class);
    LocalDate on = form.requiredDate("on");
    String words = form.text(WORDS, Statements.LONGEST_WORDS);
    return form.attempt(
        () -> {
          statements.write(
              request.viewer(),
              Pages.report(request),
              new Statements.Said(new PersonId(carer), part, answer, on, words),
              Pages.looked(form));
          return Pages.back(request, "statement.saved");
        },
        wrong ->
            show(
                request,
                wrong,
                Pages.asksToLook(wrong)
                    ? statements.named(
                        request.viewer(), Pages.report(request), new PersonId(carer), part, words)
                    : null));
  }

  Reply approve(Request request) {
    Form form = request.form();
    return deed(
        request,
        form,
        () -> passage.approve(request.viewer(), Pages.report(request), form.version()),
        "report.approved");
  }

  /** Made out first; a copy that cannot be made then is made later. */
  Reply makeOut(Request request) {
    Form form = request.form();
    String late = form.text("late-why", ReportDesk.LONGEST_REASON);
    return form.attempt(
        () -> {
          passage.makeOut(request.viewer(), Pages.report(request), form.version(), late);
          return copied(request, "report.made-out");
        },
        wrong -> show(request, wrong));
  }

  Reply copies(Request request) {
    // Nobody is told of copies of a report that is not theirs.
    reader.toChange(request.viewer(), Pages.report(request));
    return copied(request, "report.copies.made");
  }

  private Reply copied(Request request, String done) {
    Text notice = Refusals.text(done);
    try {
      copies.make(request.viewer(), Pages.report(request));
    } catch (Refused refused) {
      notice = refused.text();
    } catch (NotAllowed | NotFound others) {
      // It is made out; its copies are for somebody who may put documents into the file.
      notice = Refusals.text("report.copies.others");
    }
    return Reply.to("/course/" + Pages.report(request), notice);
  }

  Reply withdrawing(Request request) {
    return withdrawing(request, null);
  }

  private Reply withdrawing(Request request, Form form) {
    ReportView view = reader.toChange(request.viewer(), Pages.report(request));
    Pages.shows(request, view);
    Map<String, Object> model = new HashMap<>();
    model.put("head", view.head());
    model.put("form", form);
    return Pages.status(Reply.page("report-withdraw", model), form);
  }

  Reply withdraw(Request request) {
    Form form = request.form();
    String why = form.text("why", ReportDesk.LONGEST_REASON);
    return form.attempt(
        () -> {
          desk.withdraw(request.viewer(), Pages.report(request), form.version(), why);
          return Pages.back(request, "report.withdrawn.done");
        },
        wrong -> withdrawing(request, wrong));
  }
}
