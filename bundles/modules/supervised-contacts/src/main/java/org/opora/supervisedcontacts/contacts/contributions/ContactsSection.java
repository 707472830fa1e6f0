package org.opora.supervisedcontacts.contacts.contributions;

import org.opora.api.access.Viewer;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.contacts.domain.Tally;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the contacts of a child went, in numbers, for the report on the course of care. */
@Component(service = ReportSection.class)
public final class ContactsSection implements ReportSection {
  private static final int PLACE = 500;
  private final ContactReader contacts;
  private final TallyWords words;

  @Activate
  public ContactsSection(@Reference ContactReader contacts, @Reference Messages messages) {
    this.contacts = contacts;
    this.words = new TallyWords(messages);
  }

  @Override
  public String id() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public Text title() {
    return Text.of(SupervisedContactsModule.ORIGIN, "report.title");
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public Scope scope() {
    return Scope.CHILD;
  }

  @Override
  public boolean may(Viewer viewer) {
    return viewer.may(SupervisedContactsModule.READ);
  }

  @Override
  public String draft(Viewer viewer, Wanted wanted) {
    if (!may(viewer)) {
      return null;
    }
    Tally tally =
        contacts.tally(viewer, wanted.file(), wanted.childFile(), wanted.from(), wanted.until());
    return tally.nothing()
        ? null
        : "- " + String.join("\n- ", words.lines(tally, wanted.language()));
  }
}
