package org.opora.benchmark.measure;

import java.util.List;
import java.util.SplittableRandom;
import org.opora.benchmark.data.Worker;

/** What a worker turns to next. */
final class Choice {
  static final String VIEW =
      "Ve škole se jí líbí, nejraději má výtvarnou výchovu. Na mámu se ptala jednou, chce jí napsat.";
  static final String NOTE =
      "Domluvili jsme termín dalšího setkání a podporu při přípravě na kontakt s rodiči. Pěstouni se ptali na"
          + " vzdělávání v příštím pololetí; pošlu nabídku. V domácnosti klid, děti si hrály venku.";

  private Choice() {}

  static Worker.Own family(Worker worker, SplittableRandom random) {
    return one(worker.families(), random);
  }

  static Worker.Found person(Worker worker, SplittableRandom random) {
    return one(family(worker, random).people(), random);
  }

  private static <T> T one(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }
}
