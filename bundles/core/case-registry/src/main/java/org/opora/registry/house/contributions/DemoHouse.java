package org.opora.registry.house.contributions;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.duties.spi.MandateLaw.Activity;
import org.opora.registry.house.application.LawShelf;
import org.opora.registry.house.application.MandateDesk;
import org.opora.registry.house.application.NewInsurance;
import org.opora.registry.house.application.NewMandate;
import org.opora.registry.house.application.NewState;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A mandate that grew, and an insurance. */
@Component
public final class DemoHouse implements DemoChapter {
  private static final int PLACES = 70;
  private final MandateDesk mandates;
  private final LawShelf law;

  @Activate
  public DemoHouse(@Reference MandateDesk mandates, @Reference LawShelf law) {
    this.mandates = mandates;
    this.law = law;
  }

  @Override
  public String id() {
    return "house";
  }

  @Override
  public void write(DemoCast cast) {
    List<String> activities = law.activities().stream().map(Activity::code).toList();
    if (activities.isEmpty()) {
      throw Refusals.refused("activities", "refused.required");
    }
    Viewer director = cast.director();
    LocalDate since = cast.today().minusYears(6).withDayOfYear(1);
    var mandate =
        mandates.add(
            director,
            new NewMandate(
                "KÚ/12345/" + since.getYear(),
                null,
                "Krajský úřad Příkladového kraje",
                since.minusDays(40),
                since,
                null),
            new NewState(since, activities, List.of("Příkladov, Lipová 12"), 40, null));
    mandates.change(
        director,
        mandate,
        new NewState(
            since.plusYears(3),
            activities,
            List.of("Příkladov, Lipová 12", "Vzorov, Náměstí 3"),
            PLACES,
            "Druhé pracoviště a vyšší počet rodin"));
    mandates.addInsurance(
        director,
        new NewInsurance("Příkladná pojišťovna", "7700112233", since.minusDays(10), since, null));
  }
}
