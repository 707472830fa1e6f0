package org.opora.supervisedcontacts.shared.contributions;

import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.osgi.service.component.annotations.Component;

/** The module's tab in the case file. */
@Component
public final class ContactsTab implements CaseTab {
  @Override
  public String id() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public Group group() {
    return Group.SERVICES;
  }

  @Override
  public int order() {
    return 510;
  }

  @Override
  public String title() {
    return "tab.title";
  }

  @Override
  public String permission() {
    return SupervisedContactsModule.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return SupervisedContactsModule.HOME + "/files/" + file;
  }
}
