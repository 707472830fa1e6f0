package org.opora.registry.intake.contributions;

import java.util.List;
import org.opora.api.choices.spi.ChoiceList;
import org.opora.api.choices.spi.ChoiceList.Entry;
import org.opora.api.choices.spi.ChoiceLists;
import org.opora.api.persistence.Transactions;
import org.opora.registry.intake.domain.Topic;
import org.opora.registry.intake.persistence.TopicQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people come with: a list that each centre makes its own. */
@Component
public final class IntakeLists implements ChoiceLists {
  private final Transactions tx;

  @Activate
  public IntakeLists(@Reference(target = "(opora.unit=case-registry)") Transactions tx) {
    this.tx = tx;
  }

  @Override
  public List<ChoiceList> lists() {
    return List.of(
        ChoiceList.own(
            Topic.LIST,
            Refusals.text("choices.topics"),
            Refusals.text("choices.topics.where"),
            Topic.FIRST.stream()
                .map(code -> Entry.of(code, Refusals.text("intake.topic." + code)))
                .toList(),
            code -> tx.read(em -> TopicQueries.uses(em, code))));
  }
}
