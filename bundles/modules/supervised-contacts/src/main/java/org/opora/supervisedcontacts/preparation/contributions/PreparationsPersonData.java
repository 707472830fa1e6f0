package org.opora.supervisedcontacts.preparation.contributions;

import java.util.List;
import java.util.Set;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.preparation.application.PreparationData;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * That a child, a carer or a parent was prepared. The extract says on which day; what was said may
 * be kept from whoever receives it, so each is looked at before it is handed out.
 */
@Component
public final class PreparationsPersonData implements PersonDataOwner {
  private static final Text LABEL =
      Text.of(SupervisedContactsModule.ORIGIN, "person-data.preparation");
  private final PreparationData data;

  @Activate
  public PreparationsPersonData(@Reference PreparationData data) {
    this.data = data;
  }

  @Override
  public long count(Set<PersonId> person) {
    return data.of(person).size();
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return data.of(person).stream().map(row -> new Fact(LABEL, row.day().toString())).toList();
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    return data.of(person).stream()
        .map(
            row ->
                new Review(
                    LABEL, row.key(), SupervisedContactsModule.HOME + "/preparations/" + row.id()))
        .toList();
  }

  @Override
  public void erase(Set<PersonId> person) {
    data.forget(person);
  }
}
