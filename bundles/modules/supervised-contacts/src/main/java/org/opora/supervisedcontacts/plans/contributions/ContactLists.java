package org.opora.supervisedcontacts.plans.contributions;

import java.util.List;
import org.opora.api.choices.spi.ChoiceList;
import org.opora.api.choices.spi.ChoiceList.Entry;
import org.opora.api.choices.spi.ChoiceLists;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.persistence.ContactQueries;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.Places;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What people of a plan are to the child, and where they may meet: lists that each centre makes its
 * own.
 */
@Component
public final class ContactLists implements ChoiceLists {
  private final Transactions transactions;

  @Activate
  public ContactLists(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<ChoiceList> lists() {
    return List.of(
        ChoiceList.own(
            Kin.LIST,
            text("kin.list"),
            text("kin.list.where"),
            entries("kin.", Kin.FIRST),
            code -> transactions.read(em -> PlanQueries.named(em, code))),
        ChoiceList.own(
            Places.LIST,
            text("place.list"),
            text("place.list.where"),
            entries("place.", Places.FIRST),
            code ->
                transactions.read(em -> PlanQueries.at(em, code) + ContactQueries.at(em, code))));
  }

  private static List<Entry> entries(String prefix, List<String> codes) {
    return codes.stream().map(code -> Entry.of(code, text(prefix + code))).toList();
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
