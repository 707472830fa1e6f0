package org.opora.web.contributions;

import java.util.List;
import org.opora.api.access.Sessions;
import org.opora.api.access.Tablets;
import org.opora.api.web.spi.Navigation;
import org.osgi.service.component.annotations.Component;

/** Today is the first entry for everybody; how people sign in stands with what keeps the house. */
@Component
public final class ShellNavigation implements Navigation {
  private static final int FIRST = 100;
  private static final int SIGN_INS = 940;
  private static final int TABLETS = 942;

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.TODAY, FIRST, "today.menu", "home", "/", null),
        new Entry(Group.HOUSE, SIGN_INS, "sign-ins.title", "key", "/sign-ins", Sessions.MANAGE),
        new Entry(Group.HOUSE, TABLETS, "tablets.title", "tablet", "/tablets", Tablets.MANAGE));
  }
}
