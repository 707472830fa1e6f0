package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.AgreementRule.Reasons;
import org.opora.api.evidence.Evidence;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.opora.registry.files.application.LawBook.Entry;
import org.opora.registry.files.application.ProposalView.Step;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.files.domain.Proposal;
import org.opora.registry.files.domain.ProposalStep;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.intake.domain.YearlyReturn;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Agreements in preparation, from the first inquiry to the signature. Where the law asks for it,
 * nothing is signed without the recorded consent of the authority, nor before it; and nobody comes
 * into a second agreement.
 */
@Component(service = ProposalsDesk.class)
public final class ProposalsDesk {
  private static final int LINE = 200;
  private static final int WORDS = 4_000;
  private static final String ON = "on";
  static final String INQUIRY = "agreement-inquiry";
  private static final String SIGNATURE = "agreement-signed";
  private static final String CONCLUDED = "agreement-concluded";
  private final Transactions tx;
  private final Access access;
  private final OneAgreement one;
  private final FileChange change;
  private final FileStory story;
  private final LawBook law;
  private final DropReasons reasons;
  private final StepSeals seals;
  private final ConcludeProof proof;

  @Activate
  public ProposalsDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference OneAgreement one,
      @Reference FileChange change,
      @Reference FileStory story,
      @Reference LawBook law,
      @Reference ContactLaw contacts,
      @Reference Keys keys,
      @Reference Evidence evidence) {
    this.tx = tx;
    this.access = access;
    this.one = one;
    this.change = change;
    this.story = story;
    this.law = law;
    this.reasons = new DropReasons(contacts);
    this.seals = new StepSeals(keys);
    this.proof = new ConcludeProof(evidence);
  }

  /**
   * @param on day of the inquiry
   * @param decisionForceOn legal force of the decision about the first child, or of the entry in
   *     the list; null when it is not known
   */
  public record NewProposal(
      CareKind kind, boolean mediated, String authority, LocalDate on, LocalDate decisionForceOn) {}

  /**
   * One step.
   *
   * @param on when
   * @param reference of the decision of the authority; null for the other steps
   * @param inForceFrom first day of the agreement; null for the day of the signature and for the
   *     other steps
   * @param reason code of why it comes to nothing, one of {@link #reasons}; null for the other
   *     steps
   * @param words what is to be said of it, or why the authority refused; null for nothing and for
   *     the other steps
   */
  public record Taken(
      Step step,
      LocalDate on,
      String reference,
      LocalDate inForceFrom,
      String reason,
      String words) {
    /** A step that asks for no reason. */
    public Taken(Step step, LocalDate on, String reference, LocalDate inForceFrom) {
      this(step, on, reference, inForceFrom, null, null);
    }
  }

  /**
   * Why it may come to nothing.
   *
   * @param on day from which nobody goes on with it
   */
  public List<Reason> reasons(ProposalView proposal, LocalDate on) {
    return reasons.from(proposal.state(), on).stream()
        .map(one -> new Reason(one.code(), one.text(), one.paragraph()))
        .toList();
  }

  /**
   * @param paragraph where the law says so; null for what is none of its reasons
   */
  public record Reason(String code, Text text, String paragraph) {}

  /** Agreements in preparation and those that came to nothing, newest first. */
  public List<ProposalView> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return tx.read(
        em -> {
          Map<AgreementId, List<StepTaken>> steps = steps(em, file);
          return em
              .createQuery(
                  "SELECT p FROM Proposal p WHERE p.file = :file AND p.state <> :signed"
                      + " ORDER BY p.begunOn DESC, p.id DESC",
                  Proposal.class)
              .setParameter("file", file.value())
              .setParameter("signed", AgreementState.SIGNED)
              .getResultList()
              .stream()
              .map(row -> view(row, viewer.today(), steps.getOrDefault(row.id(), List.of())))
              .toList();
        });
  }

  /**
   * Also one that is signed by now.
   *
   * @throws NotFound also when the viewer may not know of it
   */
  public ProposalView find(Viewer viewer, CaseFileId file, AgreementId proposal) {
    access.require(viewer, CaseFiles.READ, Subject.of(file));
    return tx.read(
        em -> {
          Proposal row = em.find(Proposal.class, proposal.value());
          if (row == null || !row.file().equals(file)) {
            throw new NotFound();
          }
          List<StepTaken> taken = steps(em, file).getOrDefault(proposal, List.of());
          return view(row, viewer.today(), taken);
        });
  }

  private Map<AgreementId, List<StepTaken>> steps(EntityManager em, CaseFileId file) {
    return new ProposalSteps(em).of(file, reasons, seals);
  }

  /** Begins with an inquiry. */
  public AgreementId begin(Viewer viewer, CaseFileId file, NewProposal proposal) {
    LocalDate on = checked(viewer, proposal);
    return change.in(
        viewer,
        file,
        "agreement.inquired",
        (em, held) -> {
          AgreementRows.possible(held);
          Proposal row =
              new Proposal(
                  AgreementId.next(),
                  file,
                  proposal.kind(),
                  proposal.mediated(),
                  authority(proposal),
                  on,
                  proposal.decisionForceOn());
          row.follows(new ProposalSteps(em).inquiry(file));
          em.persist(row);
          ProposalStep inquiry = new ProposalSteps(em).add(row, null);
          story.happened(viewer, file, INQUIRY, inquiry.id(), on);
          proof.tell(row, List.of(inquiry));
          return row.id();
        });
  }

  /**
   * Corrects what was written down at the beginning.
   *
   * @throws Refused beside the field; also when it is signed or dropped, and when it would go from
   *     one year to another of which a return is filed
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void correct(Viewer viewer, AgreementId proposal, long version, NewProposal now) {
    LocalDate on = checked(viewer, now);
    CaseFileId file = change.fileOf("Proposal", proposal.value());
    change.in(
        viewer,
        file,
        "agreement.proposal-corrected",
        (em, held) -> {
          Proposal row = Held.hold(em, Proposal.class, proposal.value());
          Refusals.fresh(row.version(), version);
          if (row.settled()) {
            throw Refusals.refused(null, "refused.agreement-step");
          }
          checkConsented(row, now);
          List<ProposalStep> steps = new ProposalSteps(em).of(proposal);
          if (steps.size() > 1 && on.isAfter(steps.get(1).on())) {
            throw Refusals.refused(ON, "refused.agreement-step-before", steps.get(1).on(), on);
          }
          if (row.begunOn().getYear() != on.getYear()) {
            notFiled(em, row, ON, row.begunOn());
            notFiled(em, row, ON, on);
          }
          row.correct(now.kind(), now.mediated(), authority(now), on, now.decisionForceOn());
          steps.get(0).correct(on);
          story.happened(viewer, file, INQUIRY, steps.get(0).id(), on);
          proof.tell(row, steps);
          return null;
        });
  }

  /** The authority has consented to this text: another one is another request. */
  private static void checkConsented(Proposal row, NewProposal now) {
    if (row.state() == AgreementState.CONSENT_GRANTED) {
      kept("kind", row.kind(), now.kind());
      kept("mediated", row.mediated(), now.mediated());
      kept("authority", row.authority(), authority(now));
    }
  }

  private static void kept(String field, Object before, Object now) {
    if (!Objects.equals(before, now)) {
      throw Refusals.refused(field, "refused.agreement-consented");
    }
  }

  private static LocalDate checked(Viewer viewer, NewProposal proposal) {
    if (proposal.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    return past(viewer, proposal.on());
  }

  private static String authority(NewProposal proposal) {
    return Refusals.optional("authority", proposal.authority(), LINE);
  }

  /**
   * Goes one step on.
   *
   * @throws Refused beside the field when the law or the order of days says no
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void take(Viewer viewer, AgreementId proposal, long version, Taken taken) {
    LocalDate on = past(viewer, taken.on());
    String reference = Refusals.optional("reference", taken.reference(), LINE);
    String words = Refusals.optional("words", taken.words(), WORDS);
    CaseFileId file = change.fileOf("Proposal", proposal.value());
    change.in(
        viewer,
        file,
        "agreement." + taken.step().name().toLowerCase(Locale.ROOT),
        (em, held) -> {
          Proposal row = Held.hold(em, Proposal.class, proposal.value());
          Refusals.fresh(row.version(), version);
          Optional<Entry> entry =
              taken.step() == Step.SIGN ? law.agreementsOrRefuse() : law.agreements();
          checkOrder(row, taken.step(), on, entry);
          if (taken.step() == Step.DROP) {
            checkReason(em, row, on, taken.reason());
          }
          switch (taken.step()) {
            case OFFER -> row.offer(on);
            case REQUEST -> row.request(on);
            case GRANT, REFUSE -> row.decided(taken.step() == Step.GRANT, on, reference);
            case DROP -> row.drop(on);
            case SIGN ->
                sign(em, viewer, new AgreementRows(em, held), row, on, taken.inForceFrom(), entry);
          }
          ProposalStep step = new ProposalSteps(em).add(row, reference);
          step.because(
              taken.step() == Step.DROP ? taken.reason() : null,
              taken.step() == Step.DROP || taken.step() == Step.REFUSE
                  ? seals.words(file, step.id(), words)
                  : null);
          tell(viewer, row, step, taken);
          if (row.settled()) {
            proof.tell(row, new ProposalSteps(em).of(proposal));
          }
          return null;
        });
  }

  /**
   * The last step before a signature was written down wrongly: the agreement is where it was before
   * it, and so is what is known of the consent.
   *
   * @throws Refused when there is only the inquiry, which is corrected, or it is signed
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void takeStepBack(Viewer viewer, AgreementId proposal, long version) {
    CaseFileId file = change.fileOf("Proposal", proposal.value());
    change.in(
        viewer,
        file,
        "agreement.step-taken-back",
        (em, held) -> {
          Proposal row = Held.hold(em, Proposal.class, proposal.value());
          Refusals.fresh(row.version(), version);
          List<ProposalStep> steps = new ProposalSteps(em).of(proposal);
          if (row.state() == AgreementState.SIGNED || steps.size() < 2) {
            throw Refusals.refused(null, "refused.agreement-step");
          }
          ProposalStep last = steps.get(steps.size() - 1);
          if (last.state() == AgreementState.DROPPED && last.reason() != null) {
            notFiled(em, row, null, last.on());
          }
          row.takenBack(steps.subList(0, steps.size() - 1));
          proof.tell(row, steps);
          em.remove(last);
          story.didNotHappen(told(last.state()), last.id());
          return null;
        });
  }

  /**
   * The signature was written down by mistake: the agreement is in preparation again, where it was
   * before.
   *
   * @throws Refused when there is more than the signature, or it is not the newest of the file;
   *     also when a filed return counts it
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void takeSignatureBack(Viewer viewer, AgreementId agreement, long version) {
    CaseFileId file = change.fileOf("Agreement", agreement.value());
    change.in(
        viewer,
        file,
        "agreement.signature-taken-back",
        (em, held) -> {
          AgreementRows rows = new AgreementRows(em, held);
          Agreement row = rows.held(agreement);
          Refusals.fresh(row.version(), version);
          if (!rows.onlySigned(row)) {
            throw Refusals.refused(null, "refused.agreement-signature-stays");
          }
          Proposal proposal = Held.hold(em, Proposal.class, agreement.value());
          List<ProposalStep> steps = new ProposalSteps(em).of(agreement);
          notFiled(em, proposal, null, steps.get(steps.size() - 1).on());
          OneAgreement.Watch watch = one.watch(em, file);
          proposal.takenBack(steps.subList(0, steps.size() - 1));
          proof.tell(proposal, steps);
          ProposalStep signature = steps.get(steps.size() - 1);
          em.remove(signature);
          em.remove(row);
          rows.windDown();
          watch.note(viewer);
          story.didNotHappen(SIGNATURE, signature.id());
          story.didNotHappen(CONCLUDED, agreement.value());
          return null;
        });
  }

  /** Of the law's reasons one that holds on the day; and no year that is counted already. */
  private void checkReason(EntityManager em, Proposal row, LocalDate on, String reason) {
    if (reason == null) {
      throw Refusals.refused("reason", "refused.required");
    }
    if (reasons.from(row.state(), on).stream().noneMatch(one -> one.code().equals(reason))) {
      throw Refusals.refused("reason", "refused.proposal-reason");
    }
    notFiled(em, row, ON, on);
  }

  /** What a filed return counts is not changed; what came from an inquiry is counted with it. */
  private static void notFiled(EntityManager em, Proposal row, String field, LocalDate day) {
    if (row.inquiry() == null && em.find(YearlyReturn.class, day.getYear()) != null) {
      throw Refusals.refused(field, "refused.inquiry-filed", day.getYear());
    }
  }

  private static void checkOrder(Proposal row, Step step, LocalDate on, Optional<Entry> entry) {
    Optional<String> consent = consent(entry, on);
    if (step == Step.SIGN && consent.isPresent() && row.state() == AgreementState.CONSENT_GRANTED) {
      if (on.isBefore(row.consentDecidedOn())) {
        throw new Refused(
            ON,
            entry
                .orElseThrow()
                .text(Reasons::signedBeforeConsent, on, row.consentDecidedOn(), consent.get()));
      }
    }
    if (!row.state().leadsTo(step.to(), consent.isPresent())) {
      throw step == Step.SIGN && consent.isPresent()
          ? new Refused(null, entry.orElseThrow().text(Reasons::consentMissing, consent.get()))
          : Refusals.refused(null, "refused.agreement-step");
    }
    if (on.isBefore(row.stateSince())) {
      throw Refusals.refused(ON, "refused.agreement-step-before", on, row.stateSince());
    }
  }

  private void sign(
      EntityManager em,
      Viewer viewer,
      AgreementRows rows,
      Proposal row,
      LocalDate on,
      LocalDate inForceFrom,
      Optional<Entry> entry) {
    LocalDate from = inForceFrom == null ? on : inForceFrom;
    if (from.isBefore(on)) {
      throw Refusals.refused("inForceFrom", "refused.in-force-before-signed", from, on);
    }
    String field = inForceFrom == null ? ON : "inForceFrom";
    rows.alone(null, from, null, field);
    OneAgreement.Watch watch = one.watch(em, row.file());
    row.sign(on, consent(entry, on).isPresent());
    em.persist(new Agreement(row, from));
    rows.windDown();
    watch.refuse(field);
    watch.note(viewer);
  }

  private void tell(Viewer viewer, Proposal row, ProposalStep step, Taken taken) {
    if (taken.step() == Step.SIGN) {
      LocalDate from = taken.inForceFrom() == null ? step.on() : taken.inForceFrom();
      story.happened(viewer, row.file(), SIGNATURE, step.id(), step.on());
      story.happened(viewer, row.file(), CONCLUDED, row.id().value(), from);
    } else {
      story.happened(viewer, row.file(), told(step.state()), step.id(), step.on());
    }
  }

  /** As what the chronology tells a step other than the inquiry and the signature. */
  private static String told(AgreementState state) {
    return switch (state) {
      case OFFERED -> "agreement-offered";
      case CONSENT_REQUESTED -> "consent-requested";
      case CONSENT_GRANTED -> "consent-granted";
      case CONSENT_REFUSED -> "consent-refused";
      default -> "agreement-dropped";
    };
  }

  private static LocalDate past(Viewer viewer, LocalDate on) {
    if (Refusals.day(ON, on).isAfter(viewer.today())) {
      throw Refusals.refused(ON, "refused.future", on);
    }
    return on;
  }

  private ProposalView view(Proposal row, LocalDate today, List<StepTaken> taken) {
    boolean consent = consent(law.agreements(), today).isPresent();
    return new ProposalView(
        row.id(),
        row.version(),
        row.kind(),
        row.mediated(),
        row.authority(),
        row.state(),
        row.stateSince(),
        row.begunOn(),
        row.decisionForceOn(),
        row.consentRequestedOn(),
        row.consentDecidedOn(),
        row.consentReference(),
        concludeBy(row.decisionForceOn()),
        Stream.of(Step.values()).filter(step -> row.state().leadsTo(step.to(), consent)).toList(),
        taken);
  }

  /**
   * By when an agreement is to be concluded.
   *
   * @param decisionForceOn null when it is not known
   * @return null when no time runs
   */
  private Text concludeBy(LocalDate decisionForceOn) {
    if (decisionForceOn == null) {
      return null;
    }
    return law.agreements()
        .flatMap(
            entry ->
                Entry.on(entry.rule().concludeWithin(), decisionForceOn)
                    .map(
                        within ->
                            entry.text(
                                Reasons::concludeBy,
                                decisionForceOn.plusDays(within.value()),
                                within.value(),
                                decisionForceOn,
                                within.paragraph())))
        .orElse(null);
  }

  private static Optional<String> consent(Optional<Entry> entry, LocalDate on) {
    return entry.flatMap(one -> one.consentAskedBy(on));
  }
}
