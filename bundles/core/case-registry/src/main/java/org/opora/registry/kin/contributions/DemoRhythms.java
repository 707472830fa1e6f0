package org.opora.registry.kin.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Role;
import org.opora.registry.kin.application.KinDesk;
import org.opora.registry.kin.application.NewTie;
import org.opora.registry.kin.application.Terms;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.kin.domain.Decider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Half-brothers and half-sisters who grow up in two families, and how often they see each other: by
 * a court, which has changed it once, and as the families have agreed.
 */
@Component
public final class DemoRhythms implements DemoChapter {
  private static final int PAIRS = 3;
  private static final Terms PLAIN = new Terms(new Days(null, null), null, null, null);
  private final KinDesk kin;

  @Activate
  public DemoRhythms(@Reference KinDesk kin) {
    this.kin = kin;
  }

  @Override
  public String id() {
    return "kin-rhythms";
  }

  @Override
  public void write(DemoCast cast) {
    List<InForce> families =
        cast.families().stream().filter(family -> !family.children().isEmpty()).toList();
    for (int pair = 0; pair < PAIRS && 2 * pair + 1 < families.size(); pair++) {
      apart(cast.director(), families.get(2 * pair), families.get(2 * pair + 1), pair == 0);
    }
  }

  private void apart(Viewer director, InForce one, InForce other, boolean court) {
    PersonId child = one.children().get(0).person();
    UUID tie =
        kin.tie(
            director,
            child,
            new NewTie(
                Role.HALF_SIBLING, other.children().get(0).person(), null, one.file(), PLAIN));
    LocalDate since = director.today().minusMonths(5);
    if (court) {
      state(director, child, tie, 8, Decider.COURT, "21 P 14/2025", since.minusYears(1));
      state(director, child, tie, 4, Decider.COURT, "21 P 14/2025-88", since);
    } else {
      state(director, child, tie, 6, Decider.FAMILIES, null, since);
    }
  }

  private void state(
      Viewer director,
      PersonId child,
      UUID tie,
      int weeks,
      Decider decider,
      String reference,
      LocalDate since) {
    kin.rhythms().state(director, child, tie, weeks, decider, reference, since);
  }
}
