package org.opora.registry.plans.contributions;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.registry.aims.application.AimsDesk;
import org.opora.registry.aims.application.AimsDesk.NewAim;
import org.opora.registry.aims.application.AimsDesk.NewGoal;
import org.opora.registry.aims.application.AimsDesk.NewStep;
import org.opora.registry.aims.domain.Whose;
import org.opora.registry.care.application.Signing.NewSignature;
import org.opora.registry.plans.application.PlanDesk;
import org.opora.registry.plans.application.PlanDesk.NewLine;
import org.opora.registry.plans.application.PlanDesk.NewPlan;
import org.opora.registry.plans.application.PlanPapers;
import org.opora.registry.plans.domain.Area;
import org.opora.registry.plans.domain.PlanKind;
import org.opora.registry.plans.domain.PlanTerms;
import org.opora.registry.views.application.ChildViews;
import org.opora.registry.views.application.ChildViews.NewView;
import org.opora.registry.views.domain.Chooser;
import org.opora.registry.views.domain.Circle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A family with everything that is agreed and planned: an aim with goals and steps of which one is
 * taken, what the child says and lets its carers read and what it keeps from them, a plan of stay
 * that the carer signed, and one of education that waits for the signature.
 */
@Component
public final class DemoPlans implements DemoChapter {
  private static final int FAMILY = 3;
  private static final int AGREED = 45;
  private final AimsDesk aims;
  private final ChildViews views;
  private final PlanDesk plans;
  private final PlanPapers papers;

  @Activate
  public DemoPlans(
      @Reference AimsDesk aims,
      @Reference ChildViews views,
      @Reference PlanDesk plans,
      @Reference PlanPapers papers) {
    this.aims = aims;
    this.views = views;
    this.plans = plans;
    this.papers = papers;
  }

  @Override
  public String id() {
    return "plans";
  }

  @Override
  public void write(DemoCast cast) {
    InForce family = cast.family(FAMILY);
    PersonId child = family.children().get(0).person();
    PersonId carer = family.carers().get(0).person();
    Viewer worker = cast.worker(family);
    says(worker, family.file(), child);
    agree(worker, family.file(), child);
    stay(worker, family.file(), child, carer);
    education(worker, family.file(), carer);
  }

  private void says(Viewer worker, CaseFileId file, PersonId child) {
    views.write(
        worker,
        file,
        child,
        new NewView(
            worker.today().minusDays(AGREED + 6),
            "Chci chodit plavat a každou neděli volat babičce.",
            ViewLearntBy.CONVERSATION,
            Set.of(Circle.HOUSE, Circle.CARERS, Circle.AUTHORITY),
            Chooser.CHILD));
    views.write(
        worker,
        file,
        child,
        new NewView(
            worker.today().minusDays(9),
            "Ve škole se mi smějí, že nemám mámu. Doma to neříkejte, řeknu to, až budu chtít.",
            ViewLearntBy.DRAWING,
            Set.of(),
            Chooser.CHILD));
  }

  private void agree(Viewer worker, CaseFileId file, PersonId child) {
    LocalDate today = worker.today();
    UUID aim =
        aims.agree(
            worker,
            file,
            new NewAim(
                today.minusDays(AGREED),
                "Aby doma večer byl klid a všichni se vyspali.",
                "Nejdřív večery, potom škola. Za tři měsíce se sejdeme znovu.",
                today.plusDays(AGREED),
                List.of(
                    new NewGoal(
                        "Usínání bez hádky.",
                        "Aspoň pět večerů z týdne",
                        YearMonth.from(today.plusMonths(2))),
                    new NewGoal("Jeden společný výlet za měsíc.", null, null)),
                List.of(
                    new NewStep(
                        Whose.CENTRE, "Zjistím volné místo v kurzu plavání.", today.plusDays(8)),
                    new NewStep(
                        Whose.FAMILY, "Od osmi večer jsou telefony v kuchyni.", today.plusDays(20)),
                    new NewStep(
                        Whose.BOTH, "Sepíšeme, jak vypadá dobrý večer.", today.minusDays(3))),
                "Pěstounka by chtěla začít usínat už v sedm, dítěti to připadá brzy.",
                "Večery jsou vyčerpávající, víkendy se daří.",
                Map.of(child, "Potřebuje vědět, co bude večer následovat, aby se nebálo.")));
    aims.of(worker, file).stream()
        .filter(one -> one.id().equals(aim))
        .flatMap(one -> one.now().stepsOf(Whose.BOTH).stream())
        .forEach(step -> aims.take(worker, file, aim, step.id(), true));
  }

  private void stay(Viewer worker, CaseFileId file, PersonId child, PersonId carer) {
    LocalDate today = worker.today();
    UUID plan =
        plans.draw(
            worker,
            file,
            PlanKind.STAY,
            child,
            new NewPlan(
                terms(today.minusDays(AGREED), today.plusDays(AGREED)),
                "Doma si zvyká, ve škole hledá kamarády. Plán navazuje na individuální plán"
                    + " ochrany dítěte.",
                List.of(
                    line(
                        Area.FAMILY,
                        "Každou neděli mluví s babičkou.",
                        "Pěstounka zavolá, pracovnice domluví návštěvu.",
                        today.plusDays(30)),
                    line(
                        Area.FRIENDS,
                        "Chodí jednou týdně plavat.",
                        "Pracovnice najde kurz, pěstounka dítě doprovodí.",
                        today.plusDays(20)),
                    line(
                        Area.IDENTITY,
                        "Má knížku života.",
                        "Pracovnice s dítětem, při každé návštěvě jednu stránku.",
                        null))));
    long version = plans.find(worker, file, plan).version();
    int wording = papers.prints().print(worker, plan, version).number();
    papers
        .signing()
        .note(worker, plan, version, new NewSignature(carer, wording, today, false, null));
  }

  private void education(Viewer worker, CaseFileId file, PersonId carer) {
    LocalDate today = worker.today();
    plans.draw(
        worker,
        file,
        PlanKind.EDUCATION,
        carer,
        new NewPlan(
            terms(today.minusDays(10), today.plusMonths(6)),
            "Rozumět večernímu strachu dítěte a umět s ním mluvit o jeho rodičích.",
            List.of(
                topic("Strach a spánek u dětí v náhradní péči", "centrum", today.plusDays(40), 6),
                topic("Jak mluvit s dítětem o jeho původu", "krajský úřad", today.plusDays(90), 12),
                topic("Svépomocná skupina pěstounů", "centrum, jednou měsíčně", null, 6))));
  }

  private static PlanTerms terms(LocalDate on, LocalDate reviewOn) {
    return new PlanTerms(on, on, on.plusYears(1), reviewOn);
  }

  private static NewLine line(Area area, String words, String how, LocalDate due) {
    return new NewLine(area, words, how, due, null);
  }

  private static NewLine topic(String words, String how, LocalDate due, int hours) {
    return new NewLine(null, words, how, due, hours);
  }
}
