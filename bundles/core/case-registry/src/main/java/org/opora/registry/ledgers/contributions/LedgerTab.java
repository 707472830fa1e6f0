package org.opora.registry.ledgers.contributions;

import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.opora.registry.ledgers.application.Ledger;
import org.osgi.service.component.annotations.Component;

/** The tab of hours and respite on a case file. */
@Component
public final class LedgerTab implements CaseTab {
  private static final int PLACE = 32;

  @Override
  public String id() {
    return "ledgers";
  }

  @Override
  public Group group() {
    return Group.CARE;
  }

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "ledgers.title";
  }

  @Override
  public String permission() {
    return Ledger.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return "/files/" + file + "/ledgers";
  }
}
