package org.opora.supervisedcontacts.person.contributions;

import org.opora.api.ids.PersonId;
import org.opora.api.web.spi.PersonTile;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.osgi.service.component.annotations.Component;

/** On the page of a person: the next contact, the last one, and reports that are still open. */
@Component
public final class ContactsTile implements PersonTile {
  @Override
  public int order() {
    return 510;
  }

  @Override
  public String title() {
    return "person.tile";
  }

  @Override
  public String permission() {
    return SupervisedContactsModule.READ;
  }

  @Override
  public String content(PersonId person) {
    return SupervisedContactsModule.HOME + "/people/" + person + "/tile";
  }
}
