package org.opora.registry.aims.contributions;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.Place;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.FileKind;
import org.opora.api.files.Placements;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.registry.aims.application.AimsDesk;
import org.opora.registry.aims.application.AimsDesk.NewAim;
import org.opora.registry.files.application.KindDesk;
import org.opora.registry.files.domain.ApplicantStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One made-up file of every kind that has no agreement, so that none of their pages is empty. */
@Component
public final class DemoCases implements DemoChapter {
  private static final int DAYS_BETWEEN_STAGES = 24;
  private static final int DAYS_TO_REVIEW = 90;

  private static final List<Case> CASES =
      List.of(
          new Case(
              FileKind.FAMILY,
              "Vrbovi",
              120,
              List.of(new Person("Petra", "Vrbová", 34), new Person("Aleš", "Vrba", 37)),
              List.of(new Person("Nikola", "Vrbová", 9), new Person("Dan", "Vrba", 6)),
              List.of(),
              "Aby děti zůstaly doma a chodily do školy každý den.",
              "Petra zařídí ranní družinu, pracovnice projde s Alešem dluhy. Do konce měsíce.",
              "Byt je uklizený, děti mají připravené věci do školy. Probrali jsme splátky."),
          new Case(
              FileKind.YOUNG_PERSON,
              "Macháček Jiří",
              75,
              List.of(),
              List.of(new Person("Jiří", "Macháček", 19)),
              List.of(),
              "Najít si byt a dodělat učení.",
              "Jirka pošle tři žádosti o pokoj. Pracovník zjistí, kdo přispěje na kauci.",
              "Jirka má brigádu a druhý ročník zvládá. S hledáním pokoje potřebuje pomoc."),
          new Case(
              FileKind.FOSTER_APPLICANTS,
              "Sýkorovi",
              110,
              List.of(new Person("Dana", "Sýkorová", 41), new Person("Igor", "Sýkora", 43)),
              List.of(),
              List.of(
                  ApplicantStage.INFORMED,
                  ApplicantStage.APPLIED,
                  ApplicantStage.ASSESSED,
                  ApplicantStage.PREPARED),
              null,
              null,
              "Mluvili jsme o tom, co přijetí dítěte změní doma a v práci."),
          new Case(
              FileKind.ADOPTION_APPLICANTS,
              "Tichých",
              60,
              List.of(new Person("Olga", "Tichá", 36), new Person("Roman", "Tichý", 38)),
              List.of(),
              List.of(ApplicantStage.INFORMED, ApplicantStage.APPLIED),
              null,
              null,
              "Žádost je podaná. Ptali se, jak dlouho se čeká a co mohou dělat mezitím."),
          new Case(
              FileKind.ADOPTERS,
              "Jandovi",
              140,
              List.of(new Person("Simona", "Jandová", 40), new Person("Vít", "Janda", 42)),
              List.of(new Person("Ela", "Jandová", 5)),
              List.of(),
              "Umět s Elou mluvit o tom, odkud přišla.",
              "Přečíst spolu knížku života, pak se sejít s psycholožkou.",
              "Ela se ptá na miminko na fotce. Domluvili jsme, jak odpovídat."),
          new Case(
              FileKind.IN_NEED,
              "Paní s kočárkem",
              12,
              List.of(),
              List.of(),
              List.of(),
              null,
              null,
              "Jméno říct nechtěla. Potřebuje vědět, kam dnes s dítětem na noc; dostala kontakt."));

  private final People people;
  private final CaseFiles files;
  private final Placements placements;
  private final Visits visits;
  private final AimsDesk aims;
  private final KindDesk applicants;

  @Activate
  public DemoCases(
      @Reference People people,
      @Reference CaseFiles files,
      @Reference Placements placements,
      @Reference Visits visits,
      @Reference AimsDesk aims,
      @Reference KindDesk applicants) {
    this.people = people;
    this.files = files;
    this.placements = placements;
    this.visits = visits;
    this.aims = aims;
    this.applicants = applicants;
  }

  @Override
  public String id() {
    return "cases";
  }

  @Override
  public void write(DemoCast cast) {
    for (int i = 0; i < CASES.size(); i++) {
      open(CASES.get(i), cast.director(), cast.workers().get(i % cast.workers().size()));
    }
  }

  private void open(Case made, Viewer director, Viewer worker) {
    LocalDate since = director.today().minusDays(made.age());
    CaseFileId file = files.open(director, new NewFile(made.kind(), null, made.name(), since));
    files.assign(director, file, worker.staff(), null, since);
    Set<PersonId> present = new LinkedHashSet<>();
    for (Person adult : made.adults()) {
      PersonId key = register(director, adult);
      files.join(director, file, key, made.kind().roles().get(0), since);
      present.add(key);
    }
    List<ChildPart> parts = new ArrayList<>();
    for (Person child : made.children()) {
      PersonId key = register(director, child);
      placements.place(director, file, key, since, null);
      present.add(key);
      parts.add(new ChildPart(key, true, null, null, ViewLearntBy.NOT_LEARNT));
    }
    LocalDate on = since;
    for (ApplicantStage stage : made.stages()) {
      applicants.reach(director, file, stage, on);
      on = on.plusDays(DAYS_BETWEEN_STAGES);
    }
    if (made.aim() != null) {
      LocalDate agreed = since.plusDays(7);
      aims.agree(
          worker,
          file,
          new NewAim(agreed, made.aim(), made.plan(), agreed.plusDays(DAYS_TO_REVIEW)));
    }
    visits.record(
        worker,
        file,
        new NewVisit(
            director.today().minusDays(9),
            LocalTime.of(14, 0),
            60,
            true,
            made.kind() == FileKind.IN_NEED ? Place.CENTRE : Place.HOME,
            present,
            parts,
            made.note()));
  }

  private PersonId register(Viewer director, Person person) {
    LocalDate born = director.today().minusYears(person.age()).minusDays(40);
    return people.register(
        director,
        new NewPerson(
            new PersonName(person.given(), person.family()), born, null, null, null, null, false));
  }

  /**
   * @param age in years
   */
  private record Person(String given, String family, int age) {}

  /**
   * @param age of the file, in days
   * @param aim null when none is agreed
   * @param note of the last visit
   */
  private record Case(
      FileKind kind,
      String name,
      int age,
      List<Person> adults,
      List<Person> children,
      List<ApplicantStage> stages,
      String aim,
      String plan,
      String note) {}
}
