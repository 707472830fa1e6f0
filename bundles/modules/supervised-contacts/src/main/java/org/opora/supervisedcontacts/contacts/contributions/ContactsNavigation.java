package org.opora.supervisedcontacts.contacts.contributions;

import java.util.List;
import org.opora.api.web.spi.Navigation;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.osgi.service.component.annotations.Component;

/** The module's entry in the main navigation. */
@Component
public final class ContactsNavigation implements Navigation {
  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(
            Group.SERVICES,
            510,
            "module.title",
            "meeting",
            SupervisedContactsModule.HOME,
            SupervisedContactsModule.READ));
  }
}
