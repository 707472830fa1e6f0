package org.opora.supervisedcontacts.evaluations.contributions;

import java.util.List;
import java.util.Set;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.evaluations.application.EvaluationData;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Evaluations of the contacts of a child. The extract says until which day each looked; what it
 * says of parent and child is looked at before it is handed out.
 */
@Component
public final class EvaluationsPersonData implements PersonDataOwner {
  private static final Text LABEL =
      Text.of(SupervisedContactsModule.ORIGIN, "person-data.evaluation");
  private final EvaluationData data;

  @Activate
  public EvaluationsPersonData(@Reference EvaluationData data) {
    this.data = data;
  }

  @Override
  public long count(Set<PersonId> person) {
    return data.of(person).size();
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return data.of(person).stream()
        .map(row -> new Fact(LABEL, row.from() + " – " + row.until()))
        .toList();
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    return data.of(person).stream()
        .map(
            row ->
                new Review(
                    LABEL, row.key(), SupervisedContactsModule.HOME + "/evaluations/" + row.id()))
        .toList();
  }

  @Override
  public void erase(Set<PersonId> person) {
    data.forget(person);
  }
}
