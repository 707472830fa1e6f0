package org.opora.registry.files.web;

import java.time.LocalDate;
import org.opora.api.faults.NotFound;
import org.opora.api.files.Agreements;
import org.opora.api.files.CareKind;
import org.opora.api.files.Placements;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PlacementId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.AgreementLife;
import org.opora.registry.files.application.EndingsDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.shared.web.YesNo;

/** Writing down an agreement, and correcting agreements and stays. */
final class AgreementForms {
  private final CaseFrame frame;
  private final Agreements agreements;
  private final EndingsDesk endings;
  private final Placements placements;
  private final Messages messages;

  AgreementForms(
      CaseFrame frame,
      Agreements agreements,
      EndingsDesk endings,
      Placements placements,
      Messages messages) {
    this.frame = frame;
    this.agreements = agreements;
    this.endings = endings;
    this.placements = placements;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return agreementPage(request, null, null);
  }

  Reply conclude(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    Agreements.NewAgreement agreement = AgreementFields.read(form);
    return form.attempt(
        () -> {
          agreements.conclude(request.viewer(), file, agreement);
          return done(file, "agreement.concluded");
        },
        wrong -> agreementPage(request, null, wrong));
  }

  Reply edit(Request request) {
    return agreementPage(request, agreement(request), null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    Agreements.Agreement before = agreement(request);
    Agreements.NewAgreement now = AgreementFields.read(form);
    LocalDate endedOn = life(request, before).endTyped() ? form.date("endedOn") : before.endedOn();
    return form.attempt(
        () -> {
          agreements.amend(request.viewer(), before.id(), form.version(), now, endedOn);
          return done(file, "agreement.saved");
        },
        wrong -> agreementPage(request, before, wrong));
  }

  Reply editStay(Request request) {
    return stayPage(request, stay(request), null);
  }

  Reply amendStay(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    Placements.Stay before = stay(request);
    LocalDate from = form.requiredDate("from");
    LocalDate until = form.date("until");
    String court = form.line("courtReference");
    return form.attempt(
        () -> {
          placements.amend(request.viewer(), before.id(), form.version(), from, until, court);
          return done(file, "stay.saved");
        },
        wrong -> stayPage(request, before, wrong));
  }

  private AgreementLife life(Request request, Agreements.Agreement agreement) {
    return endings.find(request.viewer(), agreement.file(), agreement.id());
  }

  /** The agreement that the path names, if it belongs to the file of the path. */
  private Agreements.Agreement agreement(Request request) {
    Agreements.Agreement agreement =
        agreements.find(request.viewer(), new AgreementId(request.id("agreement")));
    if (!agreement.file().equals(CaseFrame.file(request))) {
      throw new NotFound();
    }
    return agreement;
  }

  private Placements.Stay stay(Request request) {
    Placements.Stay stay =
        placements.find(request.viewer(), new PlacementId(request.id("placement")));
    if (!stay.file().equals(CaseFrame.file(request))) {
      throw new NotFound();
    }
    return stay;
  }

  private static Reply done(CaseFileId file, String notice) {
    return Reply.to("/files/" + file + "/agreement", Words.of(notice));
  }

  private Reply agreementPage(Request request, Agreements.Agreement agreement, Form form) {
    return base(request)
        .with("agreement", agreement)
        .with("life", agreement == null ? null : life(request, agreement))
        .with("kinds", Choice.of(messages, request.locale(), "care-kind", CareKind.values()))
        .with("mediated", YesNo.choices(messages, request.locale(), "agreement.mediated"))
        .form(agreement == null ? "agreement-new" : "agreement-edit", form);
  }

  private Reply stayPage(Request request, Placements.Stay stay, Form form) {
    return base(request).with("stay", stay).form("stay-edit", form);
  }

  private Model base(Request request) {
    return frame.model(request, frame.header(request), null);
  }
}
