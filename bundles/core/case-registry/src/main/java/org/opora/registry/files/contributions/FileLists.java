package org.opora.registry.files.contributions;

import java.util.List;
import org.opora.api.choices.spi.ChoiceList;
import org.opora.api.choices.spi.ChoiceList.Entry;
import org.opora.api.choices.spi.ChoiceLists;
import org.opora.api.files.ClosingReason;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.opora.registry.files.persistence.FileQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why the work in a file ends: a list that each centre makes its own. */
@Component
public final class FileLists implements ChoiceLists {
  private final Transactions tx;

  @Activate
  public FileLists(@Reference(target = "(opora.unit=case-registry)") Transactions tx) {
    this.tx = tx;
  }

  @Override
  public List<ChoiceList> lists() {
    return List.of(
        ChoiceList.own(
            ClosingReason.LIST,
            Refusals.text("choices.closing"),
            Refusals.text("choices.closing.where"),
            ClosingReason.FIRST.stream().map(FileLists::entry).toList(),
            code -> tx.read(em -> FileQueries.closedFor(em, code))));
  }

  /** What the program writes by itself is not the centre's to give up. */
  private static Entry entry(String code) {
    Text words = Refusals.text("closing." + code);
    return code.equals(ClosingReason.MISTAKE) ? Entry.kept(code, words) : Entry.of(code, words);
  }
}
