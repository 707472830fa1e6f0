package org.opora.supervisedcontacts.plans.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opora.api.access.Subject;
import org.opora.api.choices.Choices;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.legal.LegalPosition;
import org.opora.api.overrides.Reason;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.supervisedcontacts.plans.application.PlanHistory;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.Places;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.shared.web.ContactFields;
import org.opora.supervisedcontacts.shared.web.Options;

/** The form of a plan, as it is shown: for a new one, and for one that is changed. */
final class PlanFormPages {
  private static final int FIRST_LINES = 3;
  private final PlanHistory history;
  private final CaseFiles files;
  private final Choices choices;
  private final Messages messages;
  private final PlanOffers offers;

  PlanFormPages(
      PlanHistory history, CaseFiles files, Choices choices, Messages messages, PlanOffers offers) {
    this.history = history;
    this.files = files;
    this.choices = choices;
    this.messages = messages;
    this.offers = offers;
  }

  /**
   * @param more lines besides
   * @param search whether whom typed names find is offered
   */
  Reply.Page made(Request request, CaseFileId file, Form form, int more, boolean search) {
    CaseFiles.Header header = files.header(request.viewer(), file);
    request.shows(header.children().stream().map(child -> Subject.of(child.file())).toList());
    List<PersonId> children = header.children().stream().map(CaseFiles.Child::person).toList();
    Map<String, Object> model = new HashMap<>();
    model.put("file", header.id());
    model.put("request", asked(request, form));
    model.put("chosen", request.query("child").orElse(null));
    model.put(
        "children",
        header.children().stream()
            .map(child -> new Choice(child.person().toString(), child.name().spoken()))
            .toList());
    model.put("siblings", offers.siblings(request, children, header, null));
    offer(request, model, children, null);
    lines(request, model, form, children, FIRST_LINES, more, search);
    return Reply.page("plan-form", model);
  }

  /** Key of the request for contact that the plan comes from; null when it comes from none. */
  private static String asked(Request request, Form form) {
    String typed = form == null ? "" : form.raw("request");
    return typed.isEmpty()
        ? request.query("request").filter(key -> ContactFields.key(key) != null).orElse(null)
        : typed;
  }

  private void offer(
      Request request,
      Map<String, Object> model,
      List<PersonId> children,
      LegalPosition.Decision held) {
    Options options = new Options(messages, request.locale());
    List<LegalPosition.Decision> decisions = offers.decisions(request, children);
    model.put("bases", options.of(Basis.class, "basis"));
    model.put("forms", options.of(ContactForm.class, "form"));
    model.put("places", options.of(choices.offered(Places.LIST, request.viewer().today())));
    model.put("kins", options.of(choices.offered(Kin.LIST, request.viewer().today())));
    model.put("standings", options.of(Standing.class, "standing"));
    model.put("reasons", Reason.choices(request.locale()));
    model.put("decisions", decisions);
    model.put("decisionChoices", offers.choices(request, decisions, held));
    model.put("decision", held);
  }

  private void lines(
      Request request,
      Map<String, Object> model,
      Form form,
      List<PersonId> children,
      int first,
      int more,
      boolean search) {
    List<Integer> lines = PlanForm.lines(form, first, more);
    List<Choice> near = offers.near(request, children);
    model.put("lines", lines);
    model.put("near", near);
    model.put("offered", offers.lines(request, form, lines, near, search));
  }

  /** The same for a plan that is there. */
  Reply.Page changed(Request request, PlanView plan, Form form, int more, boolean search) {
    List<PersonId> children = List.of(new PersonId(plan.row().child()));
    Map<String, Object> model = new HashMap<>();
    model.put("plan", plan);
    CaseFileId file = new CaseFileId(plan.row().caseFile());
    CaseFiles.Header header = files.headers(request.viewer(), List.of(file)).get(file);
    model.put("siblings", offers.siblings(request, children, header, plan));
    model.put("placed", plan.places().stream().map(Choices.Term::code).toList());
    model.put(
        "siblingsOf",
        plan.people().stream()
            .collect(
                Collectors.toMap(
                    person -> person.id().toString(),
                    person ->
                        person.together().stream().map(one -> one.person().toString()).toList())));
    offer(
        request, model, children, history.decision(request.viewer(), new PlanId(plan.row().id())));
    lines(request, model, form, children, 1, more, search);
    return Reply.page("plan-form", model);
  }
}
