package org.opora.registry.plans.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.registry.care.application.Signing.NewSignature;
import org.opora.registry.plans.application.PlanDesk;
import org.opora.registry.plans.application.PlanDesk.NewLine;
import org.opora.registry.plans.application.PlanDesk.NewPlan;
import org.opora.registry.plans.application.PlanPapers;
import org.opora.registry.plans.domain.Area;
import org.opora.registry.plans.domain.PlanKind;
import org.opora.registry.plans.domain.PlanTerms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Plans of stay and of education of some more families: signed and not yet, looked at and gone on
 * with, to be looked at soon, and one of which that day has passed.
 */
@Component
public final class DemoFurtherPlans implements DemoChapter {
  private static final List<Drawn> STAYS =
      List.of(
          new Drawn(0, 120, 62, true, true),
          new Drawn(1, 20, 160, false, false),
          new Drawn(2, 176, 8, true, false),
          new Drawn(4, 60, 120, true, false),
          new Drawn(5, 190, -6, true, false),
          new Drawn(6, 75, 105, false, false),
          new Drawn(8, 168, 12, true, false),
          new Drawn(9, 33, 147, true, false));

  private static final List<Drawn> STUDIES =
      List.of(
          new Drawn(0, 110, 70, true, false),
          new Drawn(1, 150, 30, true, true),
          new Drawn(2, 40, 140, false, false),
          new Drawn(5, 171, 10, true, false),
          new Drawn(7, 66, 114, true, false),
          new Drawn(10, 12, 170, false, false));

  private static final List<Words> STAY =
      List.of(
          new Words(
              "Dítě už ví, kde je doma, a začíná věřit, že to platí i zítra.",
              List.of(
                  line(
                      Area.FEELINGS,
                      "Umí říct, když je mu smutno.",
                      "Pěstounka pojmenovává, co vidí; pracovnice přiveze karty s obličeji."),
                  line(
                      Area.SCHOOL,
                      "Má ve třídě aspoň jednoho kamaráda.",
                      "Třídní učitelka ho posadí k někomu klidnému."),
                  line(
                      Area.HEALTH,
                      "Chodí k zubaři beze strachu.",
                      "Nejdřív se jdeme jen podívat."))),
          new Words(
              "Daří se mu ve škole i doma, chybí mu jeho vlastní rodina.",
              List.of(
                  line(
                      Area.FAMILY,
                      "Vídá mámu jednou za měsíc, s někým, komu věří.",
                      "Setkání v centru, před ním i po něm je čas na povídání."),
                  line(
                      Area.IDENTITY,
                      "Má krabici s věcmi z domova.",
                      "Pěstouni ji schraňují, dítě rozhoduje, co v ní je."),
                  line(
                      Area.SKILLS,
                      "Umí si uvařit jednoduchou večeři.",
                      "V sobotu vaří spolu s pěstounem."))),
          new Words(
              "Je tu nově. Nejdřív klid a stejný rytmus dne, potom všechno ostatní.",
              List.of(
                  line(
                      Area.FEELINGS,
                      "Usíná bez pláče.",
                      "Stejná písnička, rozsvícená lampička, někdo u postele."),
                  line(
                      Area.HEALTH,
                      "Má hotové prohlídky a ví, co se při nich děje.",
                      "Pěstounka domluví, pracovnice připraví dítě obrázky."))));

  private static final List<Words> STUDY =
      List.of(
          new Words(
              "Rozumět tomu, proč dítě po návštěvě rodičů zlobí.",
              List.of(
                  topic("Návraty z kontaktů", "centrum", 6),
                  topic("Vztahová vazba v praxi", "krajský úřad", 12),
                  topic("Podpůrná skupina", "centrum, jednou měsíčně", 6))),
          new Words(
              "Vědět si rady s dospíváním a s telefonem v noci.",
              List.of(
                  topic("Dospívající v náhradní rodině", "centrum", 8),
                  topic("Děti a internet", "online", 4),
                  topic("Jak mluvit, aby nás poslouchali", "centrum", 6))));

  private final PlanDesk plans;
  private final PlanPapers papers;

  @Activate
  public DemoFurtherPlans(@Reference PlanDesk plans, @Reference PlanPapers papers) {
    this.plans = plans;
    this.papers = papers;
  }

  @Override
  public String id() {
    return "plans-of-others";
  }

  @Override
  public void write(DemoCast cast) {
    each(cast, STAYS, (one, family, number) -> stay(cast, family, one, number));
    each(cast, STUDIES, (one, family, number) -> study(cast, family, one, number));
  }

  @FunctionalInterface
  private interface Drawing {
    void of(Drawn one, InForce family, int number);
  }

  private static void each(DemoCast cast, List<Drawn> all, Drawing drawing) {
    for (int number = 0; number < all.size(); number++) {
      Drawn one = all.get(number);
      if (one.family() < cast.families().size()) {
        drawing.of(one, cast.family(one.family()), number);
      }
    }
  }

  private void stay(DemoCast cast, InForce family, Drawn one, int number) {
    if (!family.children().isEmpty()) {
      PersonId child = family.children().get(0).person();
      draw(cast, family, PlanKind.STAY, child, one, STAY.get(number % STAY.size()));
    }
  }

  private void study(DemoCast cast, InForce family, Drawn one, int number) {
    PersonId carer = family.carers().get(0).person();
    draw(cast, family, PlanKind.EDUCATION, carer, one, STUDY.get(number % STUDY.size()));
  }

  private void draw(
      DemoCast cast, InForce family, PlanKind kind, PersonId whose, Drawn one, Words words) {
    Viewer worker = cast.worker(family);
    CaseFileId file = family.file();
    LocalDate today = cast.today();
    LocalDate on = today.minusDays(one.daysAgo());
    LocalDate next = today.plusDays(one.reviewIn());
    // Whoever looked at it did so some days ago; until then that day was the next one.
    LocalDate looked = today.minusDays(4);
    UUID plan =
        plans.draw(
            worker,
            file,
            kind,
            whose,
            new NewPlan(
                new PlanTerms(on, on, on.plusYears(1), one.lookedAt() ? looked : next),
                words.words(),
                words.lines().stream().map(line -> until(line, today)).toList()));
    if (one.lookedAt()) {
      plans.review(
          worker,
          file,
          plan,
          plans.find(worker, file, plan).version(),
          looked,
          "Prošli jsme to společně. Co se povedlo, zůstává; zbytek necháváme na další půlrok.",
          next);
    }
    if (one.signed()) {
      sign(worker, file, plan, family.carers().get(0).person());
    }
  }

  private static NewLine until(NewLine line, LocalDate today) {
    return new NewLine(line.area(), line.words(), line.how(), today.plusDays(45), line.hours());
  }

  private void sign(Viewer worker, CaseFileId file, UUID plan, PersonId carer) {
    long version = plans.find(worker, file, plan).version();
    int wording = papers.prints().print(worker, plan, version).number();
    papers
        .signing()
        .note(
            worker,
            plan,
            plans.find(worker, file, plan).version(),
            new NewSignature(carer, wording, worker.today(), false, null));
  }

  private static NewLine line(Area area, String words, String how) {
    return new NewLine(area, words, how, null, null);
  }

  private static NewLine topic(String words, String how, int hours) {
    return new NewLine(null, words, how, null, hours);
  }

  /**
   * @param family its number
   * @param reviewIn days from today until it is looked at again
   */
  private record Drawn(int family, int daysAgo, int reviewIn, boolean signed, boolean lookedAt) {}

  private record Words(String words, List<NewLine> lines) {}
}
