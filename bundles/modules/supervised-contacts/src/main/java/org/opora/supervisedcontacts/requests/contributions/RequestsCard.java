package org.opora.supervisedcontacts.requests.contributions;

import org.opora.api.web.spi.DashboardCard;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.osgi.service.component.annotations.Component;

/** On the page Today: requests for contact that wait for an answer. */
@Component
public final class RequestsCard implements DashboardCard {
  @Override
  public int order() {
    return 512;
  }

  @Override
  public String title() {
    return "request.card";
  }

  @Override
  public String permission() {
    return SupervisedContactsModule.WRITE;
  }

  @Override
  public String content() {
    return SupervisedContactsModule.HOME + "/requests/card";
  }
}
