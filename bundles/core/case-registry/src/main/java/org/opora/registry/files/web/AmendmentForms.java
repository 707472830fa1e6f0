package org.opora.registry.files.web;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.AgreementLife;
import org.opora.registry.files.application.AmendmentsDesk;
import org.opora.registry.files.application.AmendmentsDesk.AmendmentView;
import org.opora.registry.files.application.AmendmentsDesk.NewAmendment;
import org.opora.registry.files.application.EndingsDesk;
import org.opora.registry.shared.web.Words;
import org.opora.registry.shared.web.YesNo;

/** Writing down a change of an agreement, and correcting it. */
final class AmendmentForms {
  private static final int LONGEST = 2_000;
  private final CaseFrame frame;
  private final EndingsDesk endings;
  private final AmendmentsDesk amendments;
  private final Messages messages;

  AmendmentForms(
      CaseFrame frame, EndingsDesk endings, AmendmentsDesk amendments, Messages messages) {
    this.frame = frame;
    this.endings = endings;
    this.amendments = amendments;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return page(request, null, null);
  }

  Reply add(Request request) {
    Form form = request.form();
    AgreementId agreement = life(request).agreement().id();
    NewAmendment amendment = read(form);
    return form.attempt(
        () -> {
          amendments.add(request.viewer(), agreement, amendment);
          return done(CaseFrame.file(request), "amendment.saved");
        },
        wrong -> page(request, null, wrong));
  }

  Reply edit(Request request) {
    return page(request, amendment(request), null);
  }

  Reply correct(Request request) {
    Form form = request.form();
    AmendmentView before = amendment(request);
    NewAmendment now = read(form);
    return form.attempt(
        () -> {
          amendments.correct(request.viewer(), before.id(), form.version(), now);
          return done(CaseFrame.file(request), "amendment.saved");
        },
        wrong -> page(request, before, wrong));
  }

  Reply askBack(Request request) {
    return backPage(request, amendment(request), null);
  }

  Reply withdraw(Request request) {
    Form form = request.form();
    AmendmentView before = amendment(request);
    try {
      amendments.withdraw(request.viewer(), before.id(), form.version());
      return done(CaseFrame.file(request), "amendment.withdrawn");
    } catch (Refused refused) {
      form.refused(refused);
    } catch (Stale changed) {
      form.stale();
    }
    return backPage(request, before, form);
  }

  private Reply backPage(Request request, AmendmentView before, Form form) {
    return frame
        .model(request, frame.header(request), null)
        .with("before", before)
        .with("action", request.path())
        .form("amendment-back", form);
  }

  private static NewAmendment read(Form form) {
    LocalDate on = form.requiredDate("on");
    String what = form.text("what", LONGEST);
    if (what == null) {
      form.error("what", "form.required");
    }
    YesNo substantial = form.requiredChoice("substantial", YesNo.class);
    return new NewAmendment(
        on,
        what,
        substantial == YesNo.YES,
        form.date("consentOn"),
        form.line("consentReference"),
        form.date("rulesFrom"));
  }

  private AgreementLife life(Request request) {
    return endings.find(
        request.viewer(), CaseFrame.file(request), new AgreementId(request.id("agreement")));
  }

  private AmendmentView amendment(Request request) {
    UUID id = request.id("amendment");
    AmendmentView found = amendments.find(request.viewer(), CaseFrame.file(request), id);
    if (!found.agreement().equals(life(request).agreement().id())) {
      throw new NotFound();
    }
    return found;
  }

  /** Who keeps the rules of before may choose the present ones, and that can be corrected. */
  private boolean choosesRules(Request request, AgreementLife life, AmendmentView before) {
    return before != null && before.amendment().rulesFrom() != null
        || endings.former(life, request.viewer().today()) != null;
  }

  private Reply page(Request request, AmendmentView before, Form form) {
    AgreementLife life = life(request);
    return frame
        .model(request, frame.header(request), null)
        .with("life", life)
        .with("choosesRules", choosesRules(request, life, before))
        .with("before", before)
        .with("action", request.path())
        .with("substantial", YesNo.choices(messages, request.locale(), "amendment.substantial"))
        .form("amendment-form", form);
  }

  private static Reply done(CaseFileId file, String notice) {
    return Reply.to("/files/" + file + "/agreement", Words.of(notice));
  }
}
