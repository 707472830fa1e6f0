package org.opora.supervisedcontacts.risks.contributions;

import java.util.List;
import java.util.Set;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.risks.application.RiskData;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Assessments of risks about a child. They speak of others, mostly of a parent, so the extract says
 * nothing but that there is one, and each is looked at before it is handed out.
 */
@Component
public final class RisksPersonData implements PersonDataOwner {
  private static final Text LABEL = Text.of(SupervisedContactsModule.ORIGIN, "person-data.risk");
  private final RiskData data;

  @Activate
  public RisksPersonData(@Reference RiskData data) {
    this.data = data;
  }

  @Override
  public long count(Set<PersonId> person) {
    return data.of(person).size();
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return data.of(person).stream()
        .map(row -> new Fact(LABEL, row.assessedOn().toString()))
        .toList();
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    return data.of(person).stream()
        .map(
            row ->
                new Review(LABEL, row.key(), SupervisedContactsModule.HOME + "/risks/" + row.id()))
        .toList();
  }

  @Override
  public void erase(Set<PersonId> person) {
    data.forget(person);
  }
}
