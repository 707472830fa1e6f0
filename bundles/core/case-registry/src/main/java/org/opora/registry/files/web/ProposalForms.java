package org.opora.registry.files.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CareKind;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.AgreementLife;
import org.opora.registry.files.application.EndingsDesk;
import org.opora.registry.files.application.ProposalView;
import org.opora.registry.files.application.ProposalView.Step;
import org.opora.registry.files.application.ProposalsDesk;
import org.opora.registry.files.application.ProposalsDesk.NewProposal;
import org.opora.registry.files.application.ProposalsDesk.Taken;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.files.domain.DropReason;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.shared.web.YesNo;

/**
 * An agreement in preparation: its beginning, each step until it is signed, and back from a step
 * that was a mistake.
 */
final class ProposalForms {
  private static final int WORDS = 4_000;
  private final CaseFrame frame;
  private final ProposalsDesk proposals;
  private final EndingsDesk endings;
  private final Messages messages;

  ProposalForms(CaseFrame frame, ProposalsDesk proposals, EndingsDesk endings, Messages messages) {
    this.frame = frame;
    this.proposals = proposals;
    this.endings = endings;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return newPage(request, null);
  }

  Reply begin(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    NewProposal proposal = read(form);
    return form.attempt(
        () -> {
          proposals.begin(request.viewer(), file, proposal);
          return done(file, "proposal.begun");
        },
        wrong -> newPage(request, wrong));
  }

  Reply edit(Request request) {
    return editPage(request, open(request), null);
  }

  Reply correct(Request request) {
    Form form = request.form();
    ProposalView proposal = proposal(request);
    NewProposal now = read(form);
    return form.attempt(
        () -> {
          proposals.correct(request.viewer(), proposal.id(), form.version(), now);
          return done(CaseFrame.file(request), "proposal.saved");
        },
        wrong -> editPage(request, proposal, wrong));
  }

  private static NewProposal read(Form form) {
    CareKind kind = form.requiredChoice("kind", CareKind.class);
    YesNo mediated = form.requiredChoice("mediated", YesNo.class);
    LocalDate on = form.requiredDate("on");
    LocalDate force = form.date("decisionForceOn");
    return new NewProposal(kind, mediated == YesNo.YES, form.line("authority"), on, force);
  }

  Reply askBack(Request request) {
    ProposalView proposal = proposal(request);
    if (!proposal.stepBack()) {
      throw new NotFound();
    }
    return backPage(request, proposal, null);
  }

  Reply takeBack(Request request) {
    Form form = request.form();
    ProposalView proposal = proposal(request);
    try {
      proposals.takeStepBack(request.viewer(), proposal.id(), form.version());
      return done(CaseFrame.file(request), "proposal.step.taken-back");
    } catch (Refused refused) {
      form.refused(refused);
    } catch (Stale changed) {
      form.stale();
    }
    return backPage(request, proposal, form);
  }

  private Reply backPage(Request request, ProposalView proposal, Form form) {
    return base(request)
        .with("proposal", proposal)
        .with("action", request.path())
        .form("proposal-back", form);
  }

  Reply askSignature(Request request) {
    return signaturePage(request, null);
  }

  Reply takeSignatureBack(Request request) {
    Form form = request.form();
    AgreementLife life = signed(request);
    try {
      proposals.takeSignatureBack(request.viewer(), life.agreement().id(), form.version());
      return done(CaseFrame.file(request), "agreement.signature.taken-back");
    } catch (Refused refused) {
      form.refused(refused);
    } catch (Stale changed) {
      form.stale();
    }
    return signaturePage(request, form);
  }

  private AgreementLife signed(Request request) {
    AgreementLife life =
        endings.find(
            request.viewer(), CaseFrame.file(request), new AgreementId(request.id("agreement")));
    if (life.takenOver()) {
      throw new NotFound();
    }
    return life;
  }

  private Reply signaturePage(Request request, Form form) {
    return base(request)
        .with("life", signed(request))
        .with("action", request.path())
        .form("agreement-signature-back", form);
  }

  Reply step(Request request) {
    return stepPage(request, possible(request), null);
  }

  Reply take(Request request) {
    Form form = request.form();
    CaseFileId file = CaseFrame.file(request);
    ProposalView proposal = proposal(request);
    Step step = step(request.variable("step"));
    LocalDate on = form.requiredDate("on");
    boolean decision = step == Step.GRANT || step == Step.REFUSE;
    String reference = decision ? form.requiredLine("reference") : null;
    LocalDate from = step == Step.SIGN ? form.date("inForceFrom") : null;
    String reason = step == Step.DROP ? form.requiredLine("reason") : null;
    String words = step == Step.DROP || step == Step.REFUSE ? form.text("words", WORDS) : null;
    return form.attempt(
        () -> {
          proposals.take(
              request.viewer(),
              proposal.id(),
              form.version(),
              new Taken(step, on, reference, from, reason, words));
          return done(file, step == Step.SIGN ? "agreement.concluded" : "proposal.saved");
        },
        wrong -> stepPage(request, proposal, wrong));
  }

  private ProposalView proposal(Request request) {
    return proposals.find(
        request.viewer(), CaseFrame.file(request), new AgreementId(request.id("proposal")));
  }

  /** What is signed or dropped is not corrected here. */
  private ProposalView open(Request request) {
    ProposalView proposal = proposal(request);
    if (!proposal.open()) {
      throw new NotFound();
    }
    return proposal;
  }

  /** A step that does not lead on from here has no page. */
  private ProposalView possible(Request request) {
    ProposalView proposal = proposal(request);
    if (!proposal.steps().contains(step(request.variable("step")))) {
      throw new NotFound();
    }
    return proposal;
  }

  private static Step step(String code) {
    return Arrays.stream(Step.values())
        .filter(step -> step.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private Reply newPage(Request request, Form form) {
    return withChoices(request).form("proposal-new", form);
  }

  private Reply editPage(Request request, ProposalView proposal, Form form) {
    return withChoices(request)
        .with("proposal", proposal)
        .with("action", request.path())
        .form("proposal-edit", form);
  }

  private Model withChoices(Request request) {
    return base(request)
        .with("kinds", Choice.of(messages, request.locale(), "care-kind", CareKind.values()))
        .with("mediated", YesNo.choices(messages, request.locale(), "agreement.mediated"));
  }

  private Reply stepPage(Request request, ProposalView proposal, Form form) {
    return base(request)
        .with("proposal", proposal)
        .with("step", step(request.variable("step")))
        .with("reasons", reasons(request, proposal))
        .with("reason", presumed(proposal))
        .with("action", request.path())
        .form("proposal-step", form);
  }

  private List<Choice> reasons(Request request, ProposalView proposal) {
    return proposals.reasons(proposal, request.viewer().today()).stream()
        .map(
            one ->
                new Choice(
                    one.code(),
                    one.paragraph() == null
                        ? messages.text(request.locale(), one.text())
                        : messages.text(
                            request.locale(),
                            "inquiry.ground.choice",
                            one.text(),
                            one.paragraph())))
        .toList();
  }

  /** Where the authority has refused, that is most often why nobody goes on. */
  private static String presumed(ProposalView proposal) {
    return proposal.state() == AgreementState.CONSENT_REFUSED
        ? DropReason.NOT_CONSENTED.name()
        : null;
  }

  private Model base(Request request) {
    return frame.model(request, frame.header(request), null);
  }

  private static Reply done(CaseFileId file, String notice) {
    return Reply.to("/files/" + file + "/agreement", Words.of(notice));
  }
}
