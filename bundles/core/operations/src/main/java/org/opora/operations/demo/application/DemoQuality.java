package org.opora.operations.demo.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.standards.InternalRules;
import org.opora.api.standards.InternalRules.Kind;
import org.opora.api.standards.InternalRules.NewVersion;
import org.opora.api.standards.Standards;
import org.opora.api.standards.Standards.Mark;
import org.opora.api.standards.Standards.NewMeasure;
import org.opora.api.standards.Standards.NewRound;

/** What a made-up centre has written down about itself: its papers, and how it assesses itself. */
final class DemoQuality {
  private static final int BEST = 3;
  private static final int DAYS_TO_READ = 14;
  private static final String BOARD = "správní rada";

  private static final List<Paper> PAPERS =
      List.of(
          new Paper(
              Kind.CODE,
              "Kodex střediska",
              false,
              "Dítě je první, komu sloužíme, i když dohodu podepisuje pěstoun.\n\n"
                  + "S rodinou jednáme jako s partnerem. Co jsme si dohodli, společně hodnotíme a měníme."),
          new Paper(
              Kind.ETHICS,
              "Etický kodex",
              false,
              "O rodinách mluvíme jen tam, kde to jejich situace vyžaduje.\n\n"
                  + "Dary nepřijímáme. Střet zájmů oznámíme dřív, než začneme pracovat."),
          new Paper(
              Kind.METHOD,
              "Postup při podezření na ohrožení dítěte",
              false,
              "Kdo má podezření, oznámí ho vedoucí týž den.\n\n"
                  + "Vedoucí zajistí oznámení úřadu a zapíše, komu, kdy a jak bylo sděleno."),
          new Paper(
              Kind.RULE,
              "Pravidla pro vyřizování stížností",
              true,
              "Stížnost přijme každý pracovník, ústně, písemně i anonymně.\n\n"
                  + "Nevyřizuje ji ten, na koho je podaná."),
          new Paper(
              Kind.LEAFLET,
              "Informace pro osoby pečující",
              true,
              "Vedeme o vás spis a máte právo do něj nahlížet.\n\n"
                  + "Na koho se obrátit mimo pracovní dobu, je na zadní straně."));

  private final Standards standards;
  private final InternalRules rules;

  DemoQuality(Standards standards, InternalRules rules) {
    this.standards = standards;
    this.rules = rules;
  }

  /** In the caller's transaction. The last of the workers is behind with reading. */
  void papers(Viewer director, List<Viewer> workers) {
    LocalDate today = director.today();
    List<StaffId> readers = new ArrayList<>(workers.stream().map(Viewer::staff).toList());
    readers.add(director.staff());
    for (int i = 0; i < PAPERS.size(); i++) {
      Paper paper = PAPERS.get(i);
      UUID rule = rules.add(director, paper.kind(), paper.title(), paper.forCarers());
      UUID version = version(director, rule, paper.text(), null, today.minusMonths(14L - i));
      rules.issue(director, version, readers, today.plusDays(DAYS_TO_READ));
      rules.confirm(director, version);
      for (Viewer worker : workers.subList(0, workers.size() - 1)) {
        rules.confirm(worker, version);
      }
      if (paper.kind() == Kind.ETHICS) {
        UUID next =
            version(
                director,
                rule,
                paper.text() + "\n\nO klientech nepíšeme na sociálních sítích.",
                "Přidán odstavec o sociálních sítích.",
                today.minusDays(3));
        rules.issue(director, next, readers, today.plusDays(DAYS_TO_READ));
        rules.confirm(workers.get(0), next);
      }
    }
  }

  private UUID version(
      Viewer director, UUID rule, String text, String changes, LocalDate validFrom) {
    return rules.write(
        director,
        rule,
        new NewVersion(text, changes, validFrom, BOARD, validFrom.minusDays(DAYS_TO_READ)));
  }

  /** In the caller's transaction: last year's assessment, closed, and this year's half done. */
  void assessments(Viewer director, Viewer worker) {
    LocalDate today = director.today();
    LocalDate before = today.minusYears(1);
    UUID last = begin(director, before.minusDays(20));
    List<String> criteria = standards.criteria(director, last);
    for (int i = 0; i < criteria.size(); i++) {
      mark(director, last, criteria.get(i), 1 + i % BEST);
    }
    standards.close(
        director,
        last,
        before,
        "Daří se práce s názorem dítěte a s dokumentací. Zaměříme se na pravidla a jejich znalost.");
    UUID now = begin(director, today.minusDays(10));
    criteria = standards.criteria(director, now);
    for (int i = 0; i < criteria.size() / 2; i++) {
      mark(director, now, criteria.get(i), Math.min(BEST, 1 + (i + i % 2) % (BEST + 1)));
    }
    UUID done =
        standards.improve(
            director,
            now,
            criteria.get(0),
            new NewMeasure("Doplnit evidenci střetů zájmů", worker.staff(), today.plusDays(5)));
    standards.done(worker, done, today, "Evidence je úplná, projde ji porada každé čtvrtletí.");
    standards.improve(
        director,
        now,
        criteria.get(1),
        new NewMeasure(
            "Připravit pomůcky, jak zjišťovat názor malých dětí",
            worker.staff(),
            today.plusMonths(2)));
    standards.improve(
        director,
        now,
        null,
        new NewMeasure(
            "Projít pravidla na společné poradě", director.staff(), today.plusMonths(1)));
  }

  private UUID begin(Viewer director, LocalDate on) {
    return standards.begin(
        director, new NewRound("Rok " + on.getYear(), on, "vedení a klíčoví pracovníci"));
  }

  private void mark(Viewer director, UUID round, String criterion, int points) {
    standards.mark(
        director,
        round,
        criterion,
        new Mark(
            points,
            points == BEST ? "Děje se pravidelně a umíme to doložit." : "Děje se, ale ne vždy.",
            "Přehled z Opory a zápis z porady.",
            List.of()));
  }

  private record Paper(Kind kind, String title, boolean forCarers, String text) {}
}
