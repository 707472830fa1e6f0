package org.opora.registry.views.contributions;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CaseFiles.Child;
import org.opora.registry.views.application.ChildViews;
import org.opora.registry.views.application.ChildViews.NewView;
import org.opora.registry.views.domain.Chooser;
import org.opora.registry.views.domain.Circle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the children of some families say, show or keep to themselves. Most were asked lately, some
 * are to be asked again soon, and of one it is forgotten.
 */
@Component
public final class DemoViews implements DemoChapter {
  /** How long ago, by the number of the family; families beyond have nothing yet. */
  private static final List<Integer> DAYS_AGO =
      List.of(20, 65, 172, 41, 88, 199, 130, 12, 55, 176, 150, 33);

  /** That of {@code DemoPlans} has views of its own. */
  private static final int TOLD_ELSEWHERE = 3;

  /** In years; before that one only sees what a child wants. */
  private static final int SPEAKS = 3;

  private static final int AT_SCHOOL = 7;
  private static final int GROWING_UP = 13;

  private static final Set<Circle> ALL = EnumSet.allOf(Circle.class);
  private static final Set<Circle> AT_HOME = EnumSet.of(Circle.HOUSE, Circle.CARERS);
  private static final Set<Circle> OFFICE = EnumSet.of(Circle.HOUSE, Circle.AUTHORITY);

  private static final List<Words> SEEN =
      List.of(
          new Words(
              "Když pěstounka odejde z pokoje, hledá ji očima a natahuje ruce. U cizích je chvíli"
                  + " ticho, pak se přijde podívat.",
              ViewLearntBy.OBSERVATION,
              ALL),
          new Words(
              "U knížky se zvířaty vydrží sedět a ukazuje na psa. Po spaní chce být v náručí.",
              ViewLearntBy.PLAY,
              ALL));
  private static final List<Words> SMALL =
      List.of(
          new Words(
              "Chci, aby u mě spal plyšák od mámy, i když má utržené ucho.",
              ViewLearntBy.PLAY,
              AT_HOME),
          new Words(
              "Na obrázku jsme u stolu všichni. Máma taky, ale sedí u okna.",
              ViewLearntBy.DRAWING,
              ALL),
          new Words(
              "Líbí se mi, jak spolu večer zpíváme. Ve školce je někdy moc hluk.",
              ViewLearntBy.CONVERSATION,
              ALL));
  private static final List<Words> PUPILS =
      List.of(
          new Words(
              "Přeju si, aby brácha přijel na moje narozeniny. Aspoň na odpoledne.",
              ViewLearntBy.CONVERSATION,
              ALL),
          new Words(
              "Doma je to dobré. Jen mi řekněte den předem, když má někdo přijít.",
              ViewLearntBy.CONVERSATION,
              OFFICE),
          new Words(
              "Kreslení mi jde, počítání ne. Nechci, aby se to říkalo před ostatními.",
              ViewLearntBy.DRAWING,
              AT_HOME));
  private static final List<Words> GROWING =
      List.of(
          new Words(
              "Chci být u toho, když se mluví o tom, co bude po osmnácti.",
              ViewLearntBy.CONVERSATION,
              ALL),
          new Words(
              "O tátovi teď mluvit nechci. Až budu chtít, ozvu se.",
              ViewLearntBy.CONVERSATION,
              Set.of()),
          new Words(
              "Zůstat tady a dodělat školu. A jezdit na víkend k babičce autobusem, to už zvládnu.",
              ViewLearntBy.CONVERSATION,
              ALL));

  private final ChildViews views;

  @Activate
  public DemoViews(@Reference ChildViews views) {
    this.views = views;
  }

  @Override
  public String id() {
    return "child-views";
  }

  @Override
  public void write(DemoCast cast) {
    int families = Math.min(DAYS_AGO.size(), cast.families().size());
    for (int number = 0; number < families; number++) {
      if (number != TOLD_ELSEWHERE) {
        family(cast, cast.family(number), number);
      }
    }
  }

  private void family(DemoCast cast, InForce family, int number) {
    LocalDate asked = cast.today().minusDays(DAYS_AGO.get(number));
    List<Child> children = family.children();
    for (int i = 0; i < children.size(); i++) {
      Child child = children.get(i);
      LocalDate on =
          child.placedOn() != null && asked.isBefore(child.placedOn()) ? child.placedOn() : asked;
      says(cast.worker(family), family, child, on, number + i);
    }
  }

  private void says(Viewer worker, InForce family, Child child, LocalDate on, int number) {
    LocalDate born = child.birthDate();
    int age = born == null ? AT_SCHOOL : Period.between(born, on).getYears();
    List<Words> all = words(age);
    Words one = all.get(number % all.size());
    views.write(
        worker,
        family.file(),
        child.person(),
        new NewView(
            on,
            one.words(),
            one.learntBy(),
            one.readers(),
            age < SPEAKS ? Chooser.WORKER : Chooser.CHILD));
  }

  private static List<Words> words(int age) {
    if (age < SPEAKS) {
      return SEEN;
    }
    if (age < AT_SCHOOL) {
      return SMALL;
    }
    return age < GROWING_UP ? PUPILS : GROWING;
  }

  /**
   * @param readers who may read it besides the workers of the family
   */
  private record Words(String words, ViewLearntBy learntBy, Set<Circle> readers) {}
}
