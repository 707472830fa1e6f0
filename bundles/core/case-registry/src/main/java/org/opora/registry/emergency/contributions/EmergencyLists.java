package org.opora.registry.emergency.contributions;

import java.util.List;
import org.opora.api.choices.spi.ChoiceList;
import org.opora.api.choices.spi.ChoiceList.Entry;
import org.opora.api.choices.spi.ChoiceLists;
import org.opora.api.persistence.Transactions;
import org.opora.registry.emergency.application.EmergencyDesk;
import org.opora.registry.emergency.persistence.EmergencyQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why a file of others is opened in an emergency: a list that each centre makes its own. */
@Component
public final class EmergencyLists implements ChoiceLists {
  private static final List<String> FIRST =
      List.of("DANGER", "HEALTH", "MISSING", "AUTHORITY", "UNREACHABLE");
  private final Transactions tx;

  @Activate
  public EmergencyLists(@Reference(target = "(opora.unit=case-registry)") Transactions tx) {
    this.tx = tx;
  }

  @Override
  public List<ChoiceList> lists() {
    return List.of(
        ChoiceList.own(
            EmergencyDesk.REASONS,
            Refusals.text("choices.emergency"),
            Refusals.text("choices.emergency.where"),
            FIRST.stream()
                .map(code -> Entry.of(code, Refusals.text("emergency.reason." + code)))
                .toList(),
            code -> tx.read(em -> new EmergencyQueries(em).uses(code))));
  }
}
