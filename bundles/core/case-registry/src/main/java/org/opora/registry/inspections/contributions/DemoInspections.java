package org.opora.registry.inspections.contributions;

import java.time.LocalDate;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.registry.inspections.application.InspectionDesk;
import org.opora.registry.inspections.application.NewInspection;
import org.opora.registry.inspections.domain.Asker;
import org.opora.registry.inspections.domain.Deed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files that were looked into, copied and lent, and a request that was refused. */
@Component
public final class DemoInspections implements DemoChapter {
  private final InspectionDesk inspections;

  @Activate
  public DemoInspections(@Reference InspectionDesk inspections) {
    this.inspections = inspections;
  }

  @Override
  public String id() {
    return "inspections";
  }

  @Override
  public void write(DemoCast cast) {
    LocalDate today = cast.today();
    InForce first = cast.family(1);
    record(
        cast,
        first,
        Deed.LOOKED,
        given(cast, first, today.minusDays(40), Asker.CARER, "pěstounka", null, null));
    InForce second = cast.family(2);
    record(
        cast,
        second,
        Deed.COPIED,
        given(
            cast,
            second,
            today.minusDays(12),
            Asker.AUTHORITY,
            "OSPOD Příkladov, Mgr. Úředníková",
            "§ 53 zákona č. 359/1999 Sb.",
            null));
    record(
        cast,
        cast.family(5),
        Deed.LENT,
        given(
            cast,
            cast.family(5),
            today.minusDays(20),
            Asker.AUTHORITY,
            "Okresní soud v Příkladově",
            "dožádání soudu",
            today.minusDays(6)));
    record(
        cast,
        cast.family(8),
        Deed.REFUSED,
        new NewInspection(
            today.minusDays(55),
            Asker.OTHER,
            "prarodič dítěte",
            "bez titulu",
            "celý spis",
            null,
            null,
            null,
            "Žadatel není účastníkem spisu a nedoložil oprávnění.",
            cast.director().staff()));
  }

  private void record(DemoCast cast, InForce family, Deed deed, NewInspection inspection) {
    inspections.record(cast.director(), family.file(), deed, inspection);
  }

  private static NewInspection given(
      DemoCast cast,
      InForce family,
      LocalDate on,
      Asker asker,
      String who,
      String title,
      LocalDate returnBy) {
    return new NewInspection(
        on,
        asker,
        who,
        title,
        "zprávy a záznamy za poslední rok",
        null,
        cast.worker(family).staff(),
        returnBy,
        null,
        null);
  }
}
