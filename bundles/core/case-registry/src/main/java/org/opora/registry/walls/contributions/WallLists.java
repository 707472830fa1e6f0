package org.opora.registry.walls.contributions;

import java.util.List;
import org.opora.api.choices.spi.ChoiceList;
import org.opora.api.choices.spi.ChoiceList.Entry;
import org.opora.api.choices.spi.ChoiceLists;
import org.opora.api.persistence.Transactions;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.walls.application.WallDesk;
import org.opora.registry.walls.persistence.WallQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why somebody is kept away from a family: a list that each centre makes its own. */
@Component
public final class WallLists implements ChoiceLists {
  private static final List<String> FIRST =
      List.of("RELATIVE", "FRIEND", "THREAT", "COMPLAINT", "COLLEAGUE", "ADOPTION", "KNOWN");
  private final Transactions tx;

  @Activate
  public WallLists(@Reference(target = "(opora.unit=case-registry)") Transactions tx) {
    this.tx = tx;
  }

  @Override
  public List<ChoiceList> lists() {
    return List.of(
        ChoiceList.own(
            WallDesk.REASONS,
            Refusals.text("choices.walls"),
            Refusals.text("choices.walls.where"),
            FIRST.stream()
                .map(code -> Entry.of(code, Refusals.text("wall.reason." + code)))
                .toList(),
            code -> tx.read(em -> new WallQueries(em).uses(code))));
  }
}
