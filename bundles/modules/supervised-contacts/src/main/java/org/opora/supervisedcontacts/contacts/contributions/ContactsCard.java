package org.opora.supervisedcontacts.contacts.contributions;

import org.opora.api.web.spi.DashboardCard;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.osgi.service.component.annotations.Component;

/** The next contacts on the page Today. */
@Component
public final class ContactsCard implements DashboardCard {
  @Override
  public int order() {
    return 510;
  }

  @Override
  public String title() {
    return "card.title";
  }

  @Override
  public String permission() {
    return SupervisedContactsModule.READ;
  }

  @Override
  public String content() {
    return SupervisedContactsModule.HOME + "/card";
  }
}
