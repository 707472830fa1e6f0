package org.opora.moduletemplate.contributions;

import java.util.List;
import org.opora.api.choices.spi.ChoiceList;
import org.opora.api.choices.spi.ChoiceList.Entry;
import org.opora.api.choices.spi.ChoiceLists;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.opora.moduletemplate.TemplateModule;
import org.opora.moduletemplate.domain.WishKinds;
import org.opora.moduletemplate.persistence.WishQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a wish can be about: a list that each centre makes its own. */
@Component
public final class WishLists implements ChoiceLists {
  private final Transactions transactions;

  @Activate
  public WishLists(@Reference(target = "(opora.unit=module-template)") Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<ChoiceList> lists() {
    return List.of(
        ChoiceList.own(
            WishKinds.LIST,
            text("kind.list"),
            text("kind.list.where"),
            WishKinds.FIRST.stream().map(code -> Entry.of(code, text("kind." + code))).toList(),
            code -> transactions.read(em -> WishQueries.ofKind(em, code))));
  }

  private static Text text(String key) {
    return Text.of(TemplateModule.ORIGIN, key);
  }
}
