package org.opora.supervisedcontacts.demo.application;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Relatives;
import org.opora.api.kin.Role;
import org.opora.supervisedcontacts.agreements.application.AgreementReader;
import org.opora.supervisedcontacts.agreements.application.Agreements;
import org.opora.supervisedcontacts.agreements.application.NewSignature;
import org.opora.supervisedcontacts.agreements.application.NewWording;
import org.opora.supervisedcontacts.agreements.application.RuleWords;
import org.opora.supervisedcontacts.agreements.domain.AgreementId;
import org.opora.supervisedcontacts.agreements.domain.Signer;
import org.opora.supervisedcontacts.plans.application.PlanChange;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.preparation.application.NewPreparation;
import org.opora.supervisedcontacts.preparation.application.Preparations;
import org.opora.supervisedcontacts.preparation.domain.Chooser;
import org.opora.supervisedcontacts.preparation.domain.Circle;
import org.opora.supervisedcontacts.preparation.domain.Whom;
import org.opora.supervisedcontacts.requests.application.NewRequest;
import org.opora.supervisedcontacts.requests.application.RequestReader;
import org.opora.supervisedcontacts.requests.application.Requests;
import org.opora.supervisedcontacts.requests.domain.Asker;
import org.opora.supervisedcontacts.requests.domain.Channel;
import org.opora.supervisedcontacts.requests.domain.RequestId;
import org.opora.supervisedcontacts.requests.domain.RequestState;
import org.opora.supervisedcontacts.risks.application.NewAssessment;
import org.opora.supervisedcontacts.risks.application.RiskReader;
import org.opora.supervisedcontacts.risks.application.Risks;
import org.opora.supervisedcontacts.risks.domain.RiskId;
import org.opora.supervisedcontacts.risks.domain.RiskKind;
import org.opora.supervisedcontacts.risks.domain.RiskLevel;
import org.opora.supervisedcontacts.risks.domain.RiskOutcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What comes before the first contact of a made-up child: requests, plan, risks, agreement. */
@Component(service = DemoPapers.class)
public final class DemoPapers {
  private static final Locale CZECH = Locale.forLanguageTag("cs");
  private final Relatives relatives;
  private final Requests requests;
  private final RequestReader requestReader;
  private final Plans plans;
  private final PlanReader planReader;
  private final Risks risks;
  private final RiskReader riskReader;
  private final Preparations preparations;
  private final Agreements agreements;
  private final AgreementReader agreementReader;
  private final RuleWords rules;

  @Activate
  public DemoPapers(
      @Reference Relatives relatives,
      @Reference Requests requests,
      @Reference RequestReader requestReader,
      @Reference Plans plans,
      @Reference PlanReader planReader,
      @Reference Risks risks,
      @Reference RiskReader riskReader,
      @Reference Preparations preparations,
      @Reference Agreements agreements,
      @Reference AgreementReader agreementReader,
      @Reference RuleWords rules) {
    this.relatives = relatives;
    this.requests = requests;
    this.requestReader = requestReader;
    this.plans = plans;
    this.planReader = planReader;
    this.risks = risks;
    this.riskReader = riskReader;
    this.preparations = preparations;
    this.agreements = agreements;
    this.agreementReader = agreementReader;
    this.rules = rules;
  }

  /** Whether somebody has written down anything about contacts of the child. */
  public boolean begun(Scene scene) {
    return planned(scene)
        || !requestReader.of(scene.cast().director(), List.of(scene.child().file())).isEmpty();
  }

  public boolean planned(Scene scene) {
    return !planReader.of(scene.cast().director(), List.of(scene.child().file())).isEmpty();
  }

  /**
   * A grown-up of the child's family.
   *
   * @param person null when the register does not know them
   * @param name null where the register says it
   */
  public record Adult(PersonId person, String name) {
    public static Adult called(String name) {
      return new Adult(null, name);
    }
  }

  /** The parent whom the register knows, when the viewer may see them; else somebody by words. */
  public Adult parent(Scene scene, Viewer viewer, boolean mother, String called) {
    return parents(scene, viewer).stream()
        .filter(one -> one.name().given().endsWith("a") == mother)
        .findFirst()
        .map(one -> new Adult(one.person(), null))
        .orElse(Adult.called(called));
  }

  /** Parents of the child whom the register knows and the viewer may see. */
  public List<Relatives.Relative> parents(Scene scene, Viewer viewer) {
    return relatives.of(viewer, scene.child().person()).stream()
        .filter(one -> one.role() == Role.PARENT && !one.hidden() && !one.past())
        .toList();
  }

  public RequestId asks(
      Scene scene, int ago, Asker asker, Adult who, Channel channel, String wish) {
    LocalDate on = scene.ago(ago);
    return requests.record(
        scene.worker(on),
        scene.family().file(),
        scene.child().person(),
        new NewRequest(asker, who.person(), null, who.name(), on, channel, wish));
  }

  public void answers(Scene scene, int ago, RequestId request, RequestState now, String reason) {
    Viewer worker = scene.worker(scene.ago(ago));
    long version = requestReader.view(worker, request).version();
    requests.answer(worker, request, version, now, worker.today(), reason);
  }

  /**
   * @param asked null when nobody did
   */
  public PlanId plans(
      Scene scene, Viewer who, PlanTerms terms, List<Plans.Named> named, RequestId asked) {
    return plans.make(
        who,
        scene.family().file(),
        scene.child().person(),
        PlanChange.first(terms, named, null),
        asked == null ? null : asked.value());
  }

  /** The plan stays as it is until a second person has agreed. */
  public void wantsReleased(Scene scene, PlanId plan, PlanTerms terms, String why) {
    Viewer worker = scene.worker();
    PlanView view = planReader.view(worker, plan);
    Map<PlanPersonId, Standing> all =
        view.forbidden().stream()
            .collect(Collectors.toMap(PlanView.Person::id, one -> Standing.ALLOWED));
    plans.change(
        worker,
        plan,
        view.row().version(),
        PlanChange.of(terms, all, List.of(), null).releasing(why));
  }

  /** What is not named is no risk. */
  public RiskId assesses(
      Scene scene,
      int ago,
      PlanId plan,
      List<NewAssessment.Area> found,
      RiskOutcome outcome,
      String words) {
    LocalDate on = scene.ago(ago);
    List<NewAssessment.Area> areas =
        Arrays.stream(RiskKind.values()).map(kind -> area(kind, found)).toList();
    return risks.assess(
        scene.worker(on),
        plan,
        0,
        new NewAssessment(on, areas, outcome, words, scene.today().plusDays(60)));
  }

  private static NewAssessment.Area area(RiskKind kind, List<NewAssessment.Area> found) {
    return found.stream()
        .filter(one -> one.kind() == kind)
        .findFirst()
        .orElse(new NewAssessment.Area(kind, RiskLevel.NONE, null, null));
  }

  public void approves(Scene scene, int ago, RiskId risk, String words) {
    Viewer director = scene.director(scene.ago(ago));
    risks.decide(director, risk, riskReader.view(director, risk).version(), true, words);
  }

  public void preparesChild(Scene scene, int ago, PlanId plan, String wants, String fears) {
    LocalDate on = scene.ago(ago);
    preparations.write(
        scene.worker(on),
        plan,
        new NewPreparation(
            Whom.CHILD, null, null, on, wants, fears, null, Set.of(Circle.HOUSE), Chooser.CHILD));
  }

  public void prepares(Scene scene, int ago, PlanId plan, Whom whom, Adult who, String expects) {
    LocalDate on = scene.ago(ago);
    preparations.write(
        scene.worker(on),
        plan,
        new NewPreparation(
            whom, who.person(), who.name(), on, null, null, expects, Set.of(), null));
  }

  /** In the words that the house begins with. */
  public AgreementId agrees(Scene scene, int ago, PlanId plan, String view) {
    LocalDate on = scene.ago(ago);
    return agreements.write(
        scene.worker(on), plan, new NewWording(on, null, rules.all(CZECH), view));
  }

  /**
   * @param reason why they would not; null when they signed
   */
  public void signs(
      Scene scene, Viewer noted, AgreementId agreement, Signer signer, Adult who, String reason) {
    agreements.sign(
        noted,
        agreement,
        agreementReader.view(scene.cast().director(), agreement).version(),
        new NewSignature(
            1, signer, who.person(), who.name(), noted.today(), reason != null, reason));
  }
}
