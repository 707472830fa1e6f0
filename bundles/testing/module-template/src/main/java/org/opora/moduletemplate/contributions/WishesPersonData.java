package org.opora.moduletemplate.contributions;

import java.util.List;
import java.util.Set;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.text.Text;
import org.opora.moduletemplate.TemplateModule;
import org.opora.moduletemplate.application.WishesOfPeople;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the module knows about a child. The extract says of which days there are wishes; their words
 * may speak of others, so each is looked at before it is handed out.
 */
@Component
public final class WishesPersonData implements PersonDataOwner {
  private final WishesOfPeople wishes;

  @Activate
  public WishesPersonData(@Reference WishesOfPeople wishes) {
    this.wishes = wishes;
  }

  @Override
  public long count(Set<PersonId> person) {
    return wishes.of(person).size();
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return wishes.of(person).stream()
        .map(wish -> new Fact(label(), wish.wishedOn().toString()))
        .toList();
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    return wishes.of(person).stream()
        .map(
            wish ->
                new Review(
                    label(), wish.id().value(), TemplateModule.HOME + "/wishes/" + wish.id()))
        .toList();
  }

  @Override
  public void erase(Set<PersonId> person) {
    wishes.forget(person);
  }

  private static Text label() {
    return Text.of(TemplateModule.ORIGIN, "person-data.wish");
  }
}
