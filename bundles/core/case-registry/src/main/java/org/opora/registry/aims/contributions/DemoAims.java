package org.opora.registry.aims.contributions;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles.Child;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.aims.application.AimView;
import org.opora.registry.aims.application.AimsDesk;
import org.opora.registry.aims.application.AimsDesk.NewAim;
import org.opora.registry.aims.application.AimsDesk.NewGoal;
import org.opora.registry.aims.application.AimsDesk.NewReview;
import org.opora.registry.aims.application.AimsDesk.NewStep;
import org.opora.registry.aims.domain.AimResult;
import org.opora.registry.aims.domain.Whose;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the centre and some families have agreed on: fresh, looked at and gone on with, reached, and
 * one that both sides should have looked at by now.
 */
@Component
public final class DemoAims implements DemoChapter {
  private static final List<Agreed> AGREED =
      List.of(
          new Agreed(0, Made.MORNINGS, 70, 9, AimResult.PARTLY),
          new Agreed(1, Made.BROTHERS, 40, 50, null),
          new Agreed(2, Made.REST, 95, -5, null),
          new Agreed(4, Made.ROOTS, 25, 65, null),
          new Agreed(5, Made.MORNINGS, 120, 0, AimResult.MET),
          new Agreed(6, Made.BROTHERS, 80, 40, AimResult.PARTLY),
          new Agreed(8, Made.ROOTS, 60, 6, null),
          new Agreed(9, Made.REST, 15, 75, null));

  private final AimsDesk aims;

  @Activate
  public DemoAims(@Reference AimsDesk aims) {
    this.aims = aims;
  }

  @Override
  public String id() {
    return "aims";
  }

  @Override
  public void write(DemoCast cast) {
    for (Agreed one : AGREED) {
      if (one.family() < cast.families().size()) {
        agree(cast, cast.family(one.family()), one);
      }
    }
  }

  private void agree(DemoCast cast, InForce family, Agreed one) {
    Viewer worker = cast.worker(family);
    LocalDate today = cast.today();
    LocalDate on = today.minusDays(one.daysAgo());
    boolean lookedAt = one.result() != null;
    // Whoever looked at it did so a week ago; until then that day was the next one.
    LocalDate looked = today.minusDays(7);
    LocalDate next = one.result() == AimResult.MET ? null : today.plusDays(one.reviewIn());
    UUID aim =
        aims.agree(
            worker,
            family.file(),
            one.made().on(on, lookedAt ? looked : next, today, family.children()));
    if (one.daysAgo() > Made.FIRST_STEP) {
      firstStep(worker, family.file(), aim);
    }
    if (lookedAt) {
      AimView view = aims.find(worker, family.file(), aim);
      aims.review(
          worker,
          family.file(),
          aim,
          view.version(),
          new NewReview(
              looked,
              one.result(),
              one.result() == AimResult.MET
                  ? "Povedlo se. Rodina si to už hlídá sama, cíl končí."
                  : "Daří se to, jen ne pokaždé. Nikdo z toho nemá výčitky a jdeme dál.",
              next,
              view.now().goals().stream()
                  .collect(Collectors.toMap(AimView.Goal::id, goal -> one.result()))));
    }
  }

  /** What the centre had promised for the beginning. */
  private void firstStep(Viewer worker, CaseFileId file, UUID aim) {
    aims.find(worker, file, aim).now().stepsOf(Whose.CENTRE).stream()
        .limit(1)
        .forEach(step -> aims.take(worker, file, aim, step.id(), true));
  }

  /**
   * @param family its number
   * @param reviewIn days from today until both sides look at it
   * @param result of the last time; null when they have not looked at it yet
   */
  private record Agreed(int family, Made made, int daysAgo, int reviewIn, AimResult result) {}

  /**
   * An aim in words.
   *
   * @param centre what the centre does first
   * @param home what the family does
   */
  private record Made(
      String aim,
      String plan,
      List<NewGoal> goals,
      String centre,
      String home,
      String both,
      String disagreed,
      String adults,
      String whyBest) {
    private static final int FIRST_STEP = 21;

    private static final Made MORNINGS =
        new Made(
            "Aby ráno nikdo nekřičel a do školy se odcházelo v klidu.",
            "Začneme večerem: kdo má ráno co připravit, je na lístku u dveří.",
            List.of(
                goal("Batoh a svačina jsou hotové večer.", "Čtyři dny z pěti"),
                goal("Do školy se přichází včas.", "Nejvýš jeden pozdní příchod za měsíc")),
            "Přivezu obrázkový rozvrh rána.",
            "Večer společně chystáme oblečení.",
            "Za měsíc si řekneme, co pomáhá a co škrtneme.",
            "Budík chce mít dítě v kuchyni, pěstounka u postele.",
            "Rána jsou nejtěžší část dne, odpoledne už je dobře.",
            "Když ví, co přijde, nemusí se bránit křikem.");

    private static final Made BROTHERS =
        new Made(
            "Aby sourozenci, kteří žijí jinde, nezůstali jen na fotkách.",
            "Vidět se pravidelně a mezi tím si psát.",
            List.of(
                goal("Setkání jednou za měsíc.", "Aspoň pět do půl roku"),
                goal("Mezi setkáními si volají nebo píšou.", "Každý druhý týden")),
            "Domluvím s druhou rodinou první dva termíny.",
            "Necháme telefon na hovor v neděli po obědě.",
            "Po třetím setkání se zeptáme dětí, jak jim je.",
            null,
            "Po setkání je večer smutno, ale další den se o sourozencích hezky vypráví.",
            "Sourozenec je někdo, kdo zůstane na celý život.");

    private static final Made REST =
        new Made(
            "Aby pěstounka nebyla na všechno sama a měla kdy vydechnout.",
            "Nejdřív jeden volný víkend, potom pravidelná skupina.",
            List.of(
                goal("Jeden volný víkend za čtvrtletí.", null),
                goal("Chodí do podpůrné skupiny.", "Jednou za měsíc")),
            "Najdu volný termín pobytu pro děti.",
            "Domluvíme se s babičkou na jedno odpoledne v týdnu.",
            "Po prvním víkendu si řekneme, jestli to dětem svědčilo.",
            null,
            "Poprvé to říkám nahlas: jsem unavená.",
            "Děti potřebují někoho, komu zbývají síly.");

    private static final Made ROOTS =
        new Made(
            "Aby se dítě smělo ptát, odkud přišlo, a dostalo odpověď.",
            "Píšeme knížku života, každou návštěvu jednu stránku.",
            List.of(
                goal("Knížka života má prvních deset stran.", "Deset stran"),
                goal("Dítě ví, koho se může zeptat.", null)),
            "Zeptám se úřadu na fotky z doby před příchodem do rodiny.",
            "Když přijde otázka, odpovídáme hned a pravdivě.",
            "Domluvíme se, co dítěti řekneme o rodičích a jakými slovy.",
            "O nemoci rodiče by pěstouni zatím nemluvili, dítě se na ni ptá.",
            "Bojíme se, abychom něco nepokazili.",
            "Kdo zná svůj příběh, nemusí si domýšlet horší.");

    private static NewGoal goal(String words, String measure) {
      return new NewGoal(words, measure, null);
    }

    private NewAim on(LocalDate day, LocalDate reviewOn, LocalDate today, List<Child> children) {
      YearMonth target = YearMonth.from(today.plusMonths(3));
      return new NewAim(
          day,
          aim,
          plan,
          reviewOn,
          goals.stream().map(one -> new NewGoal(one.words(), one.measure(), target)).toList(),
          List.of(
              new NewStep(Whose.CENTRE, centre, day.plusDays(FIRST_STEP)),
              new NewStep(Whose.FAMILY, home, null),
              new NewStep(Whose.BOTH, both, today.plusDays(18))),
          disagreed,
          adults,
          children.isEmpty() ? Map.of() : Map.of(children.get(0).person(), whyBest));
    }
  }
}
